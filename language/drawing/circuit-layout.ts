import type { Lang } from '../algorithm.ts';
import type { Circuit, Gate } from '../circuit.ts';
import { angleText } from './angle-text.ts';
import { gateCountText } from './words.ts';

export const ROW = 48;
export const BOX = 36;
const GAP = 16;
/** Left free on either side of an unfolded stage, besides the gap. */
const STAGE_GAP = 10;
const PADDING = 20;
/** What a character takes in the fonts of the drawing, in px. */
const NAME_PX = 8.4;
const SMALL_PX = 6.4;

/** What is drawn as one thing: a gate, or a stage that is folded into one box. */
export type Item =
  | { readonly kind: 'gate'; readonly index: number; readonly gate: Gate }
  | { readonly kind: 'folded'; readonly stage: number; readonly name: string; readonly note: string };

export interface Placed {
  readonly item: Item;
  /** The wires from the highest to the lowest of what it touches; nothing else may be drawn on them in its column. */
  readonly top: number;
  readonly bottom: number;
  readonly column: number;
  /** Its middle, in px. */
  readonly x: number;
  readonly width: number;
}

/** An unfolded stage and where its columns are, in px. */
export interface Frame {
  readonly stage: number;
  readonly left: number;
  readonly right: number;
}

export interface Layout {
  readonly placed: readonly Placed[];
  readonly frames: readonly Frame[];
  readonly columns: number;
  /** The width of all columns, in px. */
  readonly width: number;
}

export interface LayoutOptions {
  readonly lang: Lang;
  /** The stages, by index, that are drawn as one box. */
  readonly folded: ReadonlySet<number>;
}

/** The text in the box of a gate, and its angle below. */
export const boxText = ({ name, angle }: Gate): { name: string; angle: string } => ({
  name: name.toUpperCase().replace('DG', '†'),
  angle: angle === undefined ? '' : angleText(angle),
});

export const stageTitleWidth = (name: string): number => name.length * SMALL_PX * 1.1 + 28;

const drawnAsSign = ({ name, controls }: Gate): boolean => name === 'swap' || (name === 'x' && controls.length > 0);

function widthOf(item: Item): number {
  if (item.kind === 'folded')
    return Math.max(item.name.length * NAME_PX, item.note.length * SMALL_PX) + PADDING + 2 * SMALL_PX;
  if (drawnAsSign(item.gate)) return BOX - 8;
  const { name, angle } = boxText(item.gate);
  return Math.max(BOX, name.length * NAME_PX + PADDING, angle.length * SMALL_PX + PADDING / 2);
}

interface Slot {
  readonly item: Item;
  readonly top: number;
  readonly bottom: number;
  readonly column: number;
}

interface Packed {
  readonly slots: readonly Slot[];
  readonly spans: readonly { readonly stage: number; readonly from: number; readonly to: number }[];
  readonly columns: number;
}

/** Puts gates side by side when they share no wire between their highest and their lowest. */
function pack({ qubits, gates, stages }: Circuit, { lang, folded }: LayoutOptions): Packed {
  const free = new Array<number>(qubits).fill(0);
  const slots: Slot[] = [];
  const spans: { stage: number; from: number; to: number }[] = [];
  const end = () => Math.max(0, ...free);
  const put = (item: Item, wires: readonly number[]) => {
    const [top, bottom] = [Math.min(...wires), Math.max(...wires)];
    const column = Math.max(...free.slice(top, bottom + 1));
    free.fill(column + 1, top, bottom + 1);
    slots.push({ item, top, bottom, column });
  };
  const putGates = (from: number, to: number) => {
    for (let index = from; index < to; index += 1) {
      const gate = gates[index] as Gate;
      put({ kind: 'gate', index, gate }, [...gate.targets, ...gate.controls]);
    }
  };
  let next = 0;
  stages.forEach(({ name, from, to }, stage) => {
    putGates(next, from);
    next = to;
    if (from === to) return;
    if (folded.has(stage)) {
      const wires = gates.slice(from, to).flatMap(({ targets, controls }) => [...targets, ...controls]);
      put({ kind: 'folded', stage, name: name[lang], note: gateCountText(to - from, lang) }, [...new Set(wires)]);
      return;
    }
    const start = end();
    free.fill(start);
    putGates(from, to);
    free.fill(end());
    spans.push({ stage, from: start, to: end() });
  });
  putGates(next, gates.length);
  return { slots, spans, columns: end() };
}

/** Where everything of a circuit stands, from 0 at the left end of the wires. */
export function layOut(circuit: Circuit, options: LayoutOptions): Layout {
  const { slots, spans, columns } = pack(circuit, options);
  const widths = new Array<number>(columns).fill(0);
  for (const { item, column } of slots) widths[column] = Math.max(widths[column] as number, widthOf(item));
  for (const { stage, from, to } of spans) {
    const title = circuit.stages[stage]?.name[options.lang] ?? '';
    const sum = widths.slice(from, to).reduce((all, width) => all + width + GAP, 0);
    widths[to - 1] = (widths[to - 1] as number) + Math.max(0, stageTitleWidth(title) + GAP - sum);
  }
  const edges = new Set(spans.flatMap(({ from, to }) => [from, to]));
  const lefts: number[] = [];
  let x = 0;
  widths.forEach((width, column) => {
    if (edges.has(column)) x += STAGE_GAP;
    lefts.push(x);
    x += width + GAP;
  });
  if (edges.has(columns)) x += STAGE_GAP;
  const left = (column: number): number => lefts[column] ?? x;
  return {
    columns,
    width: x,
    frames: spans.map(({ stage, from, to }) => ({
      stage,
      left: left(from) - GAP / 2,
      right: left(to) - GAP / 2 - STAGE_GAP,
    })),
    placed: slots.map(({ item, top, bottom, column }) => ({
      item,
      top,
      bottom,
      column,
      x: left(column) + (widths[column] as number) / 2,
      width: widthOf(item),
    })),
  };
}
