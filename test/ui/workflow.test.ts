import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainCalls, writeCode } from '@bioql/language/call';
import { findCalls } from '@bioql/language/python';
import type { FrameLocator } from 'playwright-core';
import type { TextModel } from '../../service/src/domain/text-model.ts';
import { type ScriptedService, startScripted } from '../../service/test/http/scripted-service.ts';
import {
  acceptFile,
  answerQuickInput,
  chooseTheme,
  editorText,
  goToLine,
  notifications,
  openFile,
  runCommand,
  screenshot,
  waitForEditorText,
  waitForStatusBarText,
  webview,
} from '../vscode-host/person.ts';
import { openPython, openStudio, PICTURES, type Studio } from './studio.ts';

const WISH = 'prepare a Bell state on the simulator, then the same on ibm_brisbane with 2000 shots, and compare';

const steps = (...calls: readonly string[]) =>
  `from bioql import quantum\n\n${calls.map((call, at) => `step_${at + 1} = quantum(${call})\n`).join('')}`;

const BELLS = findCalls(
  'result_1 = quantum("Create Bell state", backend="simulator", shots=1024)\nresult_2 = quantum("Create Bell state", backend="ibm_brisbane", shots=2000)\n',
).flatMap(({ call }) => call ?? []);

const FILES = {
  'bells.py': '"""Two Bell states."""\n\n\n',
  'three.py': steps(
    '"Create Bell state", shots=1024',
    '"Create Bell state", backend="ibm_brisbane", shots=2000',
    '"Create uniform superposition of 2 qubits", shots=1024',
  ),
  'edited.py': steps('"Create Bell state", shots=50', '"Create Bell state", shots=70'),
  'mixed.py': steps(
    '"Create Bell state"',
    '"Create 3-qubit GHZ state"',
    '"Dock aspirin to COX-2"',
    '"Create 24-qubit GHZ state"',
    '"make a sandwich"',
  ),
  'endless.py': steps(
    '"Create Bell state"',
    '"Run Grover search on 19 qubits for 1010101010101010101"',
    '"Create Bell state"',
  ),
  'cells.ipynb': JSON.stringify({
    cells: [
      {
        cell_type: 'code',
        id: 'a',
        metadata: {},
        outputs: [],
        execution_count: null,
        source: steps('"Create Bell state"', '"Create Bell state", shots=50'),
      },
    ],
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  }),
};

/** A model that answers with two Bell states, whatever it is asked. */
const twoBells: TextModel = {
  name: 'scripted',
  ready: () => true,
  whenReady: async () => undefined,
  close: async () => undefined,
  async complete(_request, onText) {
    onText(`${explainCalls(BELLS, 'en')}\n${writeCode(...BELLS)}`);
    return { stop: 'end', promptTokens: 10, completionTokens: 60, prefillMs: 10, decodeMs: 190 };
  },
};

