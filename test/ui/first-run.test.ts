import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import {
  answerQuickInput,
  notifications,
  runCommand,
  screenshot,
  waitForEditorText,
  waitForQuickInput,
  waitForStatusBarText,
} from '../vscode-host/person.ts';
import { openPython, openStudio, PICTURES, type Studio } from './studio.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** What there is of an image element here, where no types of the browser are. */
interface Picture {
  readonly naturalWidth: number;
  decode(): Promise<void>;
}

describe('the first start', function () {
  this.timeout(150_000);
  let studio: Studio;
  let tab: Locator;
  before(async () => {
    studio = await openStudio({
      files: { 'first.py': '', 'second.py': '' },
      settings: { 'workbench.welcomePage.walkthroughs.openOnInstall': true },
    });
    tab = studio.page.locator('.tab', { hasText: /Welcome|Walkthrough/ });
  });
  after(() => studio.close());

  it('opens the walkthrough behind the file that a person looks at', async () => {
    const { page } = studio;
    await openPython(page, 'first.py');
    await tab.waitFor();
    assert.match((await page.locator('.tab.active').textContent()) ?? '', /first\.py/);
  });

  it('leads from the connection to the keys', async () => {
    const { page } = studio;
    // VS Code leaves the pictures out where there is little room.
    await page.setViewportSize({ width: 1500, height: 900 });
    await tab.click();
    const walkthrough = page.locator('.gettingStartedContainer');
    const titles = walkthrough.locator('.step-title');
    await titles.first().waitFor();
    assert.deepEqual(await titles.allInnerTexts(), [
      'Connect to the service',
      'Set your API key',
      'Write your first program',
      'Run it on the simulator',
      'Know the keys',
    ]);
    for (const [at, title] of (await titles.allInnerTexts()).entries()) {
      // The first is open, and a click would close it.
      if (at > 0) await walkthrough.locator('.getting-started-step', { hasText: title }).click();
      const picture = walkthrough.locator('.getting-started-media img');
      await picture.waitFor();
      const width = await picture.evaluate(async (image: Picture) => {
        await image.decode();
        return image.naturalWidth;
      });
      assert.ok(width > 0, title);
      await delay(300);
      await screenshot(page, join(PICTURES, `walkthrough-${title.split(' ')[0]?.toLowerCase()}.png`));
    }
  });

  it('gives an example that the key works on, and ticks the step off', async () => {
    const { page } = studio;
    const step = page.locator('.getting-started-step', { hasText: 'Write your first program' });
    await step.click();
    await page.getByRole('button', { name: 'Open an Example' }).click();
    await waitForEditorText(page, '# a Bell state on the simulator with 1000 shots');
    await page.keyboard.press('Control+Shift+G');
    await waitForQuickInput(page, 'a Bell state on the simulator with 1000 shots');
    await page.keyboard.press('Enter');
    await page.locator('.review-widget').getByText('from the model').waitFor();
    await page.keyboard.press('Control+Enter');
    await waitForEditorText(page, 'quantum("Create Bell state", backend="simulator", shots=1000)');
    await tab.click();
    await step.locator('.codicon-getting-started-step-checked, .checked').first().waitFor();
  });

  it('never opens it again', async () => {
    const { page } = studio;
    await runCommand(page, 'View: Close All Editors');
    await page.locator('.monaco-dialog-box').getByRole('button', { name: "Don't Save" }).click();
    await tab.waitFor({ state: 'detached' });
    await openPython(page, 'second.py');
    // VS Code writes down what is open a while later, and would bring the tab back itself.
    await delay(8_000);
    await page.reload();
    await page.waitForFunction('globalThis.driver?.whenWorkbenchRestored().then(() => true)');
    await page.locator('.statusbar-item[id*="bioql"]:visible').waitFor();
    await delay(3_000);
    assert.equal(await tab.count(), 0);
  });
});

/** The processes of a service on this port, as Linux lists them. */
function serviceProcesses(port: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      const environment = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0');
      const ours = command.includes('service/src/cli.ts\0serve') && environment.includes(`BIOQL_PORT=${port}`);
      return ours ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

describe('the local service', function () {
  this.timeout(150_000);
  let studio: Studio;
  let port: string;
  before(async () => {
    studio = await openStudio({ files: { 'bell.py': '' } });
    await studio.stopService();
    port = new URL(studio.serviceUrl).port;
    await openPython(studio.page, 'bell.py');
  });
  after(() => studio.close());

  const generated = async (): Promise<void> => {
    const { page } = studio;
    await openPython(page, 'bell.py');
    await page.keyboard.press('Control+Shift+G');
    await answerQuickInput(page, 'a Bell state');
    await page.locator('.review-widget').getByText('from the model').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.review-widget').waitFor({ state: 'detached' });
  };

  it('asks where it is, starts, and answers', async () => {
    const { page } = studio;
    await runCommand(page, 'BioQL: Start Local Service');
    await page.locator('.quick-input-widget:visible', { hasText: 'folder of the BioQL service' }).waitFor();
    await delay(500);
    await page.locator('.quick-input-widget:visible input[type="text"]').fill(`${ROOT}/`);
    await delay(1_500);
    await screenshot(page, join(PICTURES, 'service-folder.png'));
    await page.locator('.quick-input-widget:visible').getByRole('button', { name: 'Start the Service Here' }).click();
    await waitForStatusBarText(page, 'BioQL is starting');
    await screenshot(page, join(PICTURES, 'service-starting.png'));
    await page.locator('.statusbar-item[id*="bioql"]:visible', { hasText: 'starting' }).waitFor({ state: 'detached' });
    await generated();
    assert.equal(serviceProcesses(port).length, 1);
  });

  it('comes back when it dies', async () => {
    const [first] = serviceProcesses(port);
    assert.ok(first !== undefined);
    process.kill(first, 'SIGKILL');
    await waitForStatusBarText(studio.page, 'BioQL is starting');
    await studio.page
      .locator('.statusbar-item[id*="bioql"]:visible', { hasText: 'starting' })
      .waitFor({ state: 'detached' });
    await generated();
    assert.notEqual(serviceProcesses(port)[0], first);
  });

  it('shows its log, stops, and is not asked for its folder again', async () => {
    const { page } = studio;
    await runCommand(page, 'BioQL: Stop Local Service');
    await delay(1_500);
    assert.ok((await notifications(page)).some((text) => text.includes('The BioQL service has stopped')));
    assert.deepEqual(serviceProcesses(port), []);
    await runCommand(page, 'BioQL: Start Local Service');
    await waitForStatusBarText(page, 'BioQL is starting');
    await page.locator('.statusbar-item[id*="bioql"]:visible', { hasText: 'starting' }).waitFor({ state: 'detached' });
    assert.equal(serviceProcesses(port).length, 1);
    await runCommand(page, 'Output: Show Output Channels');
    await answerQuickInput(page, 'BioQL Service');
    await page.locator('.output-view-container, .part.panel').getByText('BioQL is ready on').first().waitFor();
    await screenshot(page, join(PICTURES, 'service-log.png'));
  });

  it('ends with the window', async () => {
    await studio.page.goto('about:blank');
    for (let tries = 0; serviceProcesses(port).length > 0 && tries < 100; tries += 1) await delay(200);
    assert.deepEqual(serviceProcesses(port), []);
  });
});
