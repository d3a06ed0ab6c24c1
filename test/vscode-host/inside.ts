// Runs inside the extension host: Mocha on the test files, each event as a JSON line to run-in-host.ts.
import { once } from 'node:events';
import { connect } from 'node:net';
import { format } from 'node:util';
import Mocha from 'mocha';

export type Task = { socket: string; files: string[]; timeoutMs: number };
export type Report =
  | { event: 'running'; test?: string }
  | { event: 'output'; text: string }
  | { event: 'test'; name: string; state: 'passed' | 'failed' | 'skipped'; ms: number; error?: string }
  | { event: 'end' }
  | { event: 'broken'; error: string };

const ALIVE_MS = 1_000;

export async function runTests(): Promise<void> {
  const { socket, files, timeoutMs }: Task = JSON.parse(process.env.VSCODE_HOST_TASK as string);
  const connection = connect(socket);
  await once(connection, 'connect');
  const send = (report: Report) => connection.write(`${JSON.stringify(report)}\n`);
  // VS Code has its own console here, which takes no assignment.
  const log = (...values: unknown[]) => send({ event: 'output', text: format(...values) });
  Object.defineProperty(console, 'log', { value: log });
  send({ event: 'running' });
  const alive = setInterval(() => send({ event: 'running' }), ALIVE_MS);
  try {
    await runMocha(files, timeoutMs, send);
    send({ event: 'end' });
  } catch (error) {
    send({ event: 'broken', error: textOf(error) });
  } finally {
    clearInterval(alive);
    // The window closes when run() is done, so wait until the last line is out.
    await new Promise<void>((done) => connection.end(done));
  }
}

async function runMocha(files: string[], timeoutMs: number, send: (report: Report) => void): Promise<void> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ timeout: timeoutMs, reporter: class extends Mocha.reporters.Base {} });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  await new Promise<void>((done) => {
    const runner = mocha.run(() => done());
    const resultOf = (test: Mocha.Runnable) => ({ event: 'test' as const, name: nameOf(test), ms: test.duration ?? 0 });
    runner.on('test', (test) => send({ event: 'running', test: nameOf(test) }));
    runner.on('pass', (test) => send({ ...resultOf(test), state: 'passed' }));
    runner.on('fail', (test, error) => send({ ...resultOf(test), state: 'failed', error: textOf(error) }));
    runner.on('pending', (test) => send({ ...resultOf(test), state: 'skipped' }));
  });
}

const nameOf = (test: Mocha.Runnable): string => test.titlePath().join(' › ');
const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
