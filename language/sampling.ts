import { createRandom } from './random.ts';

/** A finer guide does not fit a processor's cache. */
const MAX_GUIDE_BITS = 18;

/**
 * How often each outcome came in `shots` draws: the same seed gives the same counts on every machine.
 *
 * Each draw is a number below the sum of the probabilities, and its outcome the first whose running sum is above it (inversion, which
 * is exact up to the 32 bits of a draw). A guide says for equal steps of that sum where to look from, so that a draw takes a few
 * comparisons on average, however many outcomes there are.
 */
export function sampleCounts(probabilities: Float64Array, shots: number, seed: number): Map<number, number> {
  const sums = runningSums(probabilities);
  const sum = sums[sums.length - 1] as number;
  const steps = 2 ** Math.min(MAX_GUIDE_BITS, Math.ceil(Math.log2(shots)));
  const guide = guideTo(sums, steps);
  const random = createRandom(seed);
  const tally = new Uint32Array(probabilities.length);
  const drawn: number[] = [];
  for (let shot = 0; shot < shots; shot += 1) {
    const draw = random.next();
    const value = draw * sum;
    let outcome = guide[Math.floor(draw * steps)] as number;
    while ((sums[outcome] as number) <= value) outcome += 1;
    const before = tally[outcome] as number;
    if (before === 0) drawn.push(outcome);
    tally[outcome] = before + 1;
  }
  const counts = new Map<number, number>();
  for (const outcome of drawn) counts.set(outcome, tally[outcome] as number);
  return counts;
}

function runningSums(probabilities: Float64Array): Float64Array {
  const sums = new Float64Array(probabilities.length);
  let sum = 0;
  for (let at = 0; at < probabilities.length; at += 1) {
    sum += probabilities[at] as number;
    sums[at] = sum;
  }
  return sums;
}

/** For each of the equal steps up to the last sum, the first index whose running sum is above the step's start. */
function guideTo(sums: Float64Array, steps: number): Uint32Array {
  const guide = new Uint32Array(steps);
  const sum = sums[sums.length - 1] as number;
  let index = 0;
  for (let step = 0; step < steps; step += 1) {
    while ((sums[index] as number) <= (step / steps) * sum) index += 1;
    guide[step] = index;
  }
  return guide;
}
