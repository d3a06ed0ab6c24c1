import type { Lang, Probabilities, Sentence } from './algorithm.ts';
import type { Call } from './call.ts';
import { type Circuit, depthOf } from './circuit.ts';
import { circuitOf, entryOf } from './program.ts';
import { sampleCounts } from './sampling.ts';
import { outcomeProbabilities, simulate } from './simulator.ts';

/** Smaller probabilities are rounding. */
const NEGLIGIBLE = 1e-12;

/** What a call gives on an ideal, noiseless machine. */
export interface ProgramRun {
  readonly circuit: Circuit;
  readonly depth: number;
  /** Exact, by bit string; negligible ones are left out. */
  readonly probabilities: Probabilities;
  /** Sampled, by bit string, in falling order of their number. */
  readonly counts: ReadonlyMap<string, number>;
  readonly seed: number;
  readonly conclusion?: string;
}

export interface RunOptions {
  readonly seed: number;
  readonly lang: Lang;
}

/** Why a valid program has no result here. */
export const NOT_SIMULATED: Sentence = {
  en: 'This program is checked and described, but not simulated: a local simulator has no honest model of it.',
  es: 'Este programa se comprueba y se describe, pero no se simula: un simulador local no tiene un modelo honesto de él.',
};

/** The outcome with this index, highest measured qubit leftmost. */
export const bitString = (outcome: number, width: number): string => outcome.toString(2).padStart(width, '0');

/** Simulates a valid call; `undefined` when its program is described but not simulated. Throws `TooManyQubits`. */
export function runCall({ program, shots }: Call, { seed, lang }: RunOptions): ProgramRun | undefined {
  const circuit = circuitOf(program);
  if (circuit === undefined) return undefined;
  const exact = outcomeProbabilities(simulate(circuit), circuit.measured);
  const width = circuit.measured.length;
  const probabilities = new Map<string, number>();
  exact.forEach((probability, outcome) => {
    if (probability >= NEGLIGIBLE) probabilities.set(bitString(outcome, width), probability);
  });
  const counts = [...sampleCounts(exact, shots, seed)]
    .sort(([a, many], [b, few]) => few - many || a - b)
    .map(([outcome, count]) => [bitString(outcome, width), count] as const);
  const conclusion = entryOf(program).conclusion?.(program.slots, probabilities, lang);
  return {
    circuit,
    depth: depthOf(circuit),
    probabilities,
    counts: new Map(counts),
    seed,
    ...(conclusion !== undefined && { conclusion }),
  };
}
