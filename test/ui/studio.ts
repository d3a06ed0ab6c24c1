import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startService } from '../../service/test/service-process.ts';
import { openFile } from '../vscode-host/person.ts';
import { startVsCodeServer } from '../vscode-host/server.ts';
import { openWorkbench } from '../vscode-host/workbench.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const VSIX = join(ROOT, 'bioql-assistant-3.3.0.vsix');

/** Where screenshots go; git ignores it. */
export const PICTURES = join(ROOT, 'out', 'screenshots');

export interface Studio {
  readonly page: Page;
  readonly serviceUrl: string;
  /** Of the service. */
  readonly dataDir: string;
  /** Changes settings of the machine while VS Code runs. */
  writeSettings(settings: Readonly<Record<string, unknown>>): Promise<void>;
  stopService(): Promise<unknown>;
  close(): Promise<void>;
}

export interface StudioOptions {
  readonly files: Readonly<Record<string, string>>;
  readonly theme?: 'light' | 'dark';
  readonly language?: 'es';
  /** Whether VS Code asks if the folder is trusted. */
  readonly asksForTrust?: boolean;
  /** Fills the data of the service before it starts. */
  readonly prepare?: (dataDir: string) => Promise<void>;
  /** For VS Code, besides this process's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Settings of the machine and of the person, besides the service's address. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** The real service, the packaged extension in a real VS Code with these files, as one person's desk. */
export async function openStudio({ files, settings = {}, ...options }: StudioOptions): Promise<Studio> {
  const { theme = 'dark', asksForTrust = false, language } = options;
  const folder = mkdtempSync(join(tmpdir(), 'bioql-ui-'));
  const workspace = join(folder, 'experiments');
  mkdirSync(workspace);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), text);
  }
  const dataDir = join(folder, 'data');
  await options.prepare?.(dataDir);
  const service = await startService({ BIOQL_DATA_DIR: dataDir });
  // A service that the extension starts keeps its accounts there, too.
  const server = await startVsCodeServer({
    workspace,
    vsix: VSIX,
    asksForTrust,
    env: { ...options.env, BIOQL_DATA_DIR: dataDir },
  });
  await server.writeMachineSettings({ 'bioql.modalUrl': service.url, ...settings });
  const { page, close } = await openWorkbench({ server, theme, settings, ...(language && { language }) });
  return {
    page,
    serviceUrl: service.url,
    dataDir,
    writeSettings: (changes) => server.writeMachineSettings({ 'bioql.modalUrl': service.url, ...settings, ...changes }),
    stopService: () => service.stop(),
    async close() {
      await close();
      await server.stop();
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens a Python file and waits until the extension has started: before that, its keys still do what VS Code has on them. */
export async function openPython(page: Page, path: string): Promise<void> {
  await openFile(page, path);
  await page.locator('.statusbar-item[id*="bioql"]:visible').waitFor();
}
