import { type OutcomeRow, type OutcomeSum, selectOutcomes } from './drawing/outcomes.ts';
import { bitString, type ProgramRun } from './run.ts';
import { expectedDistance, expectedNoise, type Ideal } from './sampling-noise.ts';

/** A run that can be compared; outcomes are numbers whose bit k is the k-th measured qubit. */
export interface SampledRun extends Ideal {
  /** Counted from one. */
  readonly step: number;
  readonly counts: ReadonlyMap<number, number>;
}

/** How far a sample is from its own ideal; distances are total variation distances, from 0 to 1. */
export interface RunNoise {
  readonly step: number;
  readonly shots: number;
  readonly distance: number;
  /** What the distance is on average for so many shots. */
  readonly expected: number;
}

export interface RunPair {
  readonly first: number;
  readonly second: number;
  /** Between the exact distributions. */
  readonly ideals: number;
  readonly samples: number;
  /** What `samples` is on average for so many shots. */
  readonly expected: number;
}

/** One outcome in each run, in the order of the runs. */
export interface ComparedRow {
  readonly bits: string;
  readonly cells: readonly Omit<OutcomeRow, 'bits'>[];
}

/** Runs that measure the same number of bits, side by side. */
export interface Comparison {
  readonly bits: number;
  readonly runs: readonly RunNoise[];
  readonly pairs: readonly RunPair[];
  readonly rows: readonly ComparedRow[];
  /** What has no row, by run; `undefined` when every outcome has one. */
  readonly others?: readonly OutcomeSum[];
}

/** Smaller probabilities are rounding. */
const NEGLIGIBLE = 1e-12;

/** Two lists of shares: half the sum of their differences. */
export const idealDistance = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, share, outcome) => sum + Math.abs(share - (b[outcome] as number)), 0) / 2;

export function sampleDistance(a: SampledRun, b: SampledRun): number {
  const outcomes = new Set([...a.counts.keys(), ...b.counts.keys()]);
  let sum = 0;
  for (const outcome of outcomes) sum += Math.abs(shareIn(a, outcome) - shareIn(b, outcome));
  return sum / 2;
}

export const distanceToIdeal = (run: SampledRun): number =>
  run.exact.reduce((sum, share, outcome) => sum + Math.abs(share - shareIn(run, outcome)), 0) / 2;

const shareIn = ({ counts, shots }: SampledRun, outcome: number): number => (counts.get(outcome) ?? 0) / shots;

/** Compares runs that measure as many bits with each other, the most likely outcomes in rows; a run like no other is left out. */
export function compareRuns(runs: readonly SampledRun[], mostRows: number): Comparison[] {
  const groups = Map.groupBy(runs, ({ exact }) => Math.log2(exact.length));
  return [...groups].flatMap(([bits, group]) => (group.length < 2 ? [] : [compareGroup(bits, group, mostRows)]));
}

function compareGroup(bits: number, runs: readonly SampledRun[], mostRows: number): Comparison {
  return {
    bits,
    runs: runs.map((run) => ({
      step: run.step,
      shots: run.shots,
      distance: distanceToIdeal(run),
      expected: expectedNoise(run),
    })),
    pairs: runs.flatMap((a, at) => runs.slice(at + 1).map((b) => pairOf(a, b))),
    ...rowsOf(bits, runs, mostRows),
  };
}

const pairOf = (a: SampledRun, b: SampledRun): RunPair => ({
  first: a.step,
  second: b.step,
  ideals: idealDistance(a.exact, b.exact),
  samples: sampleDistance(a, b),
  expected: expectedDistance(a, b),
});

function rowsOf(bits: number, runs: readonly SampledRun[], most: number): Pick<Comparison, 'rows' | 'others'> {
  function* all(): Generator<OutcomeRow> {
    for (let outcome = 0; outcome < 2 ** bits; outcome += 1) {
      const probability = Math.max(...runs.map(({ exact }) => exact[outcome] as number));
      const count = runs.reduce((sum, { counts }) => sum + (counts.get(outcome) ?? 0), 0);
      if (probability >= NEGLIGIBLE || count > 0) yield { bits: bitString(outcome, bits), probability, count };
    }
  }
  const { rows, others } = selectOutcomes(all(), { sort: 'outcome', top: most, filter: '' });
  const shown = rows.map((row) => ({ bits: row.bits, cells: runs.map((run) => cellOf(run, row.bits)) }));
  if (others.outcomes === 0) return { rows: shown };
  const restOf = (at: number): OutcomeSum => {
    const cells = shown.map(({ cells }) => cells[at] as ComparedRow['cells'][number]);
    return {
      outcomes: others.outcomes,
      probability: Math.max(0, 1 - cells.reduce((sum, { probability }) => sum + probability, 0)),
      count: (runs[at] as SampledRun).shots - cells.reduce((sum, { count }) => sum + count, 0),
    };
  };
  return { rows: shown, others: runs.map((_, at) => restOf(at)) };
}

function cellOf({ exact, counts }: SampledRun, bits: string): ComparedRow['cells'][number] {
  const outcome = Number.parseInt(bits, 2);
  return { probability: exact[outcome] as number, count: counts.get(outcome) ?? 0 };
}

/** A finished run as one that can be compared. */
export function sampledRun(step: number, shots: number, { circuit, probabilities, counts }: ProgramRun): SampledRun {
  const exact = new Float64Array(2 ** circuit.measured.length);
  for (const [bits, probability] of probabilities) exact[Number.parseInt(bits, 2)] = probability;
  return { step, shots, exact, counts: new Map([...counts].map(([bits, count]) => [Number.parseInt(bits, 2), count])) };
}

/** The seed of a step: steps with one seed would draw the same numbers, and agree more than chance has it. */
export const seedOfStep = (seed: number, step: number): number => (seed + step - 1) >>> 0;
