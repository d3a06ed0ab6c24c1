import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { FrameLocator } from 'playwright-core';
import {
  acceptFile,
  answerQuickInput,
  chooseTheme,
  runCommand,
  screenshot,
  waitForStatusBarText,
  webview,
} from '../vscode-host/person.ts';
import { fillMonth } from './month-of-usage.ts';
import { openPython, openStudio, PICTURES, type Studio } from './studio.ts';

const HARDWARE =
  'from bioql import quantum\n\nresult = quantum("Create 3-qubit GHZ state", backend="ionq_qpu", shots=500)\n';

const micros = (text: string): number => Math.round(Number(text.replace('$', '')) * 1e6);

describe('a person who looks after the money', function () {
  this.timeout(150_000);
  let studio: Studio;
  let panel: FrameLocator;
  const violations: string[] = [];
  before(async () => {
    studio = await openStudio({ files: { 'lab.py': '\n', 'hardware.py': HARDWARE }, prepare: fillMonth });
    studio.page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) violations.push(message.text());
    });
    panel = webview(studio.page);
  });
  after(() => studio.close());
  afterEach(() => assert.deepEqual(violations, []));

  const facts = () => panel.locator('.facts dd').allInnerTexts();
  const rows = (table: string) => panel.getByRole('table', { name: table, exact: true }).locator('tbody tr');

  it('opens the panel: balance, a chart of thirty days, and the same in numbers', async () => {
    const { page } = studio;
    await openPython(page, 'lab.py');
    await runCommand(page, 'BioQL: Show Usage');
    await panel.locator('h1', { hasText: 'Usage and Balance' }).waitFor();
    await panel.locator('.usage-chart .day').first().waitFor();
    assert.equal(await panel.locator('.usage-chart .day').count(), 30);
    const [balance = '', today = '', month = ''] = await facts();
    assert.match(balance, /^\$9\.\d\d$/);
    assert.match(today, /^\$0(\.\d+)? of \$1\.00$/);
    assert.match(month, /^\$0\.\d+$/);
    const days = await rows('Cost by Day').locator('td:nth-child(2)').allInnerTexts();
    const total = await panel.getByRole('table', { name: 'Cost by Day' }).locator('tfoot td:nth-child(2)').innerText();
    assert.equal(
      days.reduce((sum, text) => sum + (text === '–' ? 0 : micros(text)), 0),
      micros(total),
    );
    assert.deepEqual(await panel.locator('.legend li').allInnerTexts(), ['Generate', 'Fix', 'Suggestions', 'Chat']);
    await screenshot(page, join(PICTURES, 'usage-dark.png'));
  });

  it('walks through the days by keys, and hears each', async () => {
    const { page } = studio;
    const bar = panel.locator('.usage-chart .day[tabindex="0"]');
    await bar.focus();
    const first = await bar.getAttribute('data-day');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const now = panel.locator('.usage-chart .day:focus');
    assert.notEqual(await now.getAttribute('data-day'), first);
    const sentence = await panel.locator('.chart-side [role="status"]').innerText();
    assert.equal(sentence, await now.getAttribute('aria-label'));
    assert.match(sentence, /\d: (\$0\.\d{6} \(.*\$|nothing was spent)/);
  });

  it('chooses a span, and finds it again after a look elsewhere', async () => {
    const { page } = studio;
    await panel.getByLabel('Span').selectOption({ label: 'last 7 days' });
    await panel.locator('.usage-chart .day').nth(6).waitFor();
    await panel.locator('.usage-chart .day').nth(7).waitFor({ state: 'detached' });
    await openPython(page, 'lab.py');
    await runCommand(page, 'BioQL: Show Usage');
    await panel.locator('.usage-chart .day').nth(6).waitFor();
    assert.equal(await panel.locator('.usage-chart .day').count(), 7);
    await panel.getByLabel('Span').selectOption({ label: 'last 30 days' });
    await panel.locator('.usage-chart .day').nth(29).waitFor();
  });

  it('reads the receipt of a request, rates it, and sees more requests', async () => {
    const { page, dataDir } = studio;
    assert.equal(await rows('Requests').count(), 50);
    await panel.getByRole('button', { name: 'Show More' }).click();
    await rows('Requests').nth(99).waitFor();
    const first = rows('Requests').first();
    const cost = await first.locator('td').nth(4).innerText();
    await first.getByRole('button').click();
    await panel.locator('.receipt').waitFor();
    const receipt = Object.fromEntries(
      await Promise.all(
        (await panel.locator('.receipt dl > div').all()).map(async (each) => [
          await each.locator('dt').innerText(),
          await each.locator('dd').innerText(),
        ]),
      ),
    );
    assert.match(receipt['Request'], /^req_[0-9a-f]{32}$/);
    assert.equal(receipt['Charged'], cost);
    assert.equal(micros(receipt['Set aside']), micros(receipt['Charged']) + micros(receipt['Given back']));
    await panel.locator('.receipt').getByRole('button', { name: 'Yes' }).click();
    await panel.getByText('none of your words').waitFor();
    const db = new DatabaseSync(join(dataDir, 'bioql.sqlite'), { readOnly: true });
    assert.deepEqual(
      { ...db.prepare('SELECT request_id, rating, prompt FROM feedback').get() },
      { request_id: receipt['Request'], rating: 'up', prompt: null },
    );
    db.close();
    await screenshot(page, join(PICTURES, 'usage-receipt-dark.png'));
    await panel.locator('.receipt').getByRole('button', { name: 'Close' }).click();
    assert.equal(await first.getByRole('button').evaluate((button) => button.matches(':focus')), true);
  });

  it('takes the transactions along as CSV', async () => {
    const { page } = studio;
    await panel.getByRole('button', { name: 'Export CSV' }).click();
    await acceptFile(page, '.csv');
    const today = new Date().toISOString().slice(0, 10);
    const from = new Date(Date.now() - 29 * 86_400_000).toISOString().slice(0, 10);
    const file = join(studio.dataDir, '..', 'experiments', `bioql-transactions-${from}-${today}.csv`);
    let text = '';
    for (let tries = 0; tries < 50 && text === ''; tries += 1) {
      await new Promise((done) => setTimeout(done, 100));
      try {
        text = readFileSync(file, 'utf8');
      } catch {}
    }
    assert.match(text, /^id,at,kind,amount_usd,charge_usd,feature,for_request\r\n\d+,.*settle/);
    assert.ok(text.split('\r\n').length > 300);
  });

  it('sees it in light and in high contrast, without a mouse', async () => {
    const { page } = studio;
    await chooseTheme(page, 'Light Modern');
    await panel.locator('body.vscode-light').waitFor();
    await screenshot(page, join(PICTURES, 'usage-light.png'));
    await chooseTheme(page, 'Dark High Contrast');
    await panel.locator('body.vscode-high-contrast').waitFor();
    await screenshot(page, join(PICTURES, 'usage-contrast.png'));
    await chooseTheme(page, 'Dark Modern');
    await panel.locator('body.vscode-dark').waitFor();
  });

  it('sees cost and balance in the status bar, and days, month and features in its tooltip', async () => {
    const { page } = studio;
    await page.keyboard.press('Control+1');
    await openPython(page, 'lab.py');
    await page.keyboard.press('Control+Shift+G');
    await answerQuickInput(page, 'a Bell state');
    await page.locator('.review-widget').getByText('from the model').waitFor();
    await page.keyboard.press('Escape');
    await waitForStatusBarText(page, '· $9.');
    await page.locator('.statusbar-item[id*="bioql.status"]').hover();
    const tooltip = page.locator('.monaco-hover:visible');
    for (const name of ['Last request', 'Today', 'This month', 'Suggestions, 30 days', 'Balance'])
      await tooltip.getByText(name, { exact: true }).waitFor();
    await screenshot(page, join(PICTURES, 'usage-tooltip.png'));
    await page.mouse.move(300, 300);
  });

  it('shares the words of a request with its rating, when that is said', async () => {
    const { page, dataDir } = studio;
    await runCommand(page, 'BioQL: Show Usage');
    await panel.getByRole('button', { name: 'Refresh' }).click();
    await rows('Requests').first().getByText('Generate').waitFor();
    await rows('Requests').first().getByRole('button').click();
    const share = panel.getByLabel('Share this request');
    assert.equal(await share.isChecked(), false);
    await panel.getByText('What would be shared').click();
    await panel.locator('.receipt pre').getByText('a Bell state').waitFor();
    await share.check();
    await screenshot(page, join(PICTURES, 'usage-share.png'));
    await panel.locator('.receipt').getByRole('button', { name: 'No' }).click();
    await panel.getByText('take them back').waitFor();
    const db = new DatabaseSync(join(dataDir, 'bioql.sqlite'), { readOnly: true });
    const row = db.prepare('SELECT rating, prompt, code FROM feedback WHERE prompt IS NOT NULL').get();
    db.close();
    assert.partialDeepStrictEqual({ ...row }, { rating: 'down', prompt: 'a Bell state' });
    assert.match(String(row?.['code']), /^from bioql import quantum/);
  });

  it('runs a program for hardware here, free, and reads who would bill it there', async () => {
    const { page } = studio;
    await openPython(page, 'hardware.py');
    const lens = page.locator('.codelens-decoration:visible').getByText('free here, not on ionq_qpu');
    await lens.click();
    const run = webview(page);
    await run.getByText('nothing is sent there, and it is free').waitFor();
    await run.getByText('ionq_qpu is hardware of IonQ, which bills a run there itself').waitFor();
    await screenshot(page, join(PICTURES, 'usage-hardware.png'));
    await runCommand(page, 'View: Close All Editors');
  });

  it('is told kindly when the service is gone, with the one thing to do', async () => {
    const { page } = studio;
    await studio.stopService();
    await runCommand(page, 'BioQL: Show Usage');
    await panel.getByRole('button', { name: 'Refresh' }).click();
    await panel.getByRole('alert').getByText('cannot be reached').waitFor();
    await panel.getByRole('button', { name: 'Start Local Service' }).waitFor();
    await screenshot(page, join(PICTURES, 'usage-offline.png'));
  });
});

