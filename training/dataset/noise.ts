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

/** What hurried typing does to a prompt: case, accents, punctuation, slips. Most prompts stay as they are. */
export function withNoise(text: string, random: Random): string {
  let noisy = text;
  if (random.chance(0.25)) noisy = noisy.toLowerCase();
  else if (random.chance(0.02)) noisy = noisy.toUpperCase();
  if (random.chance(0.25)) noisy = stripAccents(noisy);
  if (random.chance(0.3)) noisy = noisy.replace(/[.!?]$/, '');
  if (random.chance(0.05)) noisy = noisy.replace(/[,;:]/g, '');
  if (random.chance(0.12))
    noisy = noisy
      .split(' ')
      .map((word) => (random.chance(0.2) ? slip(word, random) : word))
      .join(' ');
  return noisy;
}
