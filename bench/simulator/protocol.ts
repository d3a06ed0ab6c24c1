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

/** How often each bit string came, highest qubit leftmost. */
type Counts = Readonly<Record<string, number>>;

/** What it writes, a line each: once that it is ready, a time for each repetition, and the counts of the last one. */
export type Line =
  | { readonly ready: { readonly version: string } }
  | { readonly ms: number; readonly compileMs?: number }
  | { readonly counts: Counts };

interface Subject {
  /** From a prepared circuit to counts. */
  run(): MaybePromise<Counts | ReadonlyMap<string, number>>;
  /** What `run` does first, for a peer that compiles: timed alone before each repetition, and taken off. */
  compile?(): MaybePromise<unknown>;
}

type MaybePromise<T> = T | Promise<T>;

const say = (line: Line): unknown => process.stdout.write(`${JSON.stringify(line)}\n`);

export const readJob = async (): Promise<Job> => JSON.parse(await text(process.stdin)) as Job;

/** Times repetitions until the budget is spent. */
export async function repeat({ maxRepetitions, budgetMs }: Job, version: string, subject: Subject): Promise<void> {
  say({ ready: { version } });
  let [spent, last] = [0, 0];
  let counts: Counts | ReadonlyMap<string, number> = {};
  for (let done = 0; done < maxRepetitions && (done === 0 || spent + last < budgetMs); done += 1) {
    const started = performance.now();
    await subject.compile?.();
    const compiled = performance.now();
    counts = await subject.run();
    const ended = performance.now();
    last = ended - started;
    spent += last;
    const compileMs = compiled - started;
    say(subject.compile ? { ms: ended - compiled - compileMs, compileMs } : { ms: ended - compiled });
  }
  say({ counts: counts instanceof Map ? Object.fromEntries(counts) : (counts as Counts) });
}
