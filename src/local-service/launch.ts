import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Launched } from './supervisor.ts';

export interface Launch {
  readonly folder: string;
  /** The Node that the folder has installed for itself. */
  readonly node: string;
  readonly host: string;
  readonly port: string;
  line(text: string): void;
}

const STOP_MS = 10_000;
const ARGUMENTS = ['service/src/cli.ts', 'serve'];
/** What `npm start` there prints once the model can answer. */
const READY = /ready on (\S+)/;

/** Starts the service as `npm start` in its folder does, but with no shell and no npm between. */
export function launchService({ folder, node, host, port, line }: Launch): Launched {
  const { NODE_OPTIONS: _, ELECTRON_RUN_AS_NODE: __, ...env } = process.env;
  const child = spawn(node, ARGUMENTS, {
    cwd: folder,
    env: { ...env, BIOQL_HOST: host, BIOQL_PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const ready = Promise.withResolvers<string>();
  eachLine(child.stderr, line);
  eachLine(child.stdout, (text) => {
    line(text);
    const url = READY.exec(text)?.[1];
    if (url !== undefined) ready.resolve(url);
  });
  return { ready: ready.promise, ended: endOf(child), stop: () => stop(child) };
}

const eachLine = (stream: Readable, line: (text: string) => void): unknown =>
  createInterface({ input: stream }).on('line', line);

const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((done) => {
    child.on('error', ({ message }) => done(message));
    child.on('close', (code, signal) => done(signal ?? `exit code ${code}`));
  });

function stop(child: ChildProcess): void {
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  child.once('close', () => clearTimeout(timer));
  child.kill('SIGTERM');
}
