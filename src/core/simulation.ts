import type { Lang } from '@bioql/language/algorithm';
import { type Circuit, depthOf } from '@bioql/language/circuit';
import {
  type OutcomeQuery,
  type OutcomeRow,
  type OutcomeSelection,
  selectOutcomes,
} from '@bioql/language/drawing/outcomes';
import { entryOf, type Program } from '@bioql/language/program';
import { bitString } from '@bioql/language/run';
import { sampleCounts } from '@bioql/language/sampling';
import { outcomeProbabilities, stateCursor } from '@bioql/language/simulator';
import { type AmplitudeTable, largestAmplitudes } from './amplitudes.ts';

/** A circuit that has run, and what can be asked of it. */
export interface Simulation {
  readonly depth: number;
  /** By outcome: bit k is the k-th measured qubit. */
  readonly exact: Float64Array;
  /** Of the last sample, by outcome. */
  counts(): ReadonlyMap<number, number>;
  conclusion(program: Program, lang: Lang): string | undefined;
  sample(shots: number, seed: number): void;
  select(query: OutcomeQuery): OutcomeSelection;
  stateAfter(gates: number): AmplitudeTable;
  csv(): string;
}

/** Smaller probabilities are rounding. */
const NEGLIGIBLE = 1e-12;
const STATE_ROWS = 16;
const STEPS = 100;
/** More digits are rounding. */
const CSV_DIGITS = 12;

/** Runs the circuit, and says now and then how much of it is done. Throws `TooManyQubits`. */
export function simulateWhole(circuit: Circuit, progress: (done: number) => void): Simulation {
  const { gates, measured } = circuit;
  const moveTo = stateCursor(circuit);
  for (let step = 1; step < STEPS && gates.length > STEPS; step += 1) {
    moveTo(Math.floor((gates.length * step) / STEPS));
    progress(step / STEPS);
  }
  const exact = outcomeProbabilities(moveTo(gates.length), measured);
  let shots = 0;
  let counts: ReadonlyMap<number, number> = new Map();

  function* rows(): Generator<OutcomeRow> {
    for (let outcome = 0; outcome < exact.length; outcome += 1) {
      const probability = exact[outcome] as number;
      const count = counts.get(outcome) ?? 0;
      if (probability >= NEGLIGIBLE || count > 0)
        yield { bits: bitString(outcome, measured.length), probability, count };
    }
  }
  return {
    depth: depthOf(circuit),
    exact,
    counts: () => counts,
    conclusion(program, lang) {
      const { conclusion } = entryOf(program);
      if (conclusion === undefined) return undefined;
      const probabilities = new Map<string, number>();
      for (const { bits, probability } of rows()) probabilities.set(bits, probability);
      return conclusion(program.slots, probabilities, lang);
    },
    sample(wanted, seed) {
      shots = wanted;
      counts = sampleCounts(exact, shots, seed);
    },
    select: (query) => selectOutcomes(rows(), query),
    stateAfter: (count) => largestAmplitudes(moveTo(count), STATE_ROWS),
    csv: () => csvOf(rows(), measured, shots),
  };
}

/** A decimal column too, because spreadsheets drop leading zeros. */
function csvOf(rows: Iterable<OutcomeRow>, measured: readonly number[], shots: number): string {
  const order = measured.map((qubit) => `q${qubit}`).reverse();
  const lines = [`outcome (${order.join(' ')}),decimal,probability,count,frequency`];
  for (const { bits, probability, count } of rows) {
    const exact = Number(probability.toPrecision(CSV_DIGITS));
    lines.push([bits, Number.parseInt(bits, 2), exact, count, shots === 0 ? 0 : count / shots].join(','));
  }
  return `${lines.join('\n')}\n`;
}
