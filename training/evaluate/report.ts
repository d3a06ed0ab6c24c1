import type { Levels } from './judge.ts';
import { quantile, type Share, shareOf } from './share.ts';
import {
  hardwareOf,
  levelsOf,
  parsedOf,
  type RefusalShares,
  type Result,
  refusalsOf,
  type Slice,
  slicesOf,
} from './slices.ts';

export interface Latency {
  /** Seconds of the machine, as they are billed. */
  readonly machineP50: number;
  readonly machineP95: number;
  /** Milliseconds until the answer was there, with every attempt. */
  readonly wallP50: number;
  readonly wallP95: number;
}

/** What came of one set. */
export interface SetReport {
  readonly set: string;
  readonly cases: number;
  readonly right: Share;
  readonly levels: Record<keyof Levels, Share>;
  readonly latency: Latency;
  /** How many answers are from where. */
  readonly sources: Readonly<Record<string, number>>;
  readonly slices: readonly Slice[];
}

/** How the run was made. */
export interface RunFacts {
  readonly model: string;
  readonly engine: string;
  readonly selfCheck: boolean;
  readonly reasoning: boolean;
  readonly temperature: number;
  /** Cases of each set at most, drawn with the seed; `undefined` is all. */
  readonly limit: number | undefined;
  readonly seed: number;
}

export interface Report extends RunFacts {
  readonly sets: readonly SetReport[];
  /** Sets that the service has no route for. */
  readonly unanswered: readonly string[];
  readonly refusals: RefusalShares;
  readonly keptOffHardware: Share;
  readonly parses: Share;
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

export function latencyOf(results: readonly Result[]): Latency {
  const machine = results.map(({ answer }) => answer.seconds);
  const wall = results.map(({ answer }) => answer.wallMs);
  return {
    machineP50: round(quantile(machine, 0.5), 3),
    machineP95: round(quantile(machine, 0.95), 3),
    wallP50: round(quantile(wall, 0.5), 0),
    wallP95: round(quantile(wall, 0.95), 0),
  };
}

const setReport = (set: string, results: readonly Result[]): SetReport => ({
  set,
  cases: results.length,
  right: shareOf(results.map(({ verdict }) => verdict.right)),
  levels: levelsOf(results),
  latency: latencyOf(results),
  sources: Object.fromEntries(
    [...Map.groupBy(results, ({ answer }) => answer.source)].map(([source, all]) => [source, all.length]),
  ),
  slices: slicesOf(results),
});

/** The report of a run: the results of each set, `undefined` where it was not answered. */
export function reportOf(facts: RunFacts, sets: ReadonlyMap<string, readonly Result[] | undefined>): Report {
  const answered = [...sets].filter((entry): entry is [string, readonly Result[]] => entry[1] !== undefined);
  const all = answered.flatMap(([, results]) => results);
  return {
    ...facts,
    sets: answered.map(([set, results]) => setReport(set, results)),
    unanswered: [...sets].filter(([, results]) => results === undefined).map(([set]) => set),
    refusals: refusalsOf(all.filter(({ item }) => item.question.task === 'generate')),
    keptOffHardware: hardwareOf(all),
    parses: parsedOf(all),
  };
}
