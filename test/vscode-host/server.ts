// A VS Code server of its own for one test run: free port, fresh profile, surely stopped.
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installVsCodeHost } from './install.ts';

const START_MS = 60_000;
const STOP_MS = 5_000;
const TAIL_LINES = 40;

// A walkthrough would come between a test and its file.
const QUIET = { 'workbench.welcomePage.walkthroughs.openOnInstall': false };

export type VsCodeServer = {
  url: string;
  port: number;
  workspace: string;
  writeSettings: (settings: object) => Promise<void>;
  /** Settings of scope `machine`, which this workbench reads from the server's side alone. */
  writeMachineSettings: (settings: object) => Promise<void>;
  logTail: () => Promise<string>;
  stop: () => Promise<void>;
};

export type ServerOptions = {
  workspace: string;
  /** Asks whether the workspace is trusted, as VS Code does; otherwise everything is. */
  asksForTrust?: boolean;
  vsix?: string;
  env?: Record<string, string>;
  signal?: AbortSignal;
};

export async function startVsCodeServer(options: ServerOptions): Promise<VsCodeServer> {
  const { workspace, vsix, asksForTrust = false, env, signal } = options;
  signal?.throwIfAborted();
  const { node, serverMain } = await installVsCodeHost();
  const dataFolder = await mkdtemp(join(tmpdir(), 'vscode-'));
  await mkdir(join(dataFolder, 'tmp'));
  const args = ['--host', '127.0.0.1', '--port', '0', '--server-data-dir', dataFolder];
  args.push('--without-connection-token', '--accept-server-license-terms', '--disable-telemetry');
  args.push('--enable-smoke-test-driver', '--disable-update-check');
  if (!asksForTrust) args.push('--disable-workspace-trust');
  if (vsix) args.push('--install-extension', vsix, '--start-server');
  // A process group of its own, so that stopping reaches the extension hosts and terminals too.
  const child = spawn(node, [serverMain, ...args], {
    detached: true,
    env: { ...process.env, TMPDIR: join(dataFolder, 'tmp'), ...env },
  });
  const release = stopWithThisProcess(child, dataFolder);
  const output = collectOutput(child);

  const stop = async () => {
    await stopGroup(child);
    release();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  signal?.addEventListener('abort', () => void stop(), { once: true });
  try {
    const port = await listeningPort(child, output, signal);
    const logTail = async () => `${tail(output())}\n${await extensionHostLog(dataFolder)}`;
    const writeSettings = (settings: object) => writeJson(join(dataFolder, 'data/User'), settings);
    const writeMachineSettings = (settings: object) =>
      writeJson(join(dataFolder, 'data/Machine'), { ...QUIET, ...settings });
    await writeMachineSettings({});
    return { url: `http://127.0.0.1:${port}/`, port, workspace, writeSettings, writeMachineSettings, logTail, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

// This server keeps the user's settings on its own disk, and the workbench reads them from there.
async function writeJson(folder: string, settings: object): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}

function collectOutput(child: ChildProcess): () => string {
  let output = '';
  const add = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => output;
}

function listeningPort(child: ChildProcess, output: () => string, signal?: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The VS Code server ${why}\n${tail(output())}`));
    const timer = setTimeout(() => fail(`did not answer in ${START_MS / 1000} s`), START_MS);
    child.on('error', (error) => fail(`cannot be started: ${error.message}`));
    child.on('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code} before it answered`);
    });
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    child.stdout?.on('data', () => {
      const port = /agent listening on (\d+)/.exec(output())?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
  });
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const exited = new Promise((done) => child.once('exit', done));
    killGroup(child, 'SIGTERM');
    await Promise.race([exited, new Promise((done) => setTimeout(done, STOP_MS).unref())]);
  }
  killGroup(child, 'SIGKILL');
}

function stopWithThisProcess(child: ChildProcess, dataFolder: string): () => void {
  const onExit = () => {
    killGroup(child, 'SIGKILL');
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  const onSignal = (signal: NodeJS.Signals) => {
    onExit();
    release();
    process.kill(process.pid, signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const release = () => {
    process.off('exit', onExit);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.on('exit', onExit);
  for (const signal of signals) process.on(signal, onSignal);
  return release;
}

async function extensionHostLog(dataFolder: string): Promise<string> {
  const files = await readdir(join(dataFolder, 'data/logs'), { recursive: true }).catch(() => []);
  const logs = files.filter((file) => file.endsWith('remoteexthost.log'));
  const texts = await Promise.all(logs.map((file) => readFile(join(dataFolder, 'data/logs', file), 'utf8')));
  return tail(texts.join('\n'));
}

// The frames inside VS Code's own bundles say nothing to us, and crowd out what does.
function tail(text: string): string {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() && !/^ +at .*(\.vscode-test\/host|node:internal)/.test(line));
  return lines.slice(-TAIL_LINES).join('\n');
}
