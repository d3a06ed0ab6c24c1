import type { Comparison, RunNoise, RunPair } from '@bioql/language/compare-runs';
import { DISTANCE } from '@bioql/language/compare-words';
import { numberText, shareText } from '@bioql/language/number-text';
import { filled, h } from '../../run-panel/webview/dom.ts';
import type { WorkflowView } from '../messages.ts';
import type { Page } from './page.ts';

type Cell = Comparison['rows'][number]['cells'][number];

/** The steps side by side: outcome by outcome, and how far they are from each other and from their ideals. */
export function comparisonView({ phase, comparisons }: WorkflowView, page: Page): HTMLElement[] {
  if (phase !== 'finished') return [];
  const { texts, lang } = page;
  const parts =
    comparisons.length === 0
      ? [h('p', {}, texts.nothingCompared)]
      : [
          ...comparisons.flatMap((comparison, at) => groupParts(comparison, at, page)),
          h('p', { class: 'quiet' }, `${DISTANCE[lang]} ${texts.expectedHint}`),
        ];
  return [
    h(
      'section',
      { id: 'comparison', 'aria-labelledby': 'comparison-title' },
      h('h2', { id: 'comparison-title' }, texts.comparison),
      ...parts,
    ),
  ];
}

function groupParts(comparison: Comparison, at: number, page: Page): HTMLElement[] {
  const { texts } = page;
  const { bits } = comparison;
  const [title, distances] = [`compared-${at}`, `distances-${at}`];
  return [
    h('h3', { id: title }, bits === 1 ? texts.comparisonOfOne : filled(texts.comparisonOf, bits)),
    tableArea(title, outcomeTable(comparison, title, page)),
    h('h3', { id: distances }, texts.distances),
    tableArea(distances, distanceTable(comparison, distances, page)),
  ];
}

const tableArea = (title: string, table: HTMLElement): HTMLElement =>
  h('div', { class: 'table-area', tabindex: 0, role: 'region', 'aria-labelledby': title }, table);

function outcomeTable({ runs, rows, others }: Comparison, title: string, page: Page): HTMLElement {
  const { texts, lang } = page;
  const shotsOf = (at: number) => runs[at]?.shots ?? 1;
  const all = rows.flatMap(({ cells }) =>
    cells.flatMap(({ probability, count }, at) => [probability, count / shotsOf(at)]),
  );
  const most = Math.max(...all, 0);
  const cellsOf = (cells: readonly Cell[]) =>
    cells.flatMap((cell, at) => [
      h('td', { class: 'number first' }, shareText(cell.probability, lang)),
      h('td', { class: 'number' }, shareText(cell.count / shotsOf(at), lang)),
      h('td', { class: 'count' }, bar(cell, shotsOf(at), most), numberText(cell.count, lang)),
    ]);
  const heads = [texts.exact, texts.sampled, texts.count];
  return h(
    'table',
    { class: 'compared', 'aria-labelledby': title },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col', rowspan: 2 }, texts.outcome),
        ...runs.map(({ step }) => h('th', { scope: 'colgroup', colspan: 3, class: 'first' }, filled(texts.step, step))),
      ),
      h(
        'tr',
        {},
        ...runs.flatMap(() =>
          heads.map((head, at) =>
            h('th', { scope: 'col', class: at === 0 ? 'number first' : at === 1 ? 'number' : 'count' }, head),
          ),
        ),
      ),
    ),
    h(
      'tbody',
      {},
      ...rows.map(({ bits, cells }) => h('tr', {}, h('th', { scope: 'row', class: 'bits' }, bits), ...cellsOf(cells))),
      ...(others === undefined
        ? []
        : [
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, filled(texts.otherOutcomes, numberText(others[0]?.outcomes ?? 0, lang))),
              ...cellsOf(others),
            ),
          ]),
    ),
  );
}

/** The sampled share as a bar, with a mark at the exact probability. */
function bar({ probability, count }: Cell, shots: number, most: number): HTMLElement {
  const widthOf = (share: number) => `${most === 0 ? 0 : Math.min(100, (share / most) * 100)}%`;
  const [inner, mark] = [h('span'), h('i')];
  inner.style.width = widthOf(count / shots);
  mark.style.left = widthOf(probability);
  return h('span', { class: 'share-bar', 'aria-hidden': 'true' }, inner, mark);
}

function distanceTable({ pairs, runs }: Comparison, title: string, { texts, lang }: Page): HTMLElement {
  const row = (name: string, shares: readonly (number | undefined)[]) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, name),
      ...shares.map((share) => h('td', { class: 'number' }, share === undefined ? '–' : shareText(share, lang))),
    );
  const ofPair = ({ first, second, ideals, samples, expected }: RunPair) =>
    row(filled(texts.steps, first, second), [ideals, samples, expected]);
  const ofRun = ({ step, distance, expected }: RunNoise) =>
    row(filled(texts.stepAndIdeal, step), [undefined, distance, expected]);
  const heads = [texts.pair, texts.ideals, texts.samples, texts.expected];
  return h(
    'table',
    { class: 'outcomes distances', 'aria-labelledby': title },
    h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, ...pairs.map(ofPair), ...runs.map(ofRun)),
  );
}
