import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  answerQuickInput,
  editorText,
  goToLine,
  openFile,
  runCommand,
  screenshot,
  statusBarText,
  waitForEditorText,
  waitForQuickInput,
  waitForStatusBarText,
} from '../vscode-host/person.ts';
import { openPython, openStudio, PICTURES, type Studio } from './studio.ts';

const START = '"""Three qubits that always agree."""\n\n\n';
const GHZ_CALL = 'result = quantum("Create 3-qubit GHZ state", backend="simulator", shots=1024)';

for (const theme of ['dark', 'light'] as const) {
  describe(`a person who asks for a GHZ state (${theme})`, function () {
    this.timeout(120_000);
    let studio: Studio;
    before(async () => {
      studio = await openStudio({ files: { 'ghz.py': START, 'notes.md': 'Notes\n' }, theme });
    });
    after(() => studio.close());

    it('presses the key, types it, sees the answer, accepts it, and sees code and cost', async () => {
      const { page } = studio;
      await openPython(page, 'ghz.py');
      await goToLine(page, 3);
      await page.keyboard.press('Control+Shift+G');
      await page.locator('.quick-input-widget:visible').waitFor();
      await screenshot(page, join(PICTURES, `prompt-${theme}.png`));
      await answerQuickInput(page, 'a GHZ state on 3 qubits');

      const preview = page.locator('.review-widget');
      await preview.getByText('GHZ state on 3 qubits, simulator, 1024 shots').waitFor();
      await preview.getByText('from the model').waitFor();
      assert.match(((await preview.textContent()) ?? '').replaceAll('\u00a0', ' '), /Create 3-qubit GHZ state/);
      await screenshot(page, join(PICTURES, `preview-${theme}.png`));
      assert.ok(!(await editorText(page)).includes('quantum('), 'the document is untouched until Accept');

      await page.keyboard.press('Control+Enter');
      await waitForEditorText(page, GHZ_CALL);
      await waitForEditorText(page, 'from bioql import quantum');
      await waitForStatusBarText(page, '$');
      assert.match(await statusBarText(page), /\$0\.00\d+ · \$9\.99/);
      await preview.waitFor({ state: 'detached' });
      await screenshot(page, join(PICTURES, `accepted-${theme}.png`));
    });

    it('takes it back with one undo', async () => {
      const { page } = studio;
      await page.keyboard.press('Control+Z');
      await page.locator('.view-lines').getByText('quantum').first().waitFor({ state: 'detached' });
      assert.match(await editorText(page), /Three qubits that always agree/);
    });
  });
}

describe('generate, from a comment and back out of it', function () {
  this.timeout(120_000);
  let studio: Studio;
  before(async () => {
    studio = await openStudio({
      files: { 'search.py': '# search for 101 with Grover on three qubits\n', 'notes.md': 'Notes\n' },
    });
  });
  after(() => studio.close());

  it('takes the comment on the line as its start', async () => {
    const { page } = studio;
    await openPython(page, 'search.py');
    await page.keyboard.press('Control+Shift+G');
    await waitForQuickInput(page, 'search for 101 with Grover on three qubits');
    await page.keyboard.press('Enter');
    await page.locator('.review-widget').getByText('from the model').waitFor();
    await page.keyboard.press('Control+Enter');
    await waitForEditorText(page, 'quantum("Run Grover search on 3 qubits for 101"');
    assert.match(await editorText(page), /^# search for 101/);
  });

  it('discards with Escape and leaves the file as it was', async () => {
    const { page } = studio;
    const before = await editorText(page);
    await goToLine(page, 1);
    await page.keyboard.press('Control+Shift+G');
    await answerQuickInput(page, 'a Bell state');
    await page.locator('.review-widget').getByText('from the model').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.review-widget').waitFor({ state: 'detached' });
    await waitForEditorText(page, before);
  });

  it('says kindly what it cannot answer, and shows no code', async () => {
    const { page } = studio;
    await openPython(page, 'search.py');
    await page.keyboard.press('Control+Shift+G');
    await answerQuickInput(page, 'what will the weather be like in Seville tomorrow?');
    const preview = page.locator('.review-widget');
    await preview.getByText('not a request that a BioQL program can answer').waitFor();
    await screenshot(page, join(PICTURES, 'refused.png'));
    await page.keyboard.press('Escape');
    await preview.waitFor({ state: 'detached' });
  });

  it('keeps its key away from other files', async () => {
    const { page } = studio;
    await openFile(page, 'notes.md');
    await page.keyboard.press('Control+Shift+G');
    await page.locator('.scm-view, .part.sidebar:visible').first().waitFor();
    assert.equal(await page.locator('.quick-input-widget:visible').count(), 0);
  });

  it('writes a line a request into the BioQL output channel', async () => {
    const { page } = studio;
    await runCommand(page, 'BioQL: Show Log');
    const output = page.locator('.output-view-container, .part.panel');
    await output
      .getByText(/req_[0-9a-f]+/)
      .first()
      .waitFor();
    await screenshot(page, join(PICTURES, 'log.png'));
    const text = (await output.textContent()) ?? '';
    assert.doesNotMatch(text, /bioql_test_|Seville/);
  });

  it('answers by template, with a note, when the service is gone', async () => {
    const { page, stopService } = studio;
    await stopService();
    await openPython(page, 'search.py');
    await goToLine(page, 1);
    await page.keyboard.press('Control+Shift+G');
    await answerQuickInput(page, 'Create a Bell state');
    await page.locator('.review-widget').getByText('from a template ·').waitFor();
    await waitForStatusBarText(page, 'offline');
    await screenshot(page, join(PICTURES, 'offline.png'));
    await page.keyboard.press('Control+Enter');
    await waitForEditorText(page, 'quantum("Create Bell state"');
  });
});
