import type { Circuit } from '@bioql/language/circuit';
import { drawCircuit } from '@bioql/language/drawing/circuit-svg';
import { drawHistogram } from '@bioql/language/drawing/histogram-svg';
import { numberText } from '@bioql/language/number-text';
import { drawnPart } from '../../core/drawn-part.ts';
import { filled, h, onWidth, svgElement } from '../../run-panel/webview/dom.ts';
import { createRoving } from '../../run-panel/webview/roving.ts';
import type { StepState } from '../messages.ts';
import type { Page } from './page.ts';

/** With more gates than this the stages of a circuit are folded. */
const FOLDED_FROM = 60;
/** Below this scale a drawing is left at its own size, to be scrolled. */
const LEAST_FIT = 0.6;
const NARROWEST = 320;

/** The circuit as wide as its card; a gate that is picked is shown in the code, and a stage folds or unfolds. */
export function circuitPart(circuit: Circuit, step: number, { texts, lang, send }: Page): HTMLElement[] {
  const folded = new Set(circuit.gates.length > FOLDED_FROM ? circuit.stages.keys() : []);
  const area = h('div', { class: 'drawing circuit', role: 'group', 'aria-label': texts.circuit });
  const cut = h('p', { class: 'quiet' });
  const roving = createRoving(
    area,
    ({ dataset: { gate, stage } }) => (gate === undefined ? `stage ${stage}` : `gate ${gate}`),
    ({ dataset: { gate, stage } }) => {
      if (gate !== undefined) return send({ kind: 'reveal', step, gate: Number(gate) });
      if (!folded.delete(Number(stage))) folded.add(Number(stage));
      draw();
    },
  );
  const draw = () => {
    const shown = drawnPart(circuit, folded);
    const drawing = svgElement(drawCircuit(shown, { lang, folded, form: 'interactive' }));
    area.replaceChildren(drawing);
    const [part, all] = [shown, circuit].map(({ gates }) => numberText(gates.length, lang));
    cut.hidden = shown === circuit;
    cut.textContent = filled(texts.cut, part ?? '', all ?? '');
    roving.renew([...drawing.querySelectorAll<SVGElement>('[tabindex]')]);
    const { width, height } = drawing.viewBox.baseVal;
    const fitting = Math.min(1, (area.clientWidth - 2) / width);
    const scale = fitting >= LEAST_FIT ? fitting : 1;
    drawing.setAttribute('width', String(width * scale));
    drawing.setAttribute('height', String(height * scale));
  };
  onWidth(area, draw);
  return [area, cut];
}

/** The sampled shares beside the exact probabilities. */
export function histogramPart(
  { result, sample }: StepState & { kind: 'result' },
  { step, shots }: { readonly step: number; readonly shots: number },
  { texts, lang }: Page,
): HTMLElement[] {
  const { rows, others } = sample.selection;
  const { measured } = result.circuit;
  const area = h('div', { class: 'drawing', role: 'group', 'aria-label': texts.outcomes, id: `outcomes-${step}` });
  const roving = createRoving(
    area,
    ({ dataset }) => dataset['outcome'] ?? '',
    () => {},
  );
  onWidth(area, () => {
    const width = Math.max(NARROWEST, area.clientWidth - 2);
    const drawing = svgElement(drawHistogram(rows, { lang, shots, measured, others, width, form: 'interactive' }));
    area.replaceChildren(drawing);
    roving.renew([...drawing.querySelectorAll<SVGElement>('.outcome')]);
  });
  return [area];
}
