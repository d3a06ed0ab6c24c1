import type { Circuit } from './circuit.ts';
import { applyGate, inverseOf, qubitsOf } from './simulator/apply-gate.ts';
import { reset, type StateVector, startState } from './simulator/state-vector.ts';

export { MAX_SIMULATED_QUBITS, type StateVector, TooManyQubits } from './simulator/state-vector.ts';

/** The state after the first `count` gates, from |0...0>. */
export const simulate = (circuit: Circuit, count = circuit.gates.length): StateVector => stateCursor(circuit)(count);

/**
 * A place in a circuit that can be moved: gives the state after the first `count` gates, always in the same two arrays. A move
 * costs the gates between the last place and the new one, forwards or backwards, so a slider need not start again, and whoever
 * goes gate by gate can report, wait or stop in between.
 */
export function stateCursor({ qubits, gates }: Circuit): (count: number) => StateVector {
  const state = startState(qubits);
  const all = state.re.length - 1;
  let here = 0;
  // Qubits that no gate has touched so far. Going back makes none idle again: rounding may have left something there.
  let idle = all;
  return (count) => {
    const place = Math.min(Math.max(count, 0), gates.length);
    if (here - place > place) {
      reset(state);
      idle = all;
      here = 0;
    }
    for (const gate of gates.slice(here, place)) {
      applyGate(state, gate, idle);
      idle &= ~qubitsOf(gate);
    }
    for (const gate of gates.slice(place, here).reverse()) applyGate(state, inverseOf(gate), idle);
    here = place;
    return state;
  };
}

/** Exact outcome probabilities; bit k of an index is the qubit `measured[k]`. */
export function outcomeProbabilities({ re, im }: StateVector, measured: readonly number[]): Float64Array {
  const out = new Float64Array(2 ** measured.length);
  const size = re.length;
  if (out.length === size && measured.every((qubit, at) => qubit === at)) {
    for (let index = 0; index < size; index += 1) out[index] = (re[index] as number) ** 2 + (im[index] as number) ** 2;
    return out;
  }
  const low = outcomesOf(measured, 0, size);
  const high = outcomesOf(measured, TABLE_BITS, size >> TABLE_BITS);
  for (let index = 0; index < size; index += 1) {
    const outcome = (low[index & (TABLE_SIZE - 1)] as number) | (high[index >> TABLE_BITS] as number);
    out[outcome] = (out[outcome] as number) + (re[index] as number) ** 2 + (im[index] as number) ** 2;
  }
  return out;
}

/** Half of the bits of the largest index: an outcome is looked up by two halves of the index. */
const TABLE_BITS = 10;
const TABLE_SIZE = 2 ** TABLE_BITS;

/** What the bits of an index from `shift` on, for each of their values, contribute to the outcome. */
function outcomesOf(measured: readonly number[], shift: number, values: number): Uint32Array {
  return Uint32Array.from({ length: Math.min(Math.max(values, 1), TABLE_SIZE) }, (_, value) =>
    measured.reduce((bits, qubit, at) => bits | ((((value << shift) >> qubit) & 1) << at), 0),
  );
}
