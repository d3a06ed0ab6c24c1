import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import {
  acceptFile,
  chooseTheme,
  editorText,
  goToLine,
  openFile,
  openWebviewTab,
  runCommand,
  screenshot,
  waitForEditorText,
  waitForStatusBarText,
  webview,
} from '../vscode-host/person.ts';
import { openStudio, PICTURES, type Studio } from './studio.ts';

const source = (program: string, backend = 'simulator') =>
  `from bioql import quantum\n\nresult = quantum("${program}", backend="${backend}", shots=1024)\nprint(result)\n`;

const FILES = {
  'ghz.py': source('Create 3-qubit GHZ state'),
  'gates.py': source('Apply gates on 3 qubits: h 0; cx 0 1; rz(pi/4) 2; ccx 0 1 2'),
  'grover.py': source('Run Grover search on 3 qubits for 101'),
  'long.py': source('Run Grover search on 13 qubits for 1010101010101'),
  'endless.py': source('Run Grover search on 19 qubits for 1010101010101010101'),
  'hardware.py': source('Run quantum Fourier transform on 4 qubits with input 0101', 'ionq_qpu'),
  'large.py': source('Create 24-qubit GHZ state'),
  'fold.py': source('Fold protein insulin'),
  'empty.py': 'print("no quantum here")\n',
};

