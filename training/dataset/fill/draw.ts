import type { Lang, Slots } from '@bioql/language/algorithm';
import type { Random } from '@bioql/language/random';

/** What a phrasing asks its slots to be filled from. */
export interface Draw {
  readonly random: Random;
  readonly lang: Lang;
  /** Whether the phrasing has the placeholder `{name}` or `{name:word}`. */
  has(name: string): boolean;
}

/** What stands for a placeholder. Numbers may be said in words; names and sequences are never misspelt by noise. */
export type Spoken = string | number | { readonly exact: string };

/** Slots drawn for one algorithm, and how a person says each of them. */
export interface Filled {
  readonly slots: Slots;
  readonly values: Readonly<Record<string, Spoken>>;
  /** A sentence before the reasoning. */
  readonly note?: string;
}

export type Filler = (draw: Draw) => Filled;

export const exact = (text: string): Spoken => ({ exact: text });

export const bitsOf = (width: number, random: Random): string =>
  Array.from({ length: width }, () => random.pick(['0', '1'])).join('');

export const lettersOf = (letters: string, length: number, random: Random): string =>
  Array.from({ length }, () => random.pick([...letters])).join('');

/** A width that a request may ask for: mostly small, now and then absurd. */
export function drawQubits(least: number, random: Random): number {
  if (random.chance(0.02)) return random.pick([0, 1, 2, 40, 50, 64, 100, 128, 150, 200, 500, 1000, 2000]);
  return random.chance(0.75)
    ? random.between(least, 10)
    : random.chance(0.8)
      ? random.between(11, 30)
      : random.between(31, 60);
}

/** A number near another that the speaker takes back. */
export function drawWrong(right: number, random: Random): number {
  const wrong = random.pick([right + 1, right + 2, Math.max(1, right - 1), right + random.between(3, 9)]);
  return wrong === right ? right + 1 : wrong;
}

/** A bit string near the one that is meant, which the speaker takes back. */
export function drawWrongBits({ target, input, secret }: Filled['values'], random: Random): string {
  const right = [target, input, secret].find((bits) => typeof bits === 'string') ?? '101';
  const wrong = bitsOf(Math.max(2, right.length + random.pick([-1, 0, 0, 0, 1])), random);
  return wrong === right ? `${wrong.slice(1)}${wrong.startsWith('1') ? '0' : '1'}` : wrong;
}
