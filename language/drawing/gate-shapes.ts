import type { Gate } from '../circuit.ts';
import { BOX, boxText, type Placed } from './circuit-layout.ts';
import { element, line, textElement } from './xml.ts';

const DOT = 5;
const RING = 12;
const CROSS = 7;

/** The height of a wire, in px. */
export type Height = (wire: number) => number;

const circle = (className: string, cx: number, cy: number, r: number): string =>
  element('circle', { class: className, cx, cy, r });

const label = (className: string, x: number, y: number, text: string): string =>
  textElement('text', { class: className, x, y }, text);

const box = (className: string, x: number, y: number, width: number): string =>
  element('rect', { class: className, x: x - width / 2, y: y - BOX / 2, width, height: BOX, rx: 5 });

function targetSign(x: number, y: number): string[] {
  return [
    circle('ring', x, y, RING),
    line('stroke', x - RING, y, x + RING, y),
    line('stroke', x, y - RING, x, y + RING),
  ];
}

const cross = (x: number, y: number): string[] => [
  line('stroke', x - CROSS, y - CROSS, x + CROSS, y + CROSS),
  line('stroke', x - CROSS, y + CROSS, x + CROSS, y - CROSS),
];

function namedBox(gate: Gate, x: number, y: number, width: number): string[] {
  const { name, angle } = boxText(gate);
  if (angle === '') return [box('box', x, y, width), label('name', x, y + 5, name)];
  return [box('box turn', x, y, width), label('name', x, y, name), label('angle', x, y + 13, angle)];
}

/** The signs of a gate: control dots and what stands on its targets, joined by a line. */
export function gateShape(gate: Gate, { x, width, top, bottom }: Placed, height: Height): string[] {
  const out = top === bottom ? [] : [line('stroke', x, height(top), x, height(bottom))];
  for (const wire of gate.controls) out.push(circle('dot', x, height(wire), DOT));
  for (const wire of gate.targets) {
    if (gate.name === 'swap') out.push(...cross(x, height(wire)));
    else if (gate.name === 'x' && gate.controls.length > 0) out.push(...targetSign(x, height(wire)));
    else out.push(...namedBox(gate, x, height(wire), width));
  }
  return out;
}

/** The box of a folded stage over all its wires. */
export function foldedShape(name: string, note: string, { x, width, top, bottom }: Placed, height: Height): string[] {
  const y = height(top) - BOX / 2;
  const tall = height(bottom) - height(top) + BOX;
  const middle = y + tall / 2;
  return [
    element('rect', { class: 'folded', x: x - width / 2, y, width, height: tall, rx: 5 }),
    label('name', x, middle - 1, name),
    label('angle', x, middle + 13, note),
  ];
}

/** A dial with its needle, and the double line of a classical bit to the label. */
export function meterShape(x: number, y: number, bit: number): string[] {
  const [left, right, base] = [x - 11, x + 11, y + 8];
  const end = x + BOX / 2 + 14;
  return [
    line('bit', x + BOX / 2, y - 1.5, end, y - 1.5),
    line('bit', x + BOX / 2, y + 1.5, end, y + 1.5),
    box('meter', x, y, BOX),
    element('path', { class: 'ring', d: `M${left} ${base}A11 11 0 0 1 ${right} ${base}` }),
    line('stroke', x, base, x + 8, y - 9),
    label('wire-name end', end + 5, y + 4, `c${bit}`),
  ];
}
