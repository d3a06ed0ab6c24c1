import { MAX_SHOTS } from '@bioql/language/backends';
import { bitOrderText } from '@bioql/language/drawing/words';
import { numberText } from '@bioql/language/number-text';
import type { About, RunResult, Sampling } from '../messages.ts';
import { button, filled, h, labelled } from './dom.ts';
import type { Page } from './page.ts';

const LARGEST_SEED = 2 ** 32 - 1;

/** Title and program, and that a hardware backend is not what runs it here. */
export function aboutHeading({ title, program, hardware }: About): HTMLElement {
  return h(
    'header',
    {},
    h('div', { class: 'title' }, h('h1', {}, title), h('code', {}, program)),
    ...(hardware === undefined ? [] : [h('p', { class: 'note', role: 'note' }, hardware)]),
  );
}

interface Summary {
  readonly about: About;
  readonly result: RunResult;
  readonly page: Page;
  /** The controls of shots and seed. */
  readonly sampling: HTMLElement;
}

/** What came out in a sentence, facts, and the order of the bits. */
export function resultSummary({ about, result, page, sampling }: Summary): HTMLElement {
  const { texts, lang } = page;
  const fact = (name: string, value: string) => h('div', { class: 'fact' }, h('dt', {}, name), h('dd', {}, value));
  const order = bitOrderText(result.circuit.measured, lang);
  return h(
    'section',
    { class: 'summary' },
    ...(result.conclusion === undefined
      ? []
      : [h('p', { class: 'conclusion' }, h('strong', {}, `${texts.conclusion}: `), result.conclusion)]),
    h(
      'div',
      { class: 'facts' },
      h(
        'dl',
        {},
        fact(texts.qubits, numberText(result.circuit.qubits, lang)),
        fact(texts.depth, numberText(result.depth, lang)),
        fact(texts.gates, numberText(result.circuit.gates.length, lang)),
        fact(texts.backend, about.backend),
      ),
      sampling,
    ),
    h('p', { class: 'quiet' }, `${filled(texts.ideal, durationText(result.tookMs, page))} ${order}`),
  );
}

const durationText = (ms: number, { lang }: Page): string =>
  new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: ms < 1000 ? 'millisecond' : 'second',
    maximumFractionDigits: ms < 1000 ? 0 : 1,
  })
    .format(ms < 1000 ? Math.max(1, ms) : ms / 1000)
    .replace(' ', '\u00a0');

/** Shots and seed to change: a change draws again. */
export interface SamplingControls {
  readonly element: HTMLElement;
  show(sampling: Sampling): void;
}

export function samplingControls(first: Sampling, { host, texts, lang }: Page): SamplingControls {
  let current = first;
  const shots = h('input', { type: 'number', id: 'shots', min: 1, max: MAX_SHOTS, step: 1 });
  const seed = h('input', { type: 'number', id: 'seed', min: 0, max: LARGEST_SEED, step: 1 });
  const problem = h('span', { class: 'problem', role: 'alert' });
  const show = (sampling: Sampling) => {
    current = sampling;
    shots.value = String(sampling.shots);
    seed.value = String(sampling.seed);
  };
  const draw = (sampling: Sampling) => host.send({ kind: 'ask', question: { kind: 'sample', sampling } });
  const changed = () => {
    const wrong = [shots, seed].find((input) => input.value === '' || !input.validity.valid);
    for (const input of [shots, seed]) input.setAttribute('aria-invalid', String(input === wrong));
    problem.textContent =
      wrong === undefined
        ? ''
        : filled(texts.wrongNumber, numberText(Number(wrong.min), lang), numberText(Number(wrong.max), lang));
    const wanted = { shots: Number(shots.value), seed: Number(seed.value) };
    if (wrong === undefined && (wanted.shots !== current.shots || wanted.seed !== current.seed)) draw(wanted);
  };
  for (const input of [shots, seed]) input.addEventListener('change', changed);
  const renew = () => draw({ ...current, seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 });
  show(first);
  return {
    show,
    element: h(
      'div',
      { class: 'controls' },
      labelled(texts.shots, shots),
      labelled(texts.seed, seed),
      button(texts.newSeed, renew, { id: 'new-seed', title: texts.newSeedHint }),
      problem,
    ),
  };
}
