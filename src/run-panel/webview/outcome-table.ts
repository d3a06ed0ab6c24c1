import { outcomeName } from '@bioql/language/drawing/histogram-layout';
import type { OutcomeSelection, OutcomeSum } from '@bioql/language/drawing/outcomes';
import { numberText, shareText } from '@bioql/language/number-text';
import { filled, h } from './dom.ts';
import type { Page } from './page.ts';

export interface OutcomeTable {
  readonly element: HTMLElement;
  show(selection: OutcomeSelection, shots: number): void;
  /** Marks the row of an outcome and brings it into sight; the row that is marked already is freed. */
  point(bits: string): void;
}

/** The outcomes in numbers, as the histogram has them. */
export function outcomeTable({ host, texts, lang }: Page): OutcomeTable {
  const body = h('tbody');
  const names = [texts.outcome, texts.exact, texts.sampled, texts.count];
  const row = (name: HTMLElement, { probability, count }: Omit<OutcomeSum, 'outcomes'>, shots: number) =>
    h(
      'tr',
      {},
      name,
      h('td', { class: 'number' }, shareText(probability, lang)),
      h('td', { class: 'number' }, shareText(shots === 0 ? 0 : count / shots, lang)),
      h('td', { class: 'number' }, numberText(count, lang)),
    );
  const rowOf = (bits: string) => [...body.rows].find(({ dataset }) => dataset['outcome'] === bits);
  return {
    element: h(
      'div',
      { class: 'table-area', tabindex: 0, role: 'region', 'aria-labelledby': 'outcomes-title' },
      h(
        'table',
        { class: 'outcomes', 'aria-labelledby': 'outcomes-title' },
        h('thead', {}, h('tr', {}, ...names.map((name) => h('th', { scope: 'col' }, name)))),
        body,
      ),
    ),
    show({ rows, others }, shots) {
      const { labels } = host.state();
      const lines = rows.map((outcome) => {
        const line = row(h('th', { scope: 'row', class: 'bits' }, outcomeName(outcome.bits, labels)), outcome, shots);
        line.dataset['outcome'] = outcome.bits;
        return line;
      });
      const name = h('th', { scope: 'row' }, filled(texts.otherOutcomes, numberText(others.outcomes, lang)));
      body.replaceChildren(...lines, ...(others.outcomes === 0 ? [] : [row(name, others, shots)]));
    },
    point(bits) {
      const line = rowOf(bits);
      const marked = line?.classList.contains('pointed') === true;
      for (const other of body.rows) other.classList.remove('pointed');
      if (line === undefined || marked) return;
      line.classList.add('pointed');
      line.scrollIntoView({ block: 'nearest' });
    },
  };
}
