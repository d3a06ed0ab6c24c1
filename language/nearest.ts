/**
 * How many single characters must be put in, left out, replaced, or swapped with their neighbour to turn one text into
 * the other. Once that is more than `limit`, some number above the limit.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] as number) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length] as number;
}

const words = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The share of a name that may be wrong for another one to be meant. */
const TOLERANCE = 1 / 3;

/**
 * The known name that is probably meant: the same words in another order, one name inside the other, or few letters
 * apart. The first of equals; `undefined` when none is near.
 */
export function nearestName<T extends string>(name: string, known: readonly T[]): T | undefined {
  const [own, sorted] = [words(name).join('_'), words(name).sort().join('_')];
  let least = Math.max(1, Math.floor(own.length * TOLERANCE)) + 0.5;
  let found: T | undefined;
  for (const candidate of known) {
    const [other, otherSorted] = [words(candidate).join('_'), words(candidate).sort().join('_')];
    const distances = [editDistance(own, other, least), editDistance(sorted, otherSorted, least) + 0.1];
    const distance = Math.min(...distances, distanceInside(own.replaceAll('_', ''), other.replaceAll('_', '')));
    if (distance < least) [least, found] = [distance, candidate];
  }
  return found;
}

/** A part of a name stands for it; a name with more around it is less sure, the longest one the most. */
function distanceInside(own: string, other: string): number {
  if (own.length > 2 && other.includes(own)) return 0.9;
  return other.length > 2 && own.includes(other) ? 1.5 - other.length / 100 : Number.POSITIVE_INFINITY;
}
