import { createBest } from '@bioql/language/drawing/best';
import { bitString } from '@bioql/language/run';
import type { StateVector } from '@bioql/language/simulator';

export interface AmplitudeRow {
  /** Highest qubit leftmost. */
  readonly basis: string;
  readonly re: number;
  readonly im: number;
  readonly probability: number;
}

/** The largest amplitudes of a state. */
export interface AmplitudeTable {
  readonly rows: readonly AmplitudeRow[];
  /** How many other basis states have an amplitude at all, and their probability together. */
  readonly others: number;
  readonly othersProbability: number;
}

/** Smaller probabilities are rounding. */
const NEGLIGIBLE = 1e-12;

interface Indexed {
  readonly index: number;
  readonly probability: number;
}

/** The rows in the order of the basis states, the likeliest `top` of them. */
export function largestAmplitudes({ re, im }: StateVector, top: number): AmplitudeTable {
  const width = Math.log2(re.length);
  const best = createBest<Indexed>(top, (a, b) => {
    const difference = b.probability - a.probability;
    return Math.abs(difference) < NEGLIGIBLE ? a.index - b.index : difference;
  });
  let [present, sum] = [0, 0];
  for (let index = 0; index < re.length; index += 1) {
    const probability = (re[index] as number) ** 2 + (im[index] as number) ** 2;
    if (probability < NEGLIGIBLE) continue;
    present += 1;
    sum += probability;
    best.offer({ index, probability });
  }
  const kept = best.kept().sort((a, b) => a.index - b.index);
  return {
    rows: kept.map(({ index, probability }) => ({
      basis: bitString(index, width),
      re: re[index] as number,
      im: im[index] as number,
      probability,
    })),
    others: present - kept.length,
    othersProbability: Math.max(
      0,
      kept.reduce((left, { probability }) => left - probability, sum),
    ),
  };
}
