import type { Lang } from '@bioql/language/algorithm';
import { ALGORITHMS } from '@bioql/language/algorithms/index';
import type { Phrasing } from './phrasing.ts';

/** Around a program string, for those who know it: every algorithm can be asked for so, also one without phrasings of its own. */
const FRAMES: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    '{program}',
    '{program} on {device}',
    '{program}, {shots} shots',
    'quantum("{program}")',
    'please run: {program}',
  ],
  es: ['{program}', '{program} en {device}', '{program}, {shots} disparos', 'ejecuta: {program}'],
};

/** Requests that quote the program string itself. */
export const byProgram: readonly Phrasing[] = ALGORITHMS.flatMap(({ id }) =>
  (['en', 'es'] as const).flatMap((lang) =>
    FRAMES[lang].map((text) => ({ text, lang, register: 'program', algorithm: id })),
  ),
);
