import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

export interface ServiceProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Resolves with the exit code, or `null` after a signal. */
  readonly ended: Promise<number | null>;
  /** Tells it to stop and waits until it has. */
  stop(): Promise<number | null>;
}

/** Starts the real service as its command line does, on a free port, and waits until it is ready. */
export async function startService(env: Readonly<Record<string, string>>): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [CLI, 'serve'], {
    env: { ...process.env, BIOQL_PORT: '0', BIOQL_LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const found = /ready on (\S+)/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on('exit', (code) => reject(new Error(`the service ended (${code}) before it was ready`)));
  });
  return {
    url,
    child,
    ended,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
