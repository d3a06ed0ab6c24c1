import type { Lang } from '@bioql/language/algorithm';
import type { Random } from '@bioql/language/random';
import type { Spoken } from './fill/draw.ts';
import { createNoise } from './noise.ts';
import { spokenWords } from './surfaces.ts';

const PLACEHOLDER = /(\{\w+(?::word)?\})/;

/** Whether a text has the placeholder `{name}` or `{name:word}`. */
export const hasPlaceholder = (text: string, name: string): boolean =>
  text.includes(`{${name}}`) || text.includes(`{${name}:word}`);

/** Writes a text with its placeholders filled, and what hurried typing does to all but names and sequences. */
export function speak(text: string, lang: Lang, values: Readonly<Record<string, Spoken>>, random: Random): string {
  const noisy = createNoise(random);
  const words = text.split(PLACEHOLDER).map((part) => {
    if (!PLACEHOLDER.test(part)) return noisy(part);
    const [name = '', word] = part.slice(1, -1).split(':');
    const value = values[name];
    if (value === undefined) throw new RangeError(`no placeholder ${part} in: ${text}`);
    if (typeof value === 'object') return value.exact;
    return noisy(word !== undefined && typeof value === 'number' ? spokenWords(value, lang) : String(value));
  });
  const prompt = words.join('');
  return random.chance(0.3) ? prompt.replace(/[.!?]$/, '') : prompt;
}
