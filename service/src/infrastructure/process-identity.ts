import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process, told apart from a later one that the system gave the same number. */
export type ProcessIdentity = { readonly pid: number; readonly startToken: string };

/** Who this process is, and whether another one still runs. A parameter, so that tests can play a recycled number. */
export type Processes = {
  readonly own: ProcessIdentity;
  isRunning(identity: ProcessIdentity): boolean;
};

export const createProcesses = (): Processes => ({
  own: { pid: process.pid, startToken: startTokenOf(process.pid) ?? '' },
  isRunning: ({ pid, startToken }) => startTokenOf(pid) === startToken,
});

/** When a process started, as text that no other process with its number has; `undefined` when it does not run. */
function startTokenOf(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxStartToken(pid);
  return process.platform === 'win32' ? windowsStartToken(pid) : unixStartToken(pid);
}

function linuxStartToken(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A killed process that its parent has not waited for keeps its number, but runs no more.
    if (state === 'Z' || state === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${fields[18]}`;
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(String((error as NodeJS.ErrnoException).code))) return undefined;
    throw error;
  }
}

function unixStartToken(pid: number): string | undefined {
  try {
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { env, encoding: 'utf8' }).trim();
  } catch (error) {
    if ((error as { status?: number }).status === 1) return undefined;
    throw error;
  }
}

/** Windows tells start times only through slow tools, so there a recycled number counts as the same process. */
function windowsStartToken(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
    return 'windows';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return undefined;
    throw error;
  }
}