describe('a person who has set a budget', function () {
  this.timeout(120_000);
  let studio: Studio;
  before(async () => {
    studio = await openStudio({
      files: { 'lab.py': '\n' },
      prepare: fillMonth,
      settings: { 'bioql.budget.perDayUsd': 0.000001, 'bioql.budget.perRequestUsd': 0 },
    });
  });
  after(() => studio.close());

  const generate = async () => {
    const { page } = studio;
    await openPython(page, 'lab.py');
    await page.keyboard.press('Control+Shift+G');
    await answerQuickInput(page, 'a Bell state');
  };
  const dialog = () => studio.page.locator('.monaco-dialog-box');
  const preview = () => studio.page.locator('.review-widget');

  it('is asked when the budget of the day is spent, and may stop', async () => {
    await generate();
    await dialog().getByText('The budget of today').waitFor();
    await screenshot(studio.page, join(PICTURES, 'usage-budget.png'));
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await preview().getByText('to keep within the budget').waitFor();
    await studio.page.keyboard.press('Escape');
    await preview().waitFor({ state: 'detached' });
  });

  it('may go on for the day, and is not asked again', async () => {
    await generate();
    await dialog().getByRole('button', { name: 'Go On Today' }).click();
    await preview().getByText('from the model').waitFor();
    await studio.page.keyboard.press('Escape');
    await preview().waitFor({ state: 'detached' });
    await generate();
    await preview().getByText('from the model').waitFor();
    assert.equal(await dialog().count(), 0);
    await studio.page.keyboard.press('Escape');
  });

  it('is asked before a request that may cost more than the limit', async () => {
    const { page } = studio;
    await studio.writeSettings({ 'bioql.budget.perDayUsd': 0, 'bioql.budget.perRequestUsd': 0.001 });
    await generate();
    await dialog().getByText('This request may cost up to $0.0128').waitFor();
    await screenshot(page, join(PICTURES, 'usage-costly.png'));
    await dialog().getByRole('button', { name: 'Ask Anyway' }).click();
    await preview().getByText('from the model').waitFor();
  });
});
