// Opens the workbench of a VS Code server in a headless browser, as one window of one person.
import { type Browser, chromium, type Page } from 'playwright-core';
import { installVsCodeHost } from './install.ts';
import type { VsCodeServer } from './server.ts';

const OPEN_MS = 60_000;
const THEMES = { light: 'Light 2026', dark: 'Dark 2026' };

// Nothing here may change what the extension sees: only what would stand in the way of a test.
const QUIET = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'files.simpleDialog.enable': true,
};

export type WorkbenchOptions = {
  server: VsCodeServer;
  extension?: string;
  tests?: string;
  theme?: keyof typeof THEMES;
  settings?: Record<string, unknown>;
  language?: 'es';
};
export type Workbench = { page: Page; log: () => string; close: () => Promise<void> };

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { server, theme = 'dark', settings = {} } = options;
  await server.writeSettings({ ...QUIET, 'workbench.colorTheme': THEMES[theme], ...settings });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 });
    const lines: string[] = [];
    page.on('console', (message) => {
      const text = message.text().replaceAll(/%c| color: \S*/g, '');
      if (message.type() !== 'info' || text.includes('[Extension Host]')) lines.push(text);
    });
    page.on('pageerror', (error) => lines.push(String(error)));
    // What a language pack tells the workbench, and it the extensions.
    if (options.language) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = '${options.language}'`);
    await page.goto(workbenchUrl(options), { timeout: OPEN_MS });
    await page.waitForFunction('globalThis.driver?.whenWorkbenchRestored().then(() => true)', null, {
      timeout: OPEN_MS,
    });
    return { page, log: () => lines.slice(-40).join('\n'), close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function launchBrowser(): Promise<Browser> {
  const { chromium: executablePath, fontsConf } = await installVsCodeHost();
  return chromium.launch({
    executablePath,
    env: { ...process.env, FONTCONFIG_FILE: fontsConf },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

function workbenchUrl({ server, extension, tests }: WorkbenchOptions): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload = [['skipWelcome', 'true']];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)], ['enableProposedApi', '']);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  const url = new URL(server.url);
  url.searchParams.set('folder', server.workspace);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
