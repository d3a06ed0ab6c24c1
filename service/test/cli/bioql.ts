import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { CLI } from '../service-process.ts';

export const BELL =
  'from bioql import quantum\n\nresult = quantum("Create Bell state", backend="simulator", shots=500)\nprint(result)\n';

export interface Done {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line with what is typed into it. */
export function bioql(args: readonly string[], input = ''): Done {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return { code: status, stdout, stderr };
}

/** What a command prints that goes well. */
export function jsonOf({ stdout, stderr, code }: Done) {
  assert.deepEqual([code, stderr], [0, '']);
  return JSON.parse(stdout);
}
