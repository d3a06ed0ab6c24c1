import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import {
  editorText,
  goToLine,
  runCommand,
  screenshot,
  waitForEditorText,
  waitForStatusBarText,
  webview,
} from '../vscode-host/person.ts';
import { openPython, openStudio, PICTURES, type Studio } from './studio.ts';

const FILES = {
  'bell.py': '"""Two qubits that agree."""\n\n',
  'broken.py':
    'from bioql import quantum\n\nresult = quantum("Create Bell stat", backend="simulater", shots=500)\nprint(result)\n',
};

const input = (page: Page): Locator =>
  page.locator('.interactive-session .chat-input-container .monaco-editor').first();
const answers = (page: Page): Locator =>
  page.locator('.interactive-session .interactive-response.chat-most-recent-response');
const WIDER = 260;
/** The last line of every answer. */
const FOOTER = /^(?:Free: answered|from (?:the model|a template))/;

async function openChat(page: Page): Promise<void> {
  await runCommand(page, 'Chat: Open Chat');
  await input(page).waitFor();
  // As wide as a person makes it who reads code there.
  const side = await page.locator('.part.auxiliarybar').boundingBox();
  if (side === null) throw new Error('the chat has no place');
  await page.mouse.move(side.x - 1, 300);
  await page.mouse.down();
  await page.mouse.move(side.x - WIDER, 300, { steps: 5 });
  await page.mouse.up();
}

/** Says something, and waits for the last line of the answer. */
async function say(page: Page, words: string): Promise<Locator> {
  await input(page).click();
  await page.keyboard.insertText(words);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  // The list draws only what is in sight, so that nothing can be counted.
  const said = words.replace(/^@bioql /, '').slice(-16);
  await page.locator('.interactive-session .interactive-request', { hasText: said }).last().waitFor();
  const answer = answers(page).last();
  await answer.getByText(FOOTER).waitFor({ timeout: 20_000 });
  return answer;
}

const textOf = async (answer: Locator): Promise<string> =>
  ((await answer.textContent()) ?? '').replaceAll('\u00a0', ' ');

const button = (answer: Locator, name: string): Locator => answer.getByRole('button', { name, exact: true });

describe('a person who talks to @bioql', function () {
  this.timeout(120_000);
  let studio: Studio;
  before(async () => {
    studio = await openStudio({ files: FILES });
    await openPython(studio.page, 'bell.py');
    await studio.page.keyboard.press('Control+B');
    await goToLine(studio.page, 3);
    await openChat(studio.page);
  });
  after(() => studio.close());
  afterEach(async function () {
    const name = this.currentTest?.title.slice(0, 24).replace(/\W+/g, '-');
    if (this.currentTest?.state === 'failed') await screenshot(studio.page, join(PICTURES, `chat-failed-${name}.png`));
  });

  it('has a program written, and puts it into the file', async () => {
    const { page } = studio;
    const answer = await say(page, '@bioql /generate a Bell state with 500 shots');
    assert.match(await textOf(answer), /quantum\("Create Bell state", backend="simulator", shots=500\)/);
    assert.match(await textOf(answer), /from the model · \d+\.\d\d s · \$0\.00\d+ · balance \$9\.99/);
    await screenshot(page, join(PICTURES, 'chat-generate.png'));
    await button(answer, 'Insert').click();
    await waitForEditorText(page, 'quantum("Create Bell state", backend="simulator", shots=500)');
    await waitForStatusBarText(page, '$9.99');
  });

  it('changes it in the next turn, without saying whom it talks to', async () => {
    const { page } = studio;
    const answer = await say(page, 'now on ionq with 200 shots');
    assert.match(await textOf(answer), /backend="ionq_qpu", shots=200/);
    assert.match(await textOf(answer), /Running there costs money/);
    await screenshot(page, join(PICTURES, 'chat-change.png'));
    await button(answer, 'Show Diff').click();
    await page.locator('.tab.active', { hasText: 'before and after' }).waitFor();
    await screenshot(page, join(PICTURES, 'chat-diff.png'));
  });

  it('runs it in the conversation', async () => {
    const { page } = studio;
    const answer = await say(page, '/run');
    assert.match(await textOf(answer), /200 shots, seed \d+/);
    assert.equal(await answer.locator('table tr').count(), 3);
    await screenshot(page, join(PICTURES, 'chat-run.png'));
  });

  it('explains it, and says what things cost', async () => {
    const { page } = studio;
    const answer = await say(page, '/explain');
    assert.match(await textOf(answer), /Bell state[\s\S]*How it works/);
    await screenshot(page, join(PICTURES, 'chat-explain.png'));
    assert.match(await textOf(await say(page, '/cost')), /USD 1\.10 an hour/);
    await screenshot(page, join(PICTURES, 'chat-cost.png'));
  });

  it('shows several runs step by step', async () => {
    const { page } = studio;
    const wish = 'prepare a Bell state on the simulator, then a GHZ state of 3 qubits on the simulator, and compare';
    const answer = await say(page, wish);
    await screenshot(page, join(PICTURES, 'chat-workflow.png'));
    assert.match(await textOf(answer), /quantum\(/);
  });

  it('declines kindly what is not its business', async () => {
    const { page } = studio;
    const answer = await say(page, 'what will the weather be like in Seville tomorrow?');
    assert.match(await textOf(answer), /I only know BioQL and quantum programs/);
    await screenshot(page, join(PICTURES, 'chat-decline.png'));
  });

  it('fixes the file in front, and opens the result panel of an answer', async () => {
    const { page } = studio;
    await openPython(page, 'broken.py');
    const answer = await say(page, '/fix');
    assert.match(await textOf(answer), /What was fixed/);
    assert.match(await textOf(answer), /quantum\("Create Bell state", backend="simulator", shots=500\)/);
    await screenshot(page, join(PICTURES, 'chat-fix.png'));
    assert.match(await editorText(page), /simulater/, 'the file is as it was');
    await button(answer, 'Run').click();
    await webview(page).getByRole('heading', { name: 'Bell state' }).waitFor();
    await screenshot(page, join(PICTURES, 'chat-run-panel.png'));
  });

  it('offers what to ask next', async () => {
    const { page } = studio;
    await page.locator('.interactive-input-followups', { hasText: 'Explain it' }).getByText('Explain it').click();
    await answers(page).last().getByText('How it works').waitFor();
  });
});
