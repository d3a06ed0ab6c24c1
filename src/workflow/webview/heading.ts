import { pairText } from '@bioql/language/compare-words';
import { numberText } from '@bioql/language/number-text';
import { button, filled, h, labelled } from '../../run-panel/webview/dom.ts';
import type { WorkflowView } from '../messages.ts';
import type { Page } from './page.ts';

const LARGEST_SEED = 2 ** 32 - 1;
/** More pairs are read in the table. */
const MOST_SENTENCES = 3;

/** How many steps there are, what the comparison comes to, and what can be done with all of them. */
export function workflowHeading(view: WorkflowView, page: Page): HTMLElement {
  const { texts, lang } = page;
  return h(
    'header',
    {},
    h(
      'div',
      { class: 'title' },
      h('h1', {}, filled(texts.title, numberText(view.steps.length, lang))),
      h('code', {}, view.file),
    ),
    h('p', { class: 'quiet' }, texts.free),
    h('div', { role: 'status' }, ...verdicts(view, page)),
    h('div', { class: 'controls' }, ...controls(view, page)),
  );
}

function verdicts({ phase, comparisons }: WorkflowView, { texts, lang }: Page): HTMLElement[] {
  if (phase === 'cancelled') return [h('p', {}, texts.cancelled)];
  if (phase === 'running' && comparisons.length === 0) return [h('p', {}, texts.running)];
  const pairs = comparisons.flatMap((comparison) => comparison.pairs);
  if (pairs.length > MOST_SENTENCES) return [];
  if (pairs.length === 0) return [];
  return [h('div', { class: 'conclusion' }, ...pairs.map((pair) => h('p', {}, pairText(pair, lang))))];
}

function controls(view: WorkflowView, page: Page): HTMLElement[] {
  const { texts } = page;
  const again = button(texts.runAgain, () => page.send({ kind: 'run' }), { id: 'again' });
  if (view.phase === 'running') return [button(texts.cancel, () => page.send({ kind: 'cancel' }), { id: 'cancel' })];
  const hasResult = view.steps.some(({ state }) => state.kind === 'result');
  if (view.phase === 'cancelled' || !hasResult) return [again];
  return [
    ...seedControls(view.seed, page),
    again,
    h('span', { class: 'spring' }),
    ...(view.comparisons.length === 0 ? [] : [button(texts.comparison, toComparison, { id: 'to-comparison' })]),
    button(texts.exportCsv, () => page.send({ kind: 'saveCsv' }), { id: 'csv' }),
  ];
}

const toComparison = () => document.getElementById('comparison')?.scrollIntoView({ block: 'start' });

function seedControls(current: number, { texts, lang, send }: Page): HTMLElement[] {
  const input = h('input', {
    ...{ type: 'number', id: 'seed', min: 0, max: LARGEST_SEED, step: 1, value: current },
    title: texts.seedHint,
  });
  const problem = h('span', { class: 'problem', role: 'alert' });
  input.addEventListener('change', () => {
    const wrong = input.value === '' || !input.validity.valid;
    input.setAttribute('aria-invalid', String(wrong));
    problem.textContent = wrong ? filled(texts.wrongNumber, numberText(0, lang), numberText(LARGEST_SEED, lang)) : '';
    if (!wrong && Number(input.value) !== current) send({ kind: 'sample', seed: Number(input.value) });
  });
  const renew = () => send({ kind: 'sample', seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 });
  return [
    labelled(texts.seed, input),
    button(texts.newSeed, renew, { id: 'new-seed', title: texts.newSeedHint }),
    problem,
  ];
}
