import type { Random } from '../random.ts';

const LONGEST_SHOWN = 40;

/** GBNF of a sequence. Letters that are no base or amino acid can be written, so that `check` can name the fault. */
export const SEQUENCE_GRAMMAR = '[A-Z]{1,400}';

export const isDna = (sequence: string): boolean => /^[ACGT]{1,400}$/.test(sequence);

/** One-letter codes of 2 to 400 of the twenty standard amino acids. */
export const isProtein = (sequence: string): boolean => /^[ACDEFGHIKLMNPQRSTVWY]{2,400}$/.test(sequence);

/** The share of G and C, as a whole percentage. */
export const gcPercent = (sequence: string): number =>
  Math.round((100 * [...sequence].filter((base) => base === 'G' || base === 'C').length) / sequence.length);

/** In how many places two sequences of equal length differ; `undefined` for unequal lengths. */
export const hammingDistance = (first: string, second: string): number | undefined =>
  first.length === second.length ? [...first].filter((base, at) => base !== second[at]).length : undefined;

/** The sequence, or its first ten letters when it is long. */
export const shown = (sequence: string): string =>
  sequence.length <= LONGEST_SHOWN ? sequence : `${sequence.slice(0, 10)}...`;

export const randomSequence = (letters: string, length: number, random: Random): string =>
  Array.from({ length }, () => random.pick([...letters])).join('');

/**
 * Words of a request that are written as nucleic acids: capitals that are mostly bases, or at least four small letters
 * that all are. Other letters stay, so that `check` can name them.
 */
export function basesIn(request: string): string[] {
  const words = request
    .replace(/\b[53]['\u2032]-?|-[53]['\u2032]|\bGC[ -](?:content|rich)|\bcontenido (?:de |en )?GC\b/g, ' ')
    .split(/[^\p{L}0-9]+/u);
  return words.filter(looksLikeBases).map((word) => word.toUpperCase());
}

function looksLikeBases(word: string): boolean {
  if (/^[ACGT]{2,}$/.test(word) || /^[acgtu]{4,}$/.test(word)) return true;
  return /^[A-Z]{4,}$/.test(word) && 2 * word.replace(/[^ACGTU]/g, '').length > word.length;
}
