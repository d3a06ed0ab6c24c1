import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  answerQuickInput,
  editorText,
  goToLine,
  openFile,
  runCommand,
  screenshot,
  waitForEditorText,
  waitForQuickInput,
  waitForStatusBarText,
} from '../vscode-host/person.ts';
import { type CountingProxy, startCountingProxy } from './counting-proxy.ts';
import { openPython, openStudio, PICTURES, type Studio } from './studio.ts';

const START = '"""Three qubits that always agree."""\n\nfrom bioql import quantum\n\n';
const GHZ_CALL = 'quantum("Create 3-qubit GHZ state", backend="simulator", shots=1024)';
const cell = (...lines: string[]) => ({
  cell_type: 'code',
  execution_count: null,
  metadata: {},
  outputs: [],
  source: lines.map((line, at) => (at === lines.length - 1 ? line : `${line}\n`)),
});
const NOTEBOOK = JSON.stringify({
  cells: [cell('from bioql import quantum'), cell('')],
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
});
const SETTINGS = {
  // Words of the file itself would stand where the ghost text is.
  'editor.wordBasedSuggestions': 'off',
};

describe('suggestions as one types', function () {
  this.timeout(170_000);
  let studio: Studio;
  let proxy: CountingProxy;
  before(async () => {
    proxy = await startCountingProxy();
    studio = await openStudio({
      files: {
        'comment.py': START,
        'cancel.py': START,
        'free.py': START,
        'cells.ipynb': NOTEBOOK,
        'notes.md': 'Notes\n',
      },
      settings: { 'bioql.modalUrl': proxy.url, ...SETTINGS },
    });
    proxy.target = studio.serviceUrl;
  });
  after(async () => {
    await studio.close();
    proxy.close();
  });

  const ghost = () => studio.page.locator('[class*="ghost-text"]');
  const ghostText = async (): Promise<string> => (await ghost().allTextContents()).join('').replaceAll('\u00a0', ' ');
  const waitForGhost = async (text: string): Promise<void> => {
    const until = Date.now() + 15_000;
    let seen = await ghostText();
    while (!seen.includes(text)) {
      if (Date.now() > until) {
        await screenshot(studio.page, join(PICTURES, 'inline-failed.png'));
        throw new Error(`no ghost text ${text}; seen: ${seen}; in: ${await editorText(studio.page)}`);
      }
      await delay(50);
      seen = await ghostText();
    }
  };
  const noGhost = () => ghost().first().waitFor({ state: 'detached' });
  const settled = async (state: string): Promise<void> => {
    for (let tries = 0; proxy.passed.at(-1)?.state !== state && tries < 100; tries += 1) await delay(50);
    assert.equal(proxy.passed.at(-1)?.state, state);
  };
  const type = (text: string) => studio.page.keyboard.type(text, { delay: 30 });
  const writeComment = async (text: string) => {
    await studio.page.keyboard.press('Control+End');
    await type(text);
    await studio.page.keyboard.press('Enter');
  };

  it('appear below a comment, from one request', async () => {
    const { page } = studio;
    await openPython(page, 'comment.py');
    await writeComment('# a GHZ state on 3 qubits');
    await waitForGhost(GHZ_CALL);
    await waitForGhost('print(result)');
    assert.equal(proxy.passed.length, 1);
    await waitForStatusBarText(page, '$');
    await delay(300);
    await screenshot(page, join(PICTURES, 'inline.png'));
  });

  it('go along with what is typed, without another request', async () => {
    await type('result = ');
    await waitForGhost(GHZ_CALL);
    assert.equal(proxy.passed.length, 1);
  });

  it('are taken with Tab', async () => {
    const { page } = studio;
    await page.keyboard.press('Tab');
    await noGhost();
    await waitForEditorText(page, `result = ${GHZ_CALL}\nprint(result)`);
    assert.equal(proxy.passed.length, 1);
  });

  it('know programs, backends, the end of a call and its print without any request', async () => {
    const { page } = studio;
    await openPython(page, 'free.py');
    await page.keyboard.press('Control+End');
    await type('bell = ');
    await waitForGhost('quantum("Create Bell state", backend="simulator", shots=1024)');
    await page.keyboard.press('Tab');
    await waitForEditorText(page, 'bell = quantum("Create Bell state", backend="simulator", shots=1024)\nprint(bell)');
    await page.keyboard.press('Enter');

    await type('four = quantum(');
    await page.keyboard.press('Escape');
    await type('"Create 4');
    await page.keyboard.press('Escape');
    await runCommand(page, 'Trigger Inline Suggestion');
    await waitForGhost('-qubit GHZ state');
    await page.keyboard.press('Tab');
    await waitForEditorText(page, 'four = quantum("Create 4-qubit GHZ state"');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await waitForGhost('print(four)');
    await page.keyboard.press('Tab');
    await waitForEditorText(page, 'print(four)');
    assert.equal(proxy.passed.length, 1);
  });

  it('are stopped by Escape, by the cursor and by typing something else', async () => {
    const { page } = studio;
    await openPython(page, 'cancel.py');
    proxy.slowMs = 5000;
    await writeComment('# an entangled pair of qubits');
    await settled('on its way');
    assert.equal(proxy.passed.length, 2);
    await delay(300);
    await page.keyboard.press('Escape');
    await settled('aborted');

    await writeComment('# two qubits that always agree');
    for (let tries = 0; proxy.passed.length < 3 && tries < 60; tries += 1) await delay(50);
    assert.equal(proxy.passed.length, 3);
    await delay(300);
    await page.keyboard.press('ArrowUp');
    await settled('aborted');

    await writeComment('# four qubits that always agree');
    for (let tries = 0; proxy.passed.length < 4 && tries < 60; tries += 1) await delay(50);
    await type('import os');
    await settled('aborted');
    assert.equal(proxy.passed.length, 4);
    assert.equal(await ghostText(), '');
    proxy.slowMs = 0;
  });

  it('rest while they are paused, which the status bar shows', async () => {
    const { page } = studio;
    await goToLine(page, 5);
    await runCommand(page, 'BioQL: Pause Suggestions');
    await answerQuickInput(page, '15');
    await waitForStatusBarText(page, 'BioQL paused');
    await screenshot(page, join(PICTURES, 'inline-paused.png'));
    await page.locator('.editor-group-container.active .view-lines').click();
    const before = proxy.passed.length;
    await writeComment('# a Bell state');
    await delay(1500);
    assert.equal(proxy.passed.length, before);
    assert.equal(await ghostText(), '');
    await runCommand(page, 'BioQL: Pause Suggestions');
    await page.locator('.statusbar-item:visible', { hasText: 'BioQL paused' }).waitFor({ state: 'detached' });
    await writeComment('# a Bell state, again');
    await waitForGhost('quantum("Create Bell state"');
  });

  it('see the cells above theirs in a notebook', async () => {
    const { page } = studio;
    const before = proxy.passed.length;
    await page.keyboard.press('Control+P');
    await waitForQuickInput(page, '');
    await page.keyboard.type('cells.ipynb');
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'cells.ipynb' }).waitFor();
    await page.keyboard.press('Enter');
    const cells = page.locator('.notebookOverlay .code-cell-row');
    await cells.nth(1).locator('.view-line').first().click();
    await page.keyboard.press('Control+End');
    await type('# a GHZ state on 5 qubits');
    await page.keyboard.press('Enter');
    await waitForGhost('quantum("Create 5-qubit GHZ state"');
    assert.doesNotMatch(await ghostText(), /import/);
    assert.equal(proxy.passed.length, before + 1);
    await screenshot(page, join(PICTURES, 'inline-notebook.png'));
    await page.keyboard.press('Tab');
    await noGhost();
  });

  it('are silent outside Python', async () => {
    const { page } = studio;
    const before = proxy.passed.length;
    await openFile(page, 'notes.md');
    await page.keyboard.press('Control+End');
    await type('# bioql: a Bell state');
    await page.keyboard.press('Enter');
    await delay(1000);
    assert.equal(proxy.passed.length, before);
  });
});
