import type { Circuit } from '@bioql/language/circuit';

/** The gates of a part of a drawing: `to` is exclusive. */
export function rangeOf({ dataset }: SVGElement, { stages }: Circuit): { from: number; to: number } {
  const { gate, stage } = dataset;
  if (gate !== undefined) return { from: Number(gate), to: Number(gate) + 1 };
  return stages[Number(stage)] ?? { from: 0, to: 0 };
}

/** Marks the gate that a state comes right after, and those that are still to come. */
export function markGates(drawing: SVGSVGElement, circuit: Circuit, after: number): void {
  const whole = after === circuit.gates.length;
  for (const part of drawing.querySelectorAll<SVGElement>('.gate')) {
    const { from, to } = rangeOf(part, circuit);
    const current = !whole && from < after && after <= to;
    part.classList.toggle('current', current);
    part.classList.toggle('future', from >= after);
    if (current) part.setAttribute('aria-current', 'step');
    else part.removeAttribute('aria-current');
  }
}
