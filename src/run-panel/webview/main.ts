// The page of a run: shows what the extension tells it, and asks for the rest. Bundled as `dist/run-panel.js`.
import type { Answer, ToPage, View } from '../messages.ts';
import { aboutView, knowledgeView } from './about-view.ts';
import { circuitView } from './circuit-view.ts';
import { button, filled, h } from './dom.ts';
import { aboutHeading, resultSummary, samplingControls } from './heading.ts';
import { outcomesView } from './outcomes-view.ts';
import type { Page } from './page.ts';
import { connectHost } from './page-state.ts';
import { stateView } from './state-view.ts';
import { adoptDrawingRules } from './theme.ts';

type Take = (answer: Answer) => void;

const host = connectHost();
const root = document.querySelector('main') ?? document.body;
let page: Page | undefined;
let take: Take = () => {};

function stalePart({ texts }: Page): HTMLElement {
  const again = button(texts.runAgain, () => host.send({ kind: 'run' }));
  return h('p', { id: 'stale', class: 'note', role: 'status', hidden: true }, `${texts.stale} `, again);
}

/** The parts of a view, from top to bottom; the answers to come go to `take`. */
function partsOf(view: View, shown: Page): HTMLElement[] {
  const { texts } = shown;
  const heading = view.about === undefined ? [] : [aboutHeading(view.about)];
  take = () => {};
  switch (view.kind) {
    case 'running':
      return [
        ...heading,
        h('p', { role: 'status' }, texts.running),
        h('progress', { max: 1, value: view.done, 'aria-label': texts.running }),
        h(
          'div',
          { class: 'controls' },
          button(texts.cancel, () => host.send({ kind: 'cancel' })),
        ),
      ];
    case 'cancelled':
      return [
        ...heading,
        h('p', { role: 'status' }, texts.cancelled),
        h(
          'div',
          { class: 'controls' },
          button(texts.runAgain, () => host.send({ kind: 'run' })),
        ),
      ];
    case 'failed':
      return [
        ...heading,
        h(
          'section',
          { class: 'failure', role: 'alert' },
          h('h2', {}, filled(texts.failed, view.failure.code)),
          h('p', {}, view.failure.sentence),
          h('p', {}, view.failure.advice),
          button(texts.runAgain, () => host.send({ kind: 'run' })),
        ),
      ];
    case 'described':
      return [
        ...heading,
        h('p', { class: 'note', role: 'note' }, view.note),
        h('section', {}, ...knowledgeView(view.about, shown)),
      ];
    case 'result':
      return [...heading, ...resultParts(view, shown)];
  }
}

function resultParts({ about, result }: View & { kind: 'result' }, shown: Page): HTMLElement[] {
  const { circuit } = result;
  const sampling = samplingControls(result, shown);
  const outcomes = outcomesView(circuit, result, shown);
  const state = stateView(circuit, shown, (after) => drawing.mark(after));
  const drawing = circuitView(circuit, shown, {
    below: state.walk,
    pick(gate) {
      state.goTo(gate + 1);
      host.send({ kind: 'reveal', gate });
    },
  });
  take = (answer) => {
    if (answer.kind === 'state') state.show(answer.after, answer.table);
    else if (answer.kind === 'selected') outcomes.show(answer.query, answer.selection);
    else {
      sampling.show(answer.sampling);
      outcomes.refresh(answer.sampling);
    }
  };
  state.goTo(host.state().after ?? circuit.gates.length);
  outcomes.refresh(result);
  return [
    resultSummary({ about, result, page: shown, sampling: sampling.element }),
    drawing.element,
    state.amplitudes,
    outcomes.element,
    aboutView(about, shown),
  ];
}

function show(view: View, shown: Page): void {
  const progress = document.querySelector('progress');
  if (view.kind === 'running' && progress !== null) {
    progress.value = view.done;
    return;
  }
  if (view.about !== undefined) host.enter(view.about.program);
  const { activeElement } = document;
  root.replaceChildren(stalePart(shown), ...partsOf(view, shown));
  if (activeElement?.id) document.getElementById(activeElement.id)?.focus();
  scrollTo(0, host.state().scroll);
}

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'start') page = { host, texts: data.texts, lang: data.lang };
  else if (page === undefined) return;
  else if (data.kind === 'show') show(data.view, page);
  else if (data.kind === 'answer') take(data.answer);
  else document.getElementById('stale')?.toggleAttribute('hidden', !data.stale);
});
addEventListener('scrollend', () => host.change({ scroll: scrollY }));
adoptDrawingRules();
host.send({ kind: 'ready' });
