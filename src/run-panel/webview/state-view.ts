import type { Circuit } from '@bioql/language/circuit';
import { gateText } from '@bioql/language/drawing/words';
import { numberText } from '@bioql/language/number-text';
import type { AmplitudeTable } from '../../core/amplitudes.ts';
import { amplitudeRows } from './amplitude-rows.ts';
import { button, filled, h } from './dom.ts';
import type { Page } from './page.ts';

/** Where the amplitudes have room of their own, as in `run-panel.css`, they are seen from the start. */
const WIDE_PX = 920;

export interface StateView {
  /** The slider, and what it says. */
  readonly walk: readonly HTMLElement[];
  readonly amplitudes: HTMLElement;
  /** Goes to the state after so many gates. */
  goTo(after: number): void;
  show(after: number, table: AmplitudeTable): void;
}

/** The state after each gate, by a slider; `moved` is told where it stands. */
export function stateView(circuit: Circuit, page: Page, moved: (after: number) => void): StateView {
  const { host, texts } = page;
  const total = circuit.gates.length;
  const slider = h('input', { type: 'range', id: 'after', min: 0, max: total, 'aria-label': texts.stateSlider });
  const where = h('p', { id: 'where', class: 'where', 'aria-live': 'polite' });
  const { details, body } = amplitudeDetails(page);
  let wanted = -1;
  let asking = false;

  const ask = () => {
    asking = true;
    host.send({ kind: 'ask', question: { kind: 'state', after: wanted } });
  };
  const goTo = (to: number) => {
    const after = Math.min(Math.max(to, 0), total);
    if (after === wanted) return;
    wanted = after;
    slider.value = String(after);
    where.textContent = whereText(circuit, after, page);
    slider.setAttribute('aria-valuetext', whereText(circuit, after, page));
    host.change({ after });
    moved(after);
    if (!asking) ask();
  };
  const walk = (to: number) => {
    details.open = true;
    goTo(to);
  };
  slider.addEventListener('input', () => walk(Number(slider.value)));
  const step = (text: string, sign: string, target: () => number) =>
    button(sign, () => walk(target()), { 'aria-label': text, title: text });
  return {
    goTo,
    show(after, table) {
      asking = false;
      body.replaceChildren(...amplitudeRows(table, page));
      body.dataset['after'] = String(after);
      if (after !== wanted) ask();
    },
    amplitudes: details,
    walk: [
      h(
        'div',
        { class: 'controls slider' },
        step(texts.first, '|◀', () => 0),
        step(texts.previous, '◀', () => wanted - 1),
        slider,
        step(texts.next, '▶', () => wanted + 1),
        step(texts.last, '▶|', () => total),
      ),
      where,
    ],
  };
}

function whereText({ gates }: Circuit, after: number, { texts, lang }: Page): string {
  const gate = gates[after - 1];
  if (gate === undefined) return texts.stateStart;
  const spoken = gateText(gate, lang);
  if (after === gates.length) return filled(texts.stateEnd, spoken);
  return filled(texts.stateAfter, numberText(after, lang), numberText(gates.length, lang), spoken);
}

function amplitudeDetails({ host, texts }: Page): { details: HTMLDetailsElement; body: HTMLElement } {
  const body = h('tbody');
  const names = [texts.basisState, texts.amplitude, texts.phase, texts.probability];
  const details = h(
    'details',
    { id: 'state', open: host.state().stateOpen ?? innerWidth >= WIDE_PX },
    h('summary', {}, h('h2', { id: 'state-title' }, texts.state)),
    h(
      'table',
      { class: 'amplitudes', 'aria-labelledby': 'state-title' },
      h('thead', {}, h('tr', {}, ...names.map((name) => h('th', { scope: 'col' }, name)))),
      body,
    ),
    h('p', { class: 'quiet' }, texts.stateOrder),
  );
  details.addEventListener('toggle', () => host.change({ stateOpen: details.open }));
  return { details, body };
}
