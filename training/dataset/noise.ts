import type { Random } from '@bioql/language/random';

const stripAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0301\u0303\u0308]/g, '')
    .normalize('NFC');

/** One slip of the fingers inside a word of letters; numbers, bit strings and names with `_` stay whole. */
function slip(word: string, random: Random): string {
  if (!/^[a-záéíóúñ]{5,}$/i.test(word)) return word;
  const at = random.between(1, word.length - 2);
  const [before, here, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  return random.pick([
    `${before}${next}${here}${after}`,
    `${before}${next}${after}`,
    `${before}${here}${here}${next}${after}`,
  ]);
}

/** Slips in about two words of five. */
export const slipAll = (text: string, random: Random): string =>
  text
    .split(' ')
    .map((word) => (random.chance(0.4) ? slip(word, random) : word))
    .join(' ');

/** What hurried typing does to all of a prompt's words: case, accents, punctuation, slips. Most prompts stay as they are. */
export function createNoise(random: Random): (text: string) => string {
  const lower = random.chance(0.25);
  const upper = !lower && random.chance(0.02);
  const bare = random.chance(0.25);
  const unpunctuated = random.chance(0.05);
  const slips = random.chance(0.12);
  return (text) => {
    let noisy = lower ? text.toLowerCase() : upper ? text.toUpperCase() : text;
    if (bare) noisy = stripAccents(noisy);
    if (unpunctuated) noisy = noisy.replace(/[,;:]/g, '');
    if (!slips) return noisy;
    return noisy
      .split(' ')
      .map((word) => (random.chance(0.2) ? slip(word, random) : word))
      .join(' ');
  };
}
