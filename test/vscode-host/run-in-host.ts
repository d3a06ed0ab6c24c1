// Runs Mocha test files inside the extension host of a real VS Code:
//   node test/vscode-host/run-in-host.ts --extension DIR --workspace DIR FILE...
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Report, Task } from './inside.ts';
import { startVsCodeServer } from './server.ts';
import { openWorkbench } from './workbench.ts';

const START_MS = 60_000;
const SILENCE_MS = 30_000;
const LOG_MS = 1_000;

export type HostRun = {
  files: string[];
  extension: string;
  workspace: string;
  timeoutMs?: number;
  settings?: Record<string, unknown>;
  env?: Record<string, string>;
};
export type HostResult = { passed: number; failed: number };

export async function runInHost(run: HostRun): Promise<HostResult> {
  const folder = await mkdtemp(join(tmpdir(), 'vscode-tests-'));
  const listener = createServer();
  try {
    const task: Task = { socket: join(folder, 'report'), files: run.files, timeoutMs: run.timeoutMs ?? 30_000 };
    await new Promise<void>((done) => listener.listen(task.socket, done));
    return await runTask(run, task, listener);
  } finally {
    listener.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runTask(run: HostRun, task: Task, listener: Server): Promise<HostResult> {
  const { workspace, extension, settings = {} } = run;
  const env = { ...run.env, VSCODE_HOST_TASK: JSON.stringify(task) };
  const server = await startVsCodeServer({ workspace, env });
  try {
    const result = collect(listener);
    result.catch(() => {}); // It may fail while the workbench still opens; it is awaited below.
    const tests = join(import.meta.dirname, 'inside.cjs');
    const workbench = await openWorkbench({ server, extension, tests, settings });
    try {
      return await result;
    } catch (error) {
      await delay(LOG_MS);
      throw new Error(
        `${(error as Error).message}\n\nServer:\n${await server.logTail()}\n\nWorkbench:\n${workbench.log()}`,
      );
    } finally {
      await workbench.close();
    }
  } finally {
    await server.stop();
  }
}

// Only an `end` after at least one test is a result. A host that never calls, goes away, or
// stops breathing (a test that blocks it, too) is an error.
function collect(listener: Server): Promise<HostResult> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let running = 'before the first test';
  return new Promise((done, reject) => {
    const fail = (why: string) => reject(new Error(`The tests inside VS Code broke off, ${running}: ${why}`));
    let watch = setTimeout(() => fail(`no test module was loaded within ${START_MS / 1000} s`), START_MS);
    const receive = (report: Report) => {
      clearTimeout(watch);
      watch = setTimeout(() => fail(`the extension host hung for ${SILENCE_MS / 1000} s`), SILENCE_MS);
      if (report.event === 'running') running = report.test ? `in "${report.test}"` : running;
      else if (report.event === 'output') console.log(report.text);
      else if (report.event === 'broken') fail(report.error);
      else if (report.event === 'end') {
        if (counts.passed + counts.failed === 0) fail('no test was found');
        done({ passed: counts.passed, failed: counts.failed });
      } else {
        counts[report.state] += 1;
        print(report);
      }
    };
    listener.on('connection', (socket: Socket) => {
      createInterface(socket).on('line', (line) => receive(JSON.parse(line)));
      socket.on('error', () => {}); // A killed host resets the connection; `close` follows.
      socket.on('close', () => {
        clearTimeout(watch);
        fail('the extension host went away');
      });
    });
  });
}

function print({ name, state, ms, error }: Extract<Report, { event: 'test' }>): void {
  const mark = { passed: '✔', failed: '✖', skipped: '-' }[state];
  console.log(`${mark} ${name}${state === 'passed' ? ` (${ms} ms)` : ''}`);
  if (error) console.log(error.replace(/^/gm, '    '));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { extension: { type: 'string' }, workspace: { type: 'string' } },
  });
  if (!values.extension || !values.workspace || positionals.length === 0)
    throw new Error('Usage: run-in-host.ts --extension DIR --workspace DIR FILE...');
  const { passed, failed } = await runInHost({
    files: positionals.map((file) => resolve(file)),
    extension: resolve(values.extension),
    workspace: resolve(values.workspace),
  });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

if (import.meta.main)
  main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
