import type { OutcomeLabels } from '@bioql/language/drawing/histogram-layout';
import { isFilter, type OutcomeQuery } from '@bioql/language/drawing/outcomes';
import { button, filled, h, labelled, select } from './dom.ts';
import type { Page } from './page.ts';

const TOPS = [8, 16, 32, 64, 128, 256];

/** How the outcomes are sorted, how many have a bar, and how they are named. */
export function orderControls(
  { host, texts }: Page,
  ask: (changes: Partial<OutcomeQuery>) => void,
  relabel: (labels: OutcomeLabels) => void,
): HTMLElement[] {
  const { query, labels } = host.state();
  const sorts = [
    ['outcome', texts.sortOutcome],
    ['probability', texts.sortProbability],
    ['count', texts.sortCount],
  ] as const;
  const names = [
    ['bits', texts.labelBits],
    ['ket', texts.labelKet],
    ['decimal', texts.labelDecimal],
  ] as const;
  const tops = TOPS.map((top) => [String(top), filled(texts.topCount, top)] as const);
  return [
    labelled(
      texts.sort,
      select(sorts, query.sort, (sort) => ask({ sort })),
    ),
    labelled(
      texts.top,
      select(tops, String(query.top), (top) => ask({ top: Number(top) })),
    ),
    labelled(texts.labels, select(names, labels, relabel)),
  ];
}

/** What the outcomes are filtered by; `change` is told of what makes sense alone. */
export function filterControls({ host, texts }: Page, change: (filter: string) => void): HTMLElement[] {
  const input = h('input', {
    type: 'text',
    id: 'filter',
    size: 12,
    spellcheck: 'false',
    autocomplete: 'off',
    placeholder: '1*0?',
    title: texts.filterHint,
    value: host.state().query.filter,
  });
  const problem = h('span', { class: 'problem', role: 'alert' });
  const changed = () => {
    const filter = input.value.replace(/[\s|⟩>]/g, '');
    const right = isFilter(filter);
    input.setAttribute('aria-invalid', String(!right));
    problem.textContent = right ? '' : texts.wrongFilter;
    if (right) change(filter);
  };
  input.addEventListener('input', changed);
  const clear = () => {
    input.value = '';
    changed();
    input.focus();
  };
  return [labelled(texts.filter, input), button(texts.clearFilter, clear), problem];
}
