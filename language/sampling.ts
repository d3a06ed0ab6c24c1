import { createRandom } from './random.ts';

/** How often each outcome came in `shots` draws: the same seed gives the same counts on every machine. */
export function sampleCounts(probabilities: Float64Array, shots: number, seed: number): Map<number, number> {
  const sums = new Float64Array(probabilities.length);
  let sum = 0;
  for (let at = 0; at < probabilities.length; at += 1) {
    sum += probabilities[at] as number;
    sums[at] = sum;
  }
  const random = createRandom(seed);
  const counts = new Map<number, number>();
  for (let shot = 0; shot < shots; shot += 1) {
    const outcome = firstAbove(sums, random.next() * sum);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return counts;
}

/** The first index whose running sum is above the value. */
function firstAbove(sums: Float64Array, value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
