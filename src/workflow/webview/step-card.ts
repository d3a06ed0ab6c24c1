import { bitOrderText } from '@bioql/language/drawing/words';
import { numberText } from '@bioql/language/number-text';
import { button, filled, h } from '../../run-panel/webview/dom.ts';
import type { StepState, StepView } from '../messages.ts';
import type { Page } from './page.ts';
import { circuitPart, histogramPart } from './step-drawings.ts';

export const progressId = (step: number): string => `progress-${step}`;

/** One step: what it is, where and how often it runs, its circuit and its outcomes. */
export function stepCard(view: StepView, step: number, page: Page): HTMLElement {
  const { texts } = page;
  const title = `step-${step}`;
  const code = button(texts.showCode, () => page.send({ kind: 'reveal', step }), { id: `code-${step}` });
  const own = button(texts.openStep, () => page.send({ kind: 'open', step }), { id: `own-${step}` });
  return h(
    'li',
    { class: 'step', 'aria-labelledby': title },
    h(
      'div',
      { class: 'title' },
      h('span', { class: 'number-mark', 'aria-hidden': 'true' }, String(step + 1)),
      h(
        'h2',
        { id: title },
        h('span', { class: 'unseen' }, `${filled(texts.step, step + 1)}: `),
        view.about?.title ?? view.name,
      ),
      ...(view.name === '' ? [] : [h('code', {}, view.name)]),
    ),
    ...(view.about === undefined ? [] : [h('p', { class: 'program' }, h('code', {}, view.about.program))]),
    facts(view, page),
    ...(view.about?.hardware === undefined ? [] : [h('p', { class: 'note', role: 'note' }, view.about.hardware)]),
    ...bodyOf(view, step, page),
    h('div', { class: 'controls' }, code, ...(view.about === undefined ? [] : [own])),
  );
}

function facts({ about, shots, state }: StepView, { texts, lang }: Page): HTMLElement {
  const rows: (readonly [string, string])[] = [];
  if (about !== undefined) rows.push([texts.backend, about.backend], [texts.shots, numberText(shots, lang)]);
  if (state.kind === 'result') {
    const { circuit, depth } = state.result;
    rows.push([texts.qubits, numberText(circuit.qubits, lang)], [texts.depth, numberText(depth, lang)]);
    rows.push([texts.seed, String(state.sample.seed)]);
  }
  const fact = ([name, value]: readonly [string, string]) =>
    h('div', { class: 'fact' }, h('dt', {}, name), h('dd', {}, value));
  return h('div', { class: 'facts' }, h('dl', {}, ...rows.map(fact)));
}

function bodyOf({ about, shots, state }: StepView, step: number, page: Page): HTMLElement[] {
  const { texts, lang } = page;
  switch (state.kind) {
    case 'waiting':
      return [h('p', { class: 'quiet' }, texts.waiting)];
    case 'running':
      return [h('progress', { id: progressId(step), max: 1, value: 0, 'aria-label': texts.running })];
    case 'cancelled':
      return [h('p', { class: 'quiet' }, texts.cancelled)];
    case 'described':
      return [h('p', { class: 'note', role: 'note' }, state.note), ...(about ? [h('p', {}, about.reasoning)] : [])];
    case 'failed':
      return [failurePart(state, page)];
    case 'result':
      return [
        ...(state.result.conclusion === undefined
          ? []
          : [h('p', {}, h('strong', {}, `${texts.conclusion}: `), state.result.conclusion)]),
        ...circuitPart(state.result.circuit, step, page),
        ...histogramPart(state, { step, shots }, page),
        h('p', { class: 'quiet' }, bitOrderText(state.result.circuit.measured, lang)),
      ];
  }
}

const failurePart = ({ failure }: StepState & { kind: 'failed' }, { texts }: Page): HTMLElement =>
  h(
    'div',
    { class: 'failure', role: 'alert' },
    h('h3', {}, filled(texts.failed, failure.code)),
    h('p', {}, failure.sentence),
    h('p', {}, failure.advice),
  );
