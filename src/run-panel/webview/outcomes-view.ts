import type { Circuit } from '@bioql/language/circuit';
import type { OutcomeLabels } from '@bioql/language/drawing/histogram-layout';
import { drawHistogram, type HistogramOptions } from '@bioql/language/drawing/histogram-svg';
import type { OutcomeQuery, OutcomeSelection } from '@bioql/language/drawing/outcomes';
import { numberText, shareText } from '@bioql/language/number-text';
import type { Sampling } from '../messages.ts';
import { button, filled, h, onWidth, svgElement } from './dom.ts';
import { filterControls, orderControls } from './outcome-controls.ts';
import { outcomeTable } from './outcome-table.ts';
import type { Page } from './page.ts';
import { createRoving } from './roving.ts';

const NARROWEST = 320;

export interface OutcomesView {
  readonly element: HTMLElement;
  /** Asks for the outcomes anew, as after another sampling. */
  refresh(sampling: Sampling): void;
  show(query: OutcomeQuery, selection: OutcomeSelection): void;
}

/** Histogram and table of the outcomes, with what sorts, counts, labels and filters them. */
export function outcomesView(circuit: Circuit, sampling: Sampling, page: Page): OutcomesView {
  const { host, lang } = page;
  let { shots } = sampling;
  let selection: OutcomeSelection | undefined;
  const chart = h('div', { class: 'drawing', id: 'histogram' });
  const table = outcomeTable(page);
  const summary = h('p', { class: 'matching', role: 'status' });
  const roving = createRoving(
    chart,
    ({ dataset }) => dataset['outcome'] ?? '',
    (bar) => table.point(bar.dataset['outcome'] ?? ''),
  );

  const options = (): HistogramOptions => ({
    lang,
    shots,
    measured: circuit.measured,
    labels: host.state().labels,
    ...(selection !== undefined && { others: selection.others }),
  });
  const draw = () => {
    if (selection === undefined || chart.clientWidth === 0) return;
    const width = Math.max(NARROWEST, chart.clientWidth - 2);
    const drawing = svgElement(drawHistogram(selection.rows, { ...options(), width, form: 'interactive' }));
    chart.replaceChildren(drawing);
    roving.renew([...drawing.querySelectorAll<SVGElement>('.outcome')]);
    table.show(selection, shots);
    summary.textContent = summaryText(selection, shots, page);
  };
  const ask = (changes: Partial<OutcomeQuery> = {}) => {
    const query = { ...host.state().query, ...changes };
    host.change({ query });
    host.send({ kind: 'ask', question: { kind: 'select', query } });
  };
  const relabel = (labels: OutcomeLabels) => {
    host.change({ labels });
    draw();
  };
  const save = () => {
    if (selection === undefined) return;
    const svg = drawHistogram(selection.rows, { ...options(), title: host.state().program });
    host.send({ kind: 'saveSvg', what: 'histogram', svg });
  };
  onWidth(chart, draw);
  return {
    refresh(next) {
      shots = next.shots;
      ask();
    },
    show(query, next) {
      if (JSON.stringify(query) !== JSON.stringify(host.state().query)) return;
      selection = next;
      draw();
    },
    element: section(
      page,
      { save, controls: [...orderControls(page, ask, relabel), ...filterControls(page, (filter) => ask({ filter }))] },
      [summary, chart, table.element],
    ),
  };
}

interface SectionControls {
  readonly controls: readonly HTMLElement[];
  save(): void;
}

const section = (
  { host, texts }: Page,
  { save, controls }: SectionControls,
  below: readonly HTMLElement[],
): HTMLElement =>
  h(
    'section',
    { 'aria-labelledby': 'outcomes-title', id: 'outcomes' },
    h(
      'div',
      { class: 'controls' },
      h('h2', { id: 'outcomes-title' }, texts.outcomes),
      h('span', { class: 'spring' }),
      button(texts.exportSvg, save),
      button(texts.exportCsv, () => host.send({ kind: 'saveCsv' })),
    ),
    h('div', { class: 'controls' }, ...controls),
    ...below,
  );

function summaryText({ matching }: OutcomeSelection, shots: number, { host, texts, lang }: Page): string {
  const many = numberText(matching.outcomes, lang);
  if (host.state().query.filter === '')
    return matching.outcomes === 1 ? texts.oneOutcome : filled(texts.allOutcomes, many);
  if (matching.outcomes === 0) return texts.noneMatch;
  const sampled = shots === 0 ? 0 : matching.count / shots;
  return filled(texts.matching, many, shareText(matching.probability, lang), shareText(sampled, lang));
}
