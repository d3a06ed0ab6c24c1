import type { BellVariant } from '@bioql/language/algorithms/bell';
import { itemsNote } from '@bioql/language/algorithms/grover';
import { spokenBell } from '../surfaces.ts';
import { bitsOf, drawQubits, type Filler } from './draw.ts';

const VARIANTS: readonly BellVariant[] = ['phi+', 'phi-', 'psi+', 'psi-'];

export const fillBell: Filler = ({ random, lang, has }) => {
  const variant = has('bell') ? random.pick(VARIANTS) : 'phi+';
  return { slots: { variant }, values: { n: 2, bell: spokenBell(variant, lang, random) } };
};

/** An algorithm whose only slot is its qubits. */
export const fillQubits =
  (least: number, usual: number): Filler =>
  ({ random, has }) => {
    const qubits = has('n') ? drawQubits(least, random) : usual;
    return { slots: { qubits }, values: { n: qubits } };
  };

/** Qubits that fit a bit string, and now and then do not. */
function drawWidth({ random, has }: Parameters<Filler>[0], qubits: number): number {
  return has('n') && random.chance(0.03) ? qubits + random.pick([-1, 1, 2]) : qubits;
}

export const fillFourier: Filler = (draw) => {
  const { random, has } = draw;
  if (!has('input')) return fillQubits(1, 3)(draw);
  const qubits = random.between(2, 10);
  const input = bitsOf(drawWidth(draw, qubits), random);
  return { slots: { qubits, input }, values: { n: qubits, input } };
};

export const fillGrover: Filler = (draw) => {
  const { random, lang, has } = draw;
  const searched = has('items') || has('target');
  const drawn = random.chance(0.9) ? random.between(2, 7) : random.between(8, 12);
  const qubits = searched ? Math.min(drawn, 10) : has('n') ? drawn : 3;
  const index = random.between(0, 2 ** qubits - 1);
  const bits = has('index') ? index.toString(2).padStart(qubits, '0') : bitsOf(drawWidth(draw, qubits), random);
  return {
    slots: { qubits, target: has('target') || has('index') ? bits : '1'.repeat(qubits) },
    values: { n: qubits, items: 2 ** qubits, index, target: bits },
    ...(has('items') && { note: itemsNote(2 ** qubits, has('index') ? index : undefined, lang) }),
  };
};
