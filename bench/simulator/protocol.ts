import { text } from 'node:stream/consumers';
import type { Circuit } from '@bioql/language/circuit';

/** What a peer's process reads on its standard input. */
export interface Job {
  readonly circuit: Circuit;
  readonly shots: number;
  readonly maxRepetitions: number;
  /** No further repetition is started that would end after this. */
  readonly budgetMs: number;
}

/** What it writes, a line each: once that it is ready, a time for each repetition, and the counts of the last one. */
export type Line =
  | { readonly ready: { readonly version: string; readonly compileMs?: number } }
  | { readonly ms: number }
  | { readonly counts: Readonly<Record<string, number>> };

export const say = (line: Line): unknown => process.stdout.write(`${JSON.stringify(line)}\n`);

export const readJob = async (): Promise<Job> => JSON.parse(await text(process.stdin)) as Job;

/** How often each bit string came, highest qubit leftmost, in the form in which a peer gives it. */
type Counts = Readonly<Record<string, number>> | ReadonlyMap<string, number>;

/** Times a run from a prepared circuit to counts until the budget is spent. */
export async function repeat({ maxRepetitions, budgetMs }: Job, run: () => Counts | Promise<Counts>): Promise<void> {
  let [spent, last] = [0, 0];
  let counts: Counts = {};
  for (let done = 0; done < maxRepetitions && (done === 0 || spent + last < budgetMs); done += 1) {
    const started = performance.now();
    counts = await run();
    last = performance.now() - started;
    spent += last;
    say({ ms: last });
  }
  say({ counts: counts instanceof Map ? Object.fromEntries(counts) : counts });
}