describe('a person who runs programs on the simulator', function () {
  this.timeout(120_000);
  let studio: Studio;
  let panel: FrameLocator;
  const violations: string[] = [];

  before(async () => {
    studio = await openStudio({ files: FILES });
    studio.page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) violations.push(message.text());
    });
    panel = webview(studio.page);
  });
  after(() => studio.close());
  afterEach(() => assert.deepEqual(violations, []));

  async function run(file: keyof typeof FILES): Promise<void> {
    const { page } = studio;
    await page.keyboard.press('Control+1');
    await openFile(page, file);
    await goToLine(page, 3);
    await runCommand(page, 'BioQL: Run on Simulator');
    const [, program = ''] = /quantum\("([^"]*)/.exec(FILES[file]) ?? [];
    await panel.locator('.title code', { hasText: program }).waitFor();
  }
  const closeAll = () => runCommand(studio.page, 'View: Close All Editors');
  const bars = () => panel.locator('#histogram .outcome');
  const counts = () => panel.locator('table.outcomes tbody td:last-child').allInnerTexts();
  const basisStates = () => panel.locator('table.amplitudes tbody th').allInnerTexts();
  const status = (text: string | RegExp) => panel.locator('.matching').getByText(text);

  it('sees circuit, facts, exact and sampled bars beside the code', async () => {
    await run('ghz.py');
    await bars().first().waitFor();
    assert.equal(await panel.locator('#circuit .gate').count(), 3);
    assert.equal(await bars().count(), 2);
    assert.match((await bars().first().getAttribute('aria-label')) ?? '', /^000: exact 50\.00%, sampled \d+\.\d\d% \(/);
    const facts = await panel.locator('.facts dd').allInnerTexts();
    assert.deepEqual(facts, ['3', '4', '3', 'simulator']);
    await panel.getByText('q2 q1 q0 (q0 is the rightmost, as in Qiskit)').waitFor();
    await panel.getByText('Ideal, noiseless simulation on this computer').waitFor();
    await screenshot(studio.page, join(PICTURES, 'run-dark.png'));
  });

  it('walks through the state with the slider', async () => {
    const { page } = studio;
    await panel.locator('#after').focus();
    await page.keyboard.press('Home');
    await panel.locator('#where').getByText('Start: every qubit is 0').waitFor();
    await panel.locator('tbody[data-after="0"]').waitFor();
    assert.deepEqual(await basisStates(), ['|000⟩']);
    await page.keyboard.press('ArrowRight');
    await panel.locator('tbody[data-after="1"]').waitFor();
    assert.deepEqual(await basisStates(), ['|000⟩', '|001⟩']);
    await panel.locator('#where').getByText('After gate 1 of 3: H on q0').waitFor();
    assert.equal(await panel.locator('[data-gate="0"]').getAttribute('aria-current'), 'step');
    assert.equal(await panel.locator('.gate.future').count(), 2);
    await panel.getByRole('button', { name: 'Next Gate' }).click();
    await panel.locator('tbody[data-after="2"]').waitFor();
    assert.deepEqual(await basisStates(), ['|000⟩', '|011⟩']);
    await screenshot(page, join(PICTURES, 'run-state-dark.png'));
  });

  it('draws again with another seed, and the same with the same seed', async () => {
    const { page } = studio;
    const first = await counts();
    const draw = async (seed: string, differs: boolean) => {
      await panel.locator('#seed').fill(seed);
      await page.keyboard.press('Enter');
      const wanted = differs ? `:not(:text-is("${first[0]}"))` : `:text-is("${first[0]}")`;
      await panel.locator(`table.outcomes tbody tr:first-child td:last-child${wanted}`).waitFor();
    };
    await draw('2', true);
    await draw('1', false);
    assert.deepEqual(await counts(), first);
    await panel.locator('#shots').fill('5000');
    await page.keyboard.press('Enter');
    await panel.getByText('sampled, 5,000 shots').waitFor();
    await panel.locator('#shots').fill('0');
    await page.keyboard.press('Enter');
    await panel.getByText('A whole number from 1 to 1,000,000, please.').waitFor();
  });

  it('filters, sorts, counts and labels the outcomes', async () => {
    await panel.locator('#filter').fill('1*');
    await status('1 of the outcomes match the filter: exactly 50.00%').waitFor();
    assert.equal(await bars().count(), 1);
    await panel.locator('#filter').fill('12');
    await panel.getByText('Only 0, 1, ? and * can be filtered by.').waitFor();
    await panel.getByRole('button', { name: 'Clear' }).click();
    await status('2 possible outcomes').waitFor();
    await panel.getByLabel('Labels').selectOption({ label: 'kets' });
    await panel.locator('.outcome-name').getByText('|111⟩').waitFor();
    await run('grover.py');
    await panel.getByLabel('Sort').selectOption({ label: 'by exact probability' });
    await panel.locator('table.outcomes tbody tr:first-child th:text-is("101")').waitFor();
    await panel.getByLabel('Show').selectOption({ label: 'top 8' });
    await panel.getByText('Result: 101 is found with probability 94.53%.').waitFor();
    await screenshot(studio.page, join(PICTURES, 'run-grover-dark.png'));
  });

  it('folds and unfolds stages', async () => {
    const gates = panel.locator('#circuit [data-gate]');
    const all = await gates.count();
    await panel.locator('#fold').click();
    await panel.locator('.folded-stage').first().waitFor();
    assert.equal(await panel.locator('.folded-stage').count(), 4);
    assert.equal(await gates.count(), 3);
    await panel.getByRole('button', { name: 'Oracle 1' }).press('Enter');
    await panel.locator('.stage-title').waitFor();
    assert.equal(await panel.locator('.folded-stage').count(), 3);
    await panel.locator('#fold').click();
    await panel.locator('#fold').click();
    assert.equal(await gates.count(), all);
  });

  it('finds everything as it was after a look at another tab', async () => {
    const { page } = studio;
    await panel.locator('#filter').fill('1?1');
    await status('2 of the outcomes match the filter').waitFor();
    await openWebviewTab(page, 'Run: GHZ state');
    await panel.locator('h1', { hasText: 'GHZ state' }).waitFor();
    await bars().first().waitFor();
    await openWebviewTab(page, 'Run: Grover search');
    await panel.locator('h1', { hasText: 'Grover search' }).waitFor();
    await status('2 of the outcomes match the filter').waitFor();
    assert.equal(await panel.locator('#filter').inputValue(), '1?1');
    assert.equal(await bars().count(), 2);
  });

  it('uses the same panel for the same call', async () => {
    await run('grover.py');
    await bars().first().waitFor();
    assert.equal(await studio.page.locator('.tab', { hasText: 'Run: Grover' }).count(), 1);
    await closeAll();
  });

  it('goes from a gate to its text in the code, by mouse and by keys', async () => {
    const { page } = studio;
    await run('gates.py');
    await panel.locator('[data-gate="1"]').click();
    await panel.locator('#where').getByText('After gate 2 of 4: CX, control q0, target q1').waitFor();
    const selected = async (column: number, length: number) => {
      await page.locator('.tab', { hasText: 'gates.py' }).click();
      await waitForStatusBarText(page, `Ln 3, Col ${column} (${length} selected)`);
    };
    const line = FILES['gates.py'].split('\n')[2] ?? '';
    await selected(line.indexOf('cx 0 1') + 1, 'cx 0 1'.length);
    await panel.locator('[data-gate="1"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await screenshot(page, join(PICTURES, 'run-gate-dark.png'));
    await selected(line.indexOf('rz(pi/4) 2') + 1, 'rz(pi/4) 2'.length);
  });

  it('reaches everything by the Tab key alone', async () => {
    const { page } = studio;
    await panel.locator('#shots').focus();
    const reached = new Set<string>();
    for (let tabs = 0; tabs < 40; tabs += 1) {
      const focused = panel.locator(':focus');
      if ((await focused.count()) === 0) break;
      reached.add(
        await focused.evaluate(
          ({ id, textContent, ariaLabel, dataset }) =>
            id || dataset['gate'] || dataset['outcome'] || ariaLabel || textContent || '',
        ),
      );
      await page.keyboard.press('Tab');
    }
    const wanted = ['shots', 'seed', 'new-seed', 'Zoom Out', '100 %', 'Zoom In', 'Fit', 'Export SVG', '2', 'after'];
    wanted.push('Next Gate', 'Amplitudes of This State', 'filter', 'Clear', 'Export CSV', '000');
    assert.deepEqual(
      wanted.filter((name) => !reached.has(name)),
      [],
      `reached ${[...reached].join(', ')}`,
    );
  });

  it('says when the file has changed, and runs again', async () => {
    const { page } = studio;
    await page.locator('.tab', { hasText: 'gates.py' }).click();
    await goToLine(page, 3, (FILES['gates.py'].split('\n')[2] ?? '').indexOf('h 0') + 1);
    await page.keyboard.type('x 0; ');
    await panel.getByText('The file has changed since this run.').waitFor();
    await panel.getByRole('button', { name: 'Run Again' }).click();
    await panel.locator('[data-gate="4"]').waitFor();
    assert.ok(await panel.locator('#stale').isHidden());
    await page.locator('.tab', { hasText: 'gates.py' }).click();
    await runCommand(page, 'File: Revert File');
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    await closeAll();
  });

  it('keeps drawings as SVG and outcomes as CSV', async () => {
    const { page } = studio;
    await run('ghz.py');
    await bars().first().waitFor();
    const save = async (section: string, button: string, file: string) => {
      await panel.locator(section).getByRole('button', { name: button }).click();
      await acceptFile(page, file);
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).waitFor();
    };
    await save('#circuit', 'Export SVG', 'ghz-circuit.svg');
    await save('#outcomes', 'Export SVG', 'ghz-histogram.svg');
    await save('#outcomes', 'Export CSV', 'ghz-outcomes.csv');
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'ghz-outcomes.csv' }).dblclick();
    await waitForEditorText(page, 'outcome (q2 q1 q0),decimal,probability,count,frequency');
    assert.match(await editorText(page), /^000,0,0\.5,\d+,0\.\d+$/m);
    await closeAll();
  });

  it('cancels a long run', async () => {
    await run('endless.py');
    await panel.locator('progress').waitFor();
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await panel.getByText('The run was cancelled.').waitFor();
    await panel.getByRole('button', { name: 'Run Again' }).click();
    await panel.locator('progress').waitFor();
    await closeAll();
  });

  it('begins with folded stages where a circuit is long', async () => {
    await run('long.py');
    await bars().first().waitFor();
    assert.ok((await panel.locator('.folded-stage').count()) > 100);
    assert.equal(await panel.locator('[data-gate]').count(), 13);
    await panel.getByText('1010101010101 is found').waitFor();
    await closeAll();
  });

  it('hears why a program is too large, and what to do', async () => {
    await run('large.py');
    await panel.getByRole('heading', { name: 'too_many_qubits' }).waitFor();
    await panel.getByText('Use 20 qubits or fewer').waitFor();
    await screenshot(studio.page, join(PICTURES, 'run-too-large.png'));
    await closeAll();
  });

  it('reads what a program does that is not simulated', async () => {
    await run('fold.py');
    await panel.getByText('not simulated').first().waitFor();
    await panel.getByRole('heading', { name: 'How it works' }).waitFor();
    await screenshot(studio.page, join(PICTURES, 'run-described.png'));
    await closeAll();
  });

  it('is told once that a file has no call', async () => {
    const { page } = studio;
    await openFile(page, 'empty.py');
    await runCommand(page, 'BioQL: Run on Simulator');
    await runCommand(page, 'Notifications: Show Notifications');
    const told = page.locator('.notification-list-item', { hasText: 'There is no quantum(…) call here.' });
    await told.first().waitFor();
    assert.equal(await told.count(), 1);
    await runCommand(page, 'Notifications: Clear All Notifications');
  });

  it('has state and outcomes side by side where there is room', async () => {
    const { page } = studio;
    const size = page.viewportSize() ?? { width: 1280, height: 800 };
    await page.setViewportSize({ width: 1920, height: 1000 });
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await run('grover.py');
    await bars().first().waitFor();
    const [left, right] = [await panel.locator('#state').boundingBox(), await panel.locator('#outcomes').boundingBox()];
    assert.ok(left && right);
    assert.ok(Math.abs(left.y - right.y) < 1 && left.x + left.width <= right.x, JSON.stringify({ left, right }));
    await panel.getByRole('button', { name: 'Fit', exact: true }).click();
    await panel.locator('[data-gate="5"]').click();
    await screenshot(page, join(PICTURES, 'run-wide-dark.png'));
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await page.setViewportSize(size);
    await closeAll();
  });

  for (const [name, theme] of [
    ['light', 'Light 2026'],
    ['high-contrast', 'Dark High Contrast'],
    ['high-contrast-light', 'Light High Contrast'],
  ] as const) {
    it(`is as clear in a theme of ${name}`, async () => {
      const { page } = studio;
      await closeAll();
      await chooseTheme(page, theme);
      await run('hardware.py');
      await panel.getByText('The backend ionq_qpu is hardware.').waitFor();
      await bars().first().waitFor();
      await panel.getByRole('button', { name: 'Previous Gate' }).click();
      await panel.locator('tbody[data-after="13"]').waitFor();
      await screenshot(page, join(PICTURES, `run-${name}.png`));
      await panel.locator('#outcomes').scrollIntoViewIfNeeded();
      await panel.locator('table.outcomes').scrollIntoViewIfNeeded();
      await screenshot(page, join(PICTURES, `run-outcomes-${name}.png`));
    });
  }

  it('speaks Spanish where VS Code does', async () => {
    const { page } = studio;
    await closeAll();
    // What a language pack tells the workbench, and it the extensions.
    await page.addInitScript("globalThis._VSCODE_NLS_LANGUAGE = 'es'");
    await page.reload();
    await page.waitForFunction('globalThis.driver?.whenWorkbenchRestored().then(() => true)');
    // Keys reach the workbench once it has an editor in focus.
    await openFile(page, 'grover.py');
    await chooseTheme(page, 'Dark 2026');
    await run('grover.py');
    await panel.getByRole('heading', { name: 'Búsqueda de Grover' }).waitFor();
    await panel.locator('.legend', { hasText: 'probabilidad exacta' }).waitFor();
    await panel.getByRole('button', { name: 'Puerta anterior' }).click();
    await panel.locator('#where').getByText('Tras la puerta 34 de 35: H en q1').waitFor();
    await screenshot(page, join(PICTURES, 'run-spanish.png'));
  });
});
