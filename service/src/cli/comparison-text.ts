import type { Lang } from '@bioql/language/algorithm';
import type { Comparison } from '@bioql/language/compare-runs';
import { DISTANCE, noiseText, pairText } from '@bioql/language/compare-words';
import { numberText, shareText } from '@bioql/language/number-text';

const WORDS = {
  en: {
    title: (bits: number) => `Comparison of the steps that measure ${bits === 1 ? '1 bit' : `${bits} bits`}`,
    bits: 'bits',
    exact: 'exact',
    sampled: 'sampled',
    step: 'step',
    more: 'more',
    nothing: 'No two calls measure the same number of bits, so there is nothing to compare.',
  },
  es: {
    title: (bits: number) => `Comparación de los pasos que miden ${bits === 1 ? '1 bit' : `${bits} bits`}`,
    bits: 'bits',
    exact: 'exacto',
    sampled: 'medido',
    step: 'paso',
    more: 'más',
    nothing: 'No hay dos llamadas que midan el mismo número de bits, así que no hay nada que comparar.',
  },
} as const;

const CELL = 9;

/** Exact and sampled shares of each step side by side, and how far the steps are apart. */
export function comparisonText(comparisons: readonly Comparison[], lang: Lang): string {
  if (comparisons.length === 0) return WORDS[lang].nothing;
  return [...comparisons.map((comparison) => groupText(comparison, lang)), DISTANCE[lang]].join('\n\n');
}

function groupText({ bits, runs, pairs, rows, others }: Comparison, lang: Lang): string {
  const words = WORDS[lang];
  const title = words.title(bits);
  const rest = others?.[0] === undefined ? [] : [`… ${numberText(others[0].outcomes, lang)} ${words.more}`];
  const names = [words.bits, ...rows.map((row) => row.bits), ...rest];
  const width = Math.max(...names.map(({ length }) => length));
  const shares = (cells: readonly { probability: number; count: number }[]) =>
    cells.flatMap(({ probability, count }, at) => [probability, count / (runs[at]?.shots ?? 1)]);
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(width)}${cells.map((cell) => cell.padStart(CELL)).join('')}`;
  const numbers = (name: string, cells: readonly { probability: number; count: number }[]) =>
    line(
      name,
      shares(cells).map((share) => shareText(share, lang)),
    );
  return [
    title,
    '='.repeat(title.length),
    `${''.padEnd(width)}${runs.map(({ step }) => `${words.step} ${step}`.padStart(2 * CELL)).join('')}`,
    line(
      words.bits,
      runs.flatMap(() => [words.exact, words.sampled]),
    ),
    ...rows.map((row) => numbers(row.bits, row.cells)),
    ...(others === undefined ? [] : [numbers(rest[0] ?? '', others)]),
    '',
    ...pairs.map((pair) => pairText(pair, lang)),
    ...runs.map((run) => noiseText(run, lang)),
  ].join('\n');
}
