import type { Lang } from '../algorithm.ts';
import type { Circuit } from '../circuit.ts';
import { BOX, type Frame, type Layout, layOut, type Placed, ROW } from './circuit-layout.ts';
import { foldedShape, gateShape, type Height, meterShape } from './gate-shapes.ts';
import { standaloneStyle } from './style.ts';
import { bitOrderText, circuitText, gateText, meterText, stageText, WIRE_ORDER } from './words.ts';
import { element, line, textElement } from './xml.ts';

export interface CircuitOptions {
  readonly lang: Lang;
  /** Written above a standalone drawing. */
  readonly title?: string;
  /** The stages, by index, that are drawn as one box; none when unsaid. */
  readonly folded?: ReadonlySet<number>;
  /**
   * `standalone` (when unsaid) is a picture with its own style; `interactive` has parts that take the focus and the
   * style of the page that it stands in.
   */
  readonly form?: 'standalone' | 'interactive';
}

const MARGIN = 16;
const TITLE = 30;
const STAGE_NAMES = 30;
const CAPTION = 34;
const KET = '|0⟩';
const CHAR_PX = 7;

interface Drawing {
  readonly circuit: Circuit;
  readonly lang: Lang;
  readonly interactive: boolean;
  readonly layout: Layout;
  /** Where the columns begin, in px. */
  readonly left: number;
  readonly top: number;
  readonly height: Height;
}

/** The circuit as an SVG document, q0 on top, its measurement at the right end. */
export function drawCircuit(circuit: Circuit, options: CircuitOptions): string {
  const { lang, title, folded = new Set(), form = 'standalone' } = options;
  const interactive = form === 'interactive';
  const layout = layOut(circuit, { lang, folded });
  const top = MARGIN + (title === undefined ? 0 : TITLE) + (layout.frames.length === 0 ? 0 : STAGE_NAMES);
  const left = MARGIN + `q${circuit.qubits - 1} ${KET}`.length * CHAR_PX + 16;
  const height: Height = (wire) => top + ROW / 2 + wire * ROW;
  const drawing: Drawing = { circuit, lang, interactive, layout, left, top, height };
  const caption = interactive ? '' : `${WIRE_ORDER[lang]} ${bitOrderText(circuit.measured, lang)}`;
  const ends = left + layout.width + BOX + 14 + 5 + 3 * CHAR_PX + MARGIN;
  const width = Math.max(ends, caption.length * 6 + 2 * MARGIN, (title ?? '').length * 8.6 + 2 * MARGIN);
  const tall = top + circuit.qubits * ROW + (interactive ? MARGIN / 2 : CAPTION);
  const parts = [
    ...frames(drawing),
    ...wires(drawing),
    ...layout.placed.map((placed) => itemGroup(placed, drawing)),
    ...meters(drawing),
    wireNames(drawing),
  ];
  if (title !== undefined) parts.push(textElement('text', { class: 'title', x: MARGIN, y: MARGIN + 14 }, title));
  if (caption !== '') parts.push(textElement('text', { class: 'caption', x: MARGIN, y: tall - 12 }, caption));
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'bioql-drawing',
      viewBox: `0 0 ${Math.round(width)} ${tall}`,
      width: Math.round(width),
      height: tall,
      role: interactive ? 'group' : 'graphics-document document',
      'aria-label': circuitText(circuit, lang),
    },
    interactive ? parts : [...standaloneStyle(title ?? circuitText(circuit, lang)), ...parts],
  );
}

const wires = ({ circuit, layout, left, height }: Drawing): string[] =>
  Array.from({ length: circuit.qubits }, (_, qubit) =>
    line('wire', left - 6, height(qubit), left + layout.width, height(qubit)),
  );

/** On a ground of their own, so that a page can keep them in sight while the rest scrolls under them. */
function wireNames({ circuit, left, top, height }: Drawing): string {
  const names = Array.from({ length: circuit.qubits }, (_, qubit) => [
    textElement('text', { class: 'wire-name', x: MARGIN, y: height(qubit) + 4 }, `q${qubit}`),
    textElement('text', { class: 'ket', x: left - 12, y: height(qubit) + 4 }, KET),
  ]).flat();
  const ground = { class: 'background', x: 0, y: top, width: left - 8, height: circuit.qubits * ROW };
  return element('g', { class: 'wire-names' }, [element('rect', ground), ...names]);
}

function frames({ circuit, lang, interactive, layout, left, top }: Drawing): string[] {
  return layout.frames.map(({ stage: at, ...frame }: Frame) => {
    const stage = circuit.stages[at];
    if (stage === undefined) return '';
    const [x, width] = [left + frame.left, frame.right - frame.left];
    const spoken = stageText(stage, lang);
    const role = interactive
      ? { role: 'button', tabindex: -1, 'aria-expanded': 'true' }
      : { role: 'graphics-symbol img' };
    const title = [
      textElement('title', {}, spoken),
      element('rect', { class: 'stage-handle', x, y: top - STAGE_NAMES + 4, width, height: STAGE_NAMES - 8, rx: 4 }),
      element('path', { class: 'bracket', d: `M${x + 0.5} ${top + 3}v-5h${width - 1}v5` }),
      textElement(
        'text',
        { class: 'stage-name', x: x + width / 2, y: top - 9 },
        stage.name[lang] + (interactive ? ' −' : ''),
      ),
    ];
    return [
      element('rect', { class: 'stage', x, y: top - 2, width, height: circuit.qubits * ROW + 4, rx: 6 }),
      element('g', { class: 'stage-title', 'data-stage': at, ...role, 'aria-label': spoken }, title),
    ].join('');
  });
}

function itemGroup(placed: Placed, { circuit, lang, interactive, left, height }: Drawing): string {
  const moved = { ...placed, x: left + placed.x };
  const { item, top, bottom, width, x } = moved;
  const hit = element('rect', {
    class: 'hit',
    x: x - width / 2 - 3,
    y: height(top) - BOX / 2 - 3,
    width: width + 6,
    height: height(bottom) - height(top) + BOX + 6,
    rx: 7,
  });
  const shared = {
    'data-column': placed.column,
    ...(interactive ? { role: 'button', tabindex: -1 } : { role: 'graphics-symbol img' }),
  };
  const group = (attributes: Record<string, string | number>, spoken: string, shape: string[]): string =>
    element('g', { ...attributes, ...shared, 'aria-label': spoken }, [
      textElement('title', {}, spoken),
      ...(interactive ? [hit] : []),
      ...shape,
    ]);
  if (item.kind === 'gate')
    return group(
      { class: 'gate', 'data-gate': item.index },
      gateText(item.gate, lang),
      gateShape(item.gate, moved, height),
    );
  const stage = circuit.stages[item.stage];
  const spoken = stage === undefined ? item.name : stageText(stage, lang);
  const expanded = interactive ? { 'aria-expanded': 'false' } : {};
  return group(
    { class: 'gate folded-stage', 'data-stage': item.stage, ...expanded },
    spoken,
    foldedShape(interactive ? `${item.name} +` : item.name, item.note, moved, height),
  );
}

function meters({ circuit, lang, layout, left, height }: Drawing): string[] {
  const x = left + layout.width + BOX / 2;
  return circuit.measured.map((qubit, bit) =>
    element('g', { class: 'measurement', role: 'graphics-symbol img', 'aria-label': meterText(qubit, bit, lang) }, [
      textElement('title', {}, meterText(qubit, bit, lang)),
      ...meterShape(x, height(qubit), bit),
    ]),
  );
}