describe('a person with a program of several steps', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'bioql-workflow-'));
  let service: ScriptedService;
  let studio: Studio;
  let panel: FrameLocator;
  const violations: string[] = [];

  before(async () => {
    service = await startScripted(join(folder, 'ledger.sqlite'), new Date(), twoBells);
    studio = await openStudio({ files: FILES, settings: { 'bioql.modalUrl': service.url } });
    studio.page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) violations.push(message.text());
    });
    panel = webview(studio.page);
  });
  after(async () => {
    await studio.close();
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => assert.deepEqual(violations, []));

  const lens = (title: string) => studio.page.locator('.codelens-decoration a', { hasText: title }).first();
  const cards = () => panel.locator('.step');
  const comparison = () => panel.locator('#comparison');
  const tab = (name: string) => studio.page.getByRole('tab', { name: new RegExp(`^${name}`) }).first();
  const counts = () => panel.locator('table.compared td.count').allInnerTexts();
  async function runAll(file: keyof typeof FILES, count: number): Promise<void> {
    await studio.page.keyboard.press('Control+1');
    await openFile(studio.page, file);
    await runCommand(studio.page, 'BioQL: Run All Steps');
    await panel.locator('h1', { hasText: `${count} steps` }).waitFor();
  }
  const closeAll = () => runCommand(studio.page, 'View: Close All Editors');

  it('asks for two and sees each as a step, checked', async () => {
    const { page } = studio;
    await openPython(page, 'bells.py');
    await goToLine(page, 3);
    await page.keyboard.press('Control+Shift+G');
    await answerQuickInput(page, WISH);
    const preview = page.locator('.review-widget');
    await preview.getByText('2 calls checked: each one can run.').waitFor();
    await preview.getByText('from the model').waitFor();
    const listed = await preview.locator('ol li').allInnerTexts();
    assert.equal(listed.length, 2);
    assert.match(listed[0] ?? '', /^Bell state .*simulator, 1024 shots/);
    assert.match(listed[1] ?? '', /^Step 1 again, ibm_brisbane, 2000 shots/);
    await preview.getByText('Step 2: "ibm_brisbane" is quantum hardware of IBM: running there costs money.').waitFor();
    await screenshot(page, join(PICTURES, 'workflow-preview-dark.png'));
  });

  it('accepts, is offered to run them all, and sees them side by side', async () => {
    const { page } = studio;
    await page.keyboard.press('Control+Enter');
    await waitForEditorText(page, 'result_2 = quantum("Create Bell state", backend="ibm_brisbane", shots=2000)');
    const offer = '2 steps are in place. Run them on this computer, free, and compare?';
    assert.ok((await notifications(page)).includes(offer));
    await runCommand(page, 'Notifications: Show Notifications');
    await page.locator('.notifications-center').getByText('Run All Steps').click();
    await comparison().waitFor();
    assert.equal(await cards().count(), 2);
    assert.equal(await panel.locator('.circuit svg').count(), 2);
    assert.equal(await panel.locator('[id^="outcomes-"] .outcome').count(), 4);
    await cards().nth(1).getByText('nothing is sent there, and it is free').waitFor();
    assert.deepEqual(await cards().nth(1).locator('.fact dd').allInnerTexts(), [
      'ibm_brisbane',
      '2,000',
      '2',
      '3',
      '2',
    ]);
    await panel
      .getByText(
        /^Steps 1 and 2 have the same ideal distribution\. These samples differ by \d\.\d\d%, by chance alone \(1\.53% on average/,
      )
      .waitFor();
    await screenshot(page, join(PICTURES, 'workflow-dark.png'));
  });

  it('draws again with another seed, and the same with the same seed', async () => {
    const first = await counts();
    const draw = async (seed: string, differs: boolean) => {
      await panel.locator('#seed').fill(seed);
      await panel.locator('#seed').press('Enter');
      const row = panel.locator('table.compared tbody tr:first-child');
      await row.filter({ [differs ? 'hasNotText' : 'hasText']: first[0] ?? '' }).waitFor();
    };
    await draw('5', true);
    await draw('1', false);
    assert.deepEqual(await counts(), first);
    await panel.locator('#seed').fill('-1');
    await panel.locator('#seed').press('Enter');
    await panel.getByText('A whole number from 0 to 4,294,967,295, please.').waitFor();
    await panel.locator('#new-seed').click();
    await panel.locator(`#seed:not([value="1"])`).waitFor();
  });

  it('goes from a step to its code, and to a panel of its own', async () => {
    const { page } = studio;
    await cards().nth(1).getByRole('button', { name: 'Show in Code' }).click();
    await tab('bells.py').click();
    await waitForStatusBarText(page, '(64 selected)');
    await cards().nth(0).getByRole('button', { name: 'Open in Its Own Panel' }).click();
    await tab('Run: Bell state').click();
    await panel.locator('.title h1', { hasText: 'Bell state' }).waitFor();
    await tab('bells.py').click();
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    await closeAll();
  });

  it('runs three by the lens above the first, and compares each with each', async () => {
    const { page } = studio;
    await closeAll();
    await openFile(page, 'three.py');
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await lens('Run all · 3 steps').click();
    await panel.locator('h1', { hasText: '3 steps' }).waitFor();
    await comparison().waitFor();
    assert.equal(await cards().count(), 3);
    const rows = await comparison().locator('table.distances tbody th').allInnerTexts();
    assert.deepEqual(rows, [
      'Steps 1 and 2',
      'Steps 1 and 3',
      'Steps 2 and 3',
      ...[1, 2, 3].map((at) => `Step ${at} and its ideal`),
    ]);
    const [ideals, samples, expected] = await comparison()
      .locator('table.distances tbody tr')
      .nth(1)
      .locator('td')
      .allInnerTexts();
    assert.deepEqual([ideals, expected], ['50.00%', '50.00%']);
    assert.match(samples ?? '', /^(4[6-9]|5[0-4])\.\d\d%$/);
    await comparison().scrollIntoViewIfNeeded();
    await screenshot(page, join(PICTURES, 'workflow-comparison-dark.png'));
    await panel.locator('header').scrollIntoViewIfNeeded();
    await screenshot(page, join(PICTURES, 'workflow-three-dark.png'));
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  });

  it('reaches everything by the Tab key alone', async () => {
    await panel.locator('#seed').focus();
    const reached = new Set<string>();
    for (let tabs = 0; tabs < 40; tabs += 1) {
      const focused = panel.locator(':focus');
      if ((await focused.count()) === 0) break;
      reached.add(
        await focused.evaluate(
          ({ id, dataset, classList }) => id || dataset['gate'] || dataset['outcome'] || classList[0] || '',
        ),
      );
      await studio.page.keyboard.press('Tab');
    }
    const wanted = ['seed', 'new-seed', 'again', 'csv', '0', '00', 'code-0', 'own-0', 'code-2', 'own-2', 'table-area'];
    assert.deepEqual(
      wanted.filter((name) => !reached.has(name)),
      [],
      `reached ${[...reached].join(', ')}`,
    );
  });

  it('keeps everything as CSV', async () => {
    const { page } = studio;
    await panel.locator('#csv').click();
    await acceptFile(page, 'three-steps.csv');
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'three-steps.csv' }).dblclick();
    await waitForEditorText(page, 'step,name,program,backend,shots,seed,outcome,decimal,probability,count,frequency');
    assert.match(await editorText(page), /^2,step_2,"Create Bell state",ibm_brisbane,2000,2,11,3,0\.5,\d+,0\.\d+$/m);
    await page.keyboard.press('Control+W');
  });

  it('says when the file has changed, and runs again', async () => {
    const { page } = studio;
    await closeAll();
    await runAll('edited.py', 2);
    await comparison().waitFor();
    await tab('edited.py').click();
    await goToLine(page, 3, FILES['edited.py'].split('\n')[2]?.indexOf('50'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('2');
    await panel.getByText('The file has changed since this run.').waitFor();
    await panel.locator('#stale').getByRole('button', { name: 'Run Again' }).click();
    await cards().first().getByText('250', { exact: true }).waitFor();
    assert.ok(await panel.locator('#stale').isHidden());
    await tab('edited.py').click();
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    await closeAll();
  });

  it('runs what can run, says of each other step why not, and that nothing compares', async () => {
    await runAll('mixed.py', 5);
    await panel.getByText('No two steps that ran measure the same number of bits').waitFor();
    assert.equal(await panel.locator('.circuit').count(), 2);
    await cards().nth(2).getByText('not simulated').waitFor();
    await cards().nth(3).getByText('24 qubits are too many for this simulator').waitFor();
    await cards().nth(4).getByText('not understood').first().waitFor();
    await screenshot(studio.page, join(PICTURES, 'workflow-mixed-dark.png'));
    await closeAll();
  });

  it('cancels a long run, and keeps what is done', async () => {
    await runAll('endless.py', 3);
    await panel.locator('progress').waitFor();
    await cards().nth(2).getByText('Waiting for the steps before it.').waitFor();
    await panel.locator('#cancel').click();
    await panel.locator('header').getByText('The run was cancelled.').waitFor();
    assert.equal(await panel.locator('.circuit').count(), 1);
    await closeAll();
  });

  it('runs the calls of a notebook cell', async () => {
    const { page } = studio;
    await page.locator('.explorer-viewlet').getByText('cells.ipynb').dblclick();
    await page.locator('.notebookOverlay .code-cell-row .view-line').nth(2).click();
    await runCommand(page, 'BioQL: Run All Steps');
    await comparison().waitFor();
    assert.equal(await cards().count(), 2);
    await screenshot(page, join(PICTURES, 'workflow-notebook.png'));
    await closeAll();
  });

  it('has selected steps explained and compared', async () => {
    const { page } = studio;
    await openFile(page, 'three.py');
    await page.keyboard.press('Control+A');
    await runCommand(page, 'BioQL: Explain Code');
    await panel.getByRole('heading', { name: '3 steps' }).waitFor();
    await panel.getByText('Steps 1 and 2 have the same ideal distribution.').waitFor();
    await screenshot(page, join(PICTURES, 'workflow-explained-dark.png'));
    await closeAll();
  });

  it('is clear in light and in high contrast', async () => {
    const { page } = studio;
    for (const [theme, name] of [
      ['Light 2026', 'light'],
      ['Dark High Contrast', 'contrast'],
    ] as const) {
      await chooseTheme(page, theme);
      await runAll('three.py', 3);
      await comparison().waitFor();
      await screenshot(page, join(PICTURES, `workflow-${name}.png`));
      await comparison().scrollIntoViewIfNeeded();
      await screenshot(page, join(PICTURES, `workflow-comparison-${name}.png`));
      await closeAll();
    }
  });
});

describe('a workflow asked of the real service', function () {
  this.timeout(120_000);
  let studio: Studio;
  before(async () => {
    studio = await openStudio({ files: FILES });
  });
  after(() => studio.close());

  it('is answered or refused, and an answer can be run', async () => {
    const { page } = studio;
    await openPython(page, 'bells.py');
    await goToLine(page, 3);
    await page.keyboard.press('Control+Shift+G');
    await answerQuickInput(page, WISH);
    const preview = page.locator('.review-widget');
    const answered = preview.getByText(/from (the model|a template)/);
    const refused = preview.locator('.codicon-circle-slash');
    await answered.or(refused).first().waitFor();
    if (await refused.isVisible()) return;
    await page.keyboard.press('Control+Enter');
    await waitForEditorText(page, 'quantum("');
    const calls = (await editorText(page)).match(/quantum\("/g)?.length ?? 0;
    await page
      .locator('.codelens-decoration')
      .getByText(calls > 1 ? `Run all · ${calls} steps` : '▶ Run on simulator')
      .first()
      .waitFor();
  });
});
