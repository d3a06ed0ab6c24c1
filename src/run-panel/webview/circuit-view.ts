import type { Circuit } from '@bioql/language/circuit';
import { drawCircuit } from '@bioql/language/drawing/circuit-svg';
import { numberText } from '@bioql/language/number-text';
import { drawnPart } from '../../core/drawn-part.ts';
import type { PanelTexts } from '../texts.ts';
import { bringIntoSight, button, filled, h, svgElement } from './dom.ts';
import { markGates, rangeOf } from './gate-marks.ts';
import type { Page } from './page.ts';
import { createRoving } from './roving.ts';
import { createZoom } from './zoom.ts';

/** With more gates than this the stages of a circuit begin folded. */
const FOLDED_FROM = 60;

export interface CircuitView {
  readonly element: HTMLElement;
  /** Marks the gate that the shown state comes after, and what is still to come. */
  mark(after: number): void;
}

/** What happens to a gate that is clicked, and what stands below the drawing. */
export interface CircuitParts {
  readonly below: readonly HTMLElement[];
  pick(gate: number): void;
}

/** The circuit to look at, fold and walk through. */
export function circuitView(circuit: Circuit, page: Page, { below, pick }: CircuitParts): CircuitView {
  const { host, texts, lang } = page;
  const stages = [...circuit.stages.keys()];
  let folded = new Set(host.state().folded ?? (circuit.gates.length > FOLDED_FROM ? stages : []));
  let after = circuit.gates.length;
  const area = h('div', { class: 'drawing' });
  const cut = h('p', { class: 'quiet', role: 'status' });
  const zoom = createZoom(area, page);

  const roving = createRoving(area, keyOf, ({ dataset: { gate, stage } }) => {
    if (gate !== undefined) pick(Number(gate));
    else if (stage !== undefined) fold(toggled(folded, Number(stage)));
  });
  const mark = () => {
    const drawing = area.querySelector('svg');
    if (drawing !== null) markGates(drawing, circuit, after);
  };
  const draw = () => {
    const shown = drawnPart(circuit, folded);
    const drawing = svgElement(drawCircuit(shown, { lang, folded, form: 'interactive' }));
    area.replaceChildren(drawing);
    const [part, all] = [shown, circuit].map(({ gates }) => numberText(gates.length, lang));
    cut.textContent = shown === circuit ? '' : filled(texts.cut, part ?? '', all ?? '');
    const placeOf = (element: SVGElement) =>
      rangeOf(element, circuit).from - (element.classList.contains('stage-title') ? 0.5 : 0);
    const parts = [...drawing.querySelectorAll<SVGElement>('[tabindex]')];
    roving.renew(parts.sort((a, b) => placeOf(a) - placeOf(b)));
    zoom.apply();
    keepNames(area);
    mark();
    foldButton.textContent = folded.size === stages.length ? texts.unfoldAll : texts.foldAll;
  };
  const fold = (next: Set<number>) => {
    folded = next;
    host.change({ folded: [...folded] });
    draw();
  };
  const foldButton = button('', () => fold(new Set(folded.size === stages.length ? [] : stages)), {
    id: 'fold',
    title: texts.foldHint,
  });
  const save = () => {
    const svg = drawCircuit(drawnPart(circuit, folded), { lang, folded, title: host.state().program });
    host.send({ kind: 'saveSvg', what: 'circuit', svg });
  };
  area.addEventListener('scroll', () => keepNames(area));
  draw();
  return {
    element: section(
      texts,
      [...(stages.length === 0 ? [] : [foldButton]), ...zoom.buttons, button(texts.exportSvg, save)],
      [area, cut, ...below],
    ),
    mark(next) {
      after = next;
      mark();
      bringIntoSight(area, area.querySelector('.current'));
    },
  };
}

const section = (texts: PanelTexts, buttons: readonly HTMLElement[], below: readonly HTMLElement[]): HTMLElement =>
  h(
    'section',
    { 'aria-labelledby': 'circuit-title', id: 'circuit' },
    h(
      'div',
      { class: 'controls' },
      h('h2', { id: 'circuit-title' }, texts.circuit),
      h('span', { class: 'spring' }),
      ...buttons,
    ),
    ...below,
    h('p', { class: 'quiet' }, texts.circuitKeys),
  );

/** The names of the wires stay in sight while the drawing is scrolled under them. */
function keepNames(area: HTMLElement): void {
  const drawing = area.querySelector('svg');
  const scale = drawing === null ? 1 : drawing.clientWidth / drawing.viewBox.baseVal.width;
  drawing?.querySelector('.wire-names')?.setAttribute('transform', `translate(${area.scrollLeft / scale} 0)`);
}

const keyOf = ({ dataset: { gate, stage } }: SVGElement): string =>
  gate === undefined ? `stage ${stage}` : `gate ${gate}`;

function toggled(folded: ReadonlySet<number>, stage: number): Set<number> {
  const next = new Set(folded);
  if (!next.delete(stage)) next.add(stage);
  return next;
}
