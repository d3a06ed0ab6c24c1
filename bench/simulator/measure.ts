import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Peer } from './peers.ts';
import type { Job, Line } from './protocol.ts';

export type Measurement =
  | {
      readonly state: 'measured';
      readonly version: string;
      /** In the order in which they were taken. */
      readonly ms: readonly number[];
      readonly compileMs: readonly number[];
      readonly counts: Readonly<Record<string, number>>;
    }
  | { readonly state: 'stopped' };

/** Runs a job in a process of its own, which is ended when its preparation or its first repetition exceeds the limit. */
export async function measure({ name, command }: Peer, job: Job, limitMs: number): Promise<Measurement> {
  const [file = '', ...args] = command;
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  let isStopped = false;
  const stopLater = () =>
    setTimeout(() => {
      isStopped = true;
      child.kill('SIGKILL');
    }, limitMs);
  let limit = stopLater();
  const [ms, compileMs]: [number[], number[]] = [[], []];
  let ready: { version: string } | undefined;
  let counts: Readonly<Record<string, number>> | undefined;
  child.stdin.end(JSON.stringify(job));
  try {
    for await (const text of createInterface({ input: child.stdout })) {
      const line = JSON.parse(text) as Line;
      clearTimeout(limit);
      if ('ready' in line) {
        ready = line.ready;
        limit = stopLater();
      } else if ('ms' in line) {
        ms.push(line.ms);
        if (line.compileMs !== undefined) compileMs.push(line.compileMs);
      } else counts = line.counts;
    }
    const code = await ended;
    if (isStopped) return { state: 'stopped' };
    if (code !== 0 || ready === undefined || counts === undefined) throw new Error(`${name} ended with ${code}`);
    return { state: 'measured', ...ready, ms, compileMs, counts };
  } finally {
    clearTimeout(limit);
    child.kill('SIGKILL');
  }
}
