/** Takes the pictures of the walkthrough anew, in the packaged extension: `node test/ui/take-walkthrough-pictures.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import {
  goToLine,
  runCommand,
  waitForEditorText,
  waitForQuickInput,
  waitForStatusBarText,
  webview,
} from '../vscode-host/person.ts';
import { openPython, openStudio } from './studio.ts';

const FOLDER = resolve(import.meta.dirname, '../../media/walkthrough');
const REQUEST = '# a Bell state on the simulator with 1000 shots\n';
const MOST_WIDTH = 720;
/** Pixels of a picture for one of the page. */
const SCALE = 1.25;
const QUALITY = 0.5;
/** What is around the editors. */
const LEFT = 53;
const TOP = 42;

/** Of the browser that draws the picture: it encodes it, too, so that no other program is needed. */
const ENCODE = `async ([png, width, quality]) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + png;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.round((image.height / image.width) * width);
  const paint = canvas.getContext('2d');
  paint.imageSmoothingQuality = 'high';
  paint.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/webp', quality).replace(/^[^,]*,/, '');
}`;

type Clip = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

async function save(page: Page, name: string, clip: Clip): Promise<void> {
  const shot = await page.screenshot({ animations: 'disabled', clip });
  const width = Math.min(MOST_WIDTH, Math.round(clip.width * SCALE));
  const values = JSON.stringify([shot.toString('base64'), width, QUALITY]);
  const encoded = await page.evaluate<string>(`(${ENCODE})(${values})`);
  writeFileSync(`${FOLDER}/${name}.webp`, Buffer.from(encoded, 'base64'));
}

async function takeAll(theme: 'dark' | 'light'): Promise<void> {
  const studio = await openStudio({ files: { 'bell.py': REQUEST }, theme });
  const { page, serviceUrl } = studio;
  try {
    await openPython(page, 'bell.py');
    await page.keyboard.press('Control+B');
    await page.setViewportSize({ width: 760, height: 460 });

    await runCommand(page, 'BioQL: Test Connection');
    await waitForStatusBarText(page, '$');
    await runCommand(page, 'Notifications: Show Notifications');
    const message = page.locator('.notifications-center .notification-list-item', { hasText: 'Connected' });
    await message.getByRole('button', { name: /Expand/ }).click();
    await delay(700);
    // The service of a test has any free port; a person's has its standard one.
    const port = JSON.stringify(new URL(serviceUrl).port);
    await page.evaluate(`for (const all = document.createTreeWalker(document.querySelector('.notifications-center'), 4); all.nextNode();)
      all.currentNode.textContent = all.currentNode.textContent.replace(${port}, '8000');`);
    await save(page, `connect-${theme}`, { x: 240, y: 270, width: 520, height: 190 });
    await runCommand(page, 'Notifications: Clear All Notifications');

    await runCommand(page, 'BioQL: Set API Key');
    await page.locator('.quick-input-widget:visible input[type=password]').fill('bioql_0123456789abcdef');
    await delay(500);
    await save(page, `key-${theme}`, { x: 110, y: 0, width: 540, height: 190 });
    await page.keyboard.press('Escape');

    await page.setViewportSize({ width: 860, height: 440 });
    await goToLine(page, 1);
    await page.keyboard.press('Control+Shift+G');
    await waitForQuickInput(page, 'a Bell state on the simulator with 1000 shots');
    await page.keyboard.press('Enter');
    await page.locator('.review-widget').getByText('from the model').waitFor();
    await delay(1_000);
    await save(page, `generate-${theme}`, { x: LEFT, y: TOP, width: 807, height: 398 });
    await page.keyboard.press('Control+Enter');
    await waitForEditorText(page, 'quantum("Create Bell state"');

    await page.setViewportSize({ width: 1000, height: 800 });
    await goToLine(page, 4);
    await runCommand(page, 'BioQL: Run on Simulator');
    await webview(page).getByRole('heading', { name: 'Bell state' }).waitFor();
    await webview(page).locator('#histogram .outcome').first().waitFor();
    await delay(700);
    await save(page, `run-${theme}`, { x: LEFT, y: TOP, width: 947, height: 758 });

    await runCommand(page, 'View: Join All Editor Groups');
    await page.setViewportSize({ width: 860, height: 440 });
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+S');
    await page.locator('.keybindings-editor .search-container input').first().fill('BioQL');
    await delay(1_000);
    await save(page, `keys-${theme}`, { x: LEFT, y: TOP, width: 807, height: 376 });
  } finally {
    await studio.close();
  }
}

mkdirSync(FOLDER, { recursive: true });
for (const theme of ['dark', 'light'] as const) await takeAll(theme);
