import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import { CLI } from '../../service/test/service-process.ts';
import {
  answerQuickInput,
  notifications,
  runCommand,
  screenshot,
  waitForStatusBarText,
} from '../vscode-host/person.ts';
import { openPython, openStudio, PICTURES, type Studio } from './studio.ts';

describe('the state of BioQL in the status bar', function () {
  this.timeout(150_000);
  let studio: Studio;
  let item: Locator;
  before(async () => {
    studio = await openStudio({ files: { 'bell.py': '' } });
    item = studio.page.locator('.statusbar-item[id*="bioql"]:visible');
    await openPython(studio.page, 'bell.py');
  });
  after(() => studio.close());

  const spoken = () => item.locator('a').getAttribute('aria-label');
  const ask = async (prompt: string) => {
    const { page } = studio;
    await page.keyboard.press('Control+Shift+G');
    await answerQuickInput(page, prompt);
  };
  const discard = async () => {
    await studio.page.keyboard.press('Escape');
    await studio.page.locator('.review-widget').waitFor({ state: 'detached' });
  };
  /** Stores another key, and tries the connection with it. */
  const useKey = async (key: string) => {
    const { page } = studio;
    await runCommand(page, 'BioQL: Set API Key');
    await page.locator('.quick-input-widget:visible input[type=password]').fill(key);
    await page.keyboard.press('Enter');
  };

  it('is ready, with a name that a screen reader says', async () => {
    await waitForStatusBarText(studio.page, 'BioQL');
    assert.equal(await spoken(), 'BioQL. Click to see the requests');
  });

  it('shows the cost and the balance after an answer', async () => {
    await ask('a Bell state');
    await studio.page.locator('.review-widget').getByText('from the model').waitFor();
    await waitForStatusBarText(studio.page, '· $9.99');
    assert.match((await spoken()) ?? '', /^BioQL: \$0\.00\d+ · \$9\.99\. Click/);
    await discard();
  });

  it('says that the key is not known, and a click asks for one', async () => {
    const { page } = studio;
    await useKey('bioql_unknown_key');
    await waitForStatusBarText(page, 'no valid API key');
    await screenshot(page, join(PICTURES, 'status-no-key.png'));
    await item.click();
    await page.locator('.quick-input-widget:visible input[type=password]').waitFor();
    await page.keyboard.press('Escape');
  });

  it('says that the balance is used up', async () => {
    const { page, dataDir } = studio;
    const cli = (...args: string[]) => {
      const env = { ...process.env, BIOQL_DATA_DIR: dataDir };
      const done = spawnSync(process.execPath, [CLI, ...args, '--json'], { encoding: 'utf8', env });
      assert.equal(done.status, 0, done.stderr);
      return JSON.parse(done.stdout);
    };
    cli('accounts', 'create', 'poor@example.org');
    await useKey(cli('keys', 'create', 'poor@example.org').key);
    await waitForStatusBarText(page, 'no balance');
    assert.match((await spoken()) ?? '', /BioQL: no balance\. The balance is used up\..*Click/);
    await screenshot(page, join(PICTURES, 'status-no-balance.png'));
    await useKey('');
  });

  it('says offline while templates answer, and a click starts the service here', async () => {
    const { page, stopService } = studio;
    await stopService();
    await openPython(page, 'bell.py');
    await ask('a Bell state');
    await page.locator('.review-widget').getByText('from a template ·').waitFor();
    await waitForStatusBarText(page, 'BioQL offline');
    assert.match((await spoken()) ?? '', /BioQL offline\. The service cannot be reached\. Templates answer/);
    await discard();
    // A pointer that already rests there would show nothing.
    await page.mouse.move(600, 400);
    await item.hover();
    await page.locator('.monaco-hover:visible', { hasText: 'Templates answer meanwhile' }).waitFor();
    await screenshot(page, join(PICTURES, 'status-offline.png'));
    await item.click();
    await page.locator('.quick-input-widget:visible', { hasText: 'folder of the BioQL service' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('tells of one trouble once', async () => {
    const { page } = studio;
    const told = async () => (await notifications(page)).filter((text) => /cannot be reached/.test(text)).length;
    for (const prompt of ['a Bell state', 'a GHZ state']) {
      await openPython(page, 'bell.py');
      await ask(prompt);
      await page.locator('.review-widget').getByText('from a template ·').waitFor();
      await discard();
    }
    assert.equal(await told(), 0, 'what the preview says needs no message');
    for (let time = 0; time < 2; time += 1) {
      await runCommand(page, 'BioQL: Test Connection');
      await delay(1_500);
    }
    assert.equal(await told(), 1, 'who asks twice sees one message');
  });
});
