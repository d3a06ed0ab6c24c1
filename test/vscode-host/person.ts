// What a person does at the workbench: keys, the palette, looking at the editor and the bars.
import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';

const quickInput = (page: Page): Locator => page.locator('.quick-input-widget:visible');

export async function answerQuickInput(page: Page, text: string): Promise<void> {
  await quickInput(page).locator('input[type="text"]').fill(text);
  await page.keyboard.press('Enter');
}

/** Waits until the quick input is open with this text in it. */
export const waitForQuickInput = (page: Page, text: string, timeoutMs = 10_000): Promise<void> =>
  waitForText(() => quickInput(page).locator('input[type="text"]').inputValue(), text, timeoutMs);

/** Opens the quick input by its key and writes into it: a workbench that still starts loses keys, or closes it again. */
async function openQuickInput(page: Page, key: string, text: string): Promise<void> {
  const input = quickInput(page).locator('input[type="text"]');
  for (let tries = 0; tries < 4; tries += 1) {
    await page.keyboard.press(key);
    const isWritten = await input.fill(text, { timeout: 4000 }).then(
      () => true,
      () => false,
    );
    if (isWritten) return;
  }
  throw new Error(`no quick input after ${key}`);
}

export async function runCommand(page: Page, title: string): Promise<void> {
  // A list that is still closing would take the new one with it.
  await quickInput(page).waitFor({ state: 'hidden' });
  await openQuickInput(page, 'F1', `>${title}`);
  await quickInput(page).locator('.monaco-list-row.focused').filter({ hasText: title }).waitFor();
  await page.keyboard.press('Enter');
}

export async function openFile(page: Page, path: string): Promise<void> {
  await openQuickInput(page, 'Control+P', path);
  await quickInput(page)
    .locator('.monaco-list-row.focused')
    .filter({ hasText: basename(path) })
    .waitFor();
  await page.keyboard.press('Enter');
  await page
    .locator('.tab.active')
    .filter({ hasText: basename(path) })
    .waitFor();
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

export async function goToLine(page: Page, line: number, column = 1): Promise<void> {
  await page.keyboard.press('Control+G');
  await answerQuickInput(page, `:${line}:${column}`);
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

// The editor draws only the lines in view, in an order of its own, with no-break spaces.
export async function editorText(page: Page): Promise<string> {
  const lines = page.locator('.editor-group-container.active .monaco-editor').first().locator('.view-line');
  const drawn = await lines.evaluateAll((elements) =>
    elements.map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' })),
  );
  const inOrder = drawn.sort((a, b) => a.top - b.top);
  return inOrder.map(({ text }) => text.replaceAll('\u00a0', ' ')).join('\n');
}

export const waitForEditorText = (page: Page, text: string, timeoutMs = 10_000): Promise<void> =>
  waitForText(() => editorText(page), text, timeoutMs);

export async function statusBarText(page: Page): Promise<string> {
  const items = await page.locator('.statusbar-item:visible').allInnerTexts();
  return items.map((item) => item.trim()).join(' | ');
}

export const waitForStatusBarText = (page: Page, text: string, timeoutMs = 10_000): Promise<void> =>
  waitForText(() => statusBarText(page), text, timeoutMs);

export async function screenshot(page: Page, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await page.screenshot({ path: file, animations: 'disabled', caret: 'initial' });
}

const WEBVIEW = 'iframe.webview.ready:visible';

/** The page in the webview that came into sight last: the one before it may stay for a moment. */
export const webview = (page: Page): FrameLocator => page.frameLocator(WEBVIEW).last().frameLocator('#active-frame');

/** Brings another webview to the front by its tab, and waits until the one before it is out of sight. */
export async function openWebviewTab(page: Page, name: string): Promise<void> {
  const inSight = () =>
    page.locator(WEBVIEW).evaluateAll((frames) => frames.map((frame) => frame.getAttribute('name')));
  const [before] = await inSight();
  await page.locator('.tab', { hasText: name }).click();
  await waitForText(
    async () => {
      const [now, ...more] = await inSight();
      return more.length === 0 && now !== before ? 'another' : 'the same';
    },
    'another',
    10_000,
  );
}

/** Chooses one of VS Code's themes by its name. */
export async function chooseTheme(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+T');
  await quickInput(page).locator('.monaco-list-row', { hasText: 'Modern' }).first().waitFor();
  await quickInput(page).locator('input[type="text"]').fill(name);
  await quickInput(page).locator('.monaco-list-row.focused').filter({ hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await quickInput(page).waitFor({ state: 'hidden' });
}

/** The file dialog of the workbench, once it proposes a file of this name, says yes. */
export async function acceptFile(page: Page, name: string): Promise<void> {
  const input = quickInput(page).locator('input[type="text"]');
  await waitForText(() => input.inputValue(), name, 10_000);
  await page.keyboard.press('Enter');
}

async function waitForText(read: () => Promise<string>, text: string, timeoutMs: number): Promise<void> {
  const until = Date.now() + timeoutMs;
  let seen = await read();
  while (!seen.includes(text)) {
    if (Date.now() > until) throw new Error(`Waited ${timeoutMs} ms for ${JSON.stringify(text)}; seen:\n${seen}`);
    await new Promise((done) => setTimeout(done, 100));
    seen = await read();
  }
}

/** The sentences that the bell holds: under test nothing pops up, and everything lands there. */
export async function notifications(page: Page): Promise<string[]> {
  await runCommand(page, 'Notifications: Show Notifications');
  const center = page.locator('.notifications-center');
  await center.waitFor();
  const seen = await center.locator('.notification-list-item-message').allInnerTexts();
  await page.keyboard.press('Escape');
  await center.waitFor({ state: 'hidden' });
  return seen.map((text) => text.replaceAll('\u00a0', ' ').trim());
}
