import type { Gate, GateName } from '../circuit.ts';
import { exchange, mix, mixReal, multiply, type Pairs } from './kernels.ts';
import type { StateVector } from './state-vector.ts';

type Apply = (state: StateVector, pairs: Pairs, angle: number) => void;

const R = Math.SQRT1_2;

/** The cheapest kernel that does each gate. */
const APPLY: Record<GateName, Apply> = {
  z: (state, pairs) => multiply(state, pairs, [-1, 0]),
  s: (state, pairs) => multiply(state, pairs, [0, 1]),
  sdg: (state, pairs) => multiply(state, pairs, [0, -1]),
  t: (state, pairs) => multiply(state, pairs, [R, R]),
  tdg: (state, pairs) => multiply(state, pairs, [R, -R]),
  p: (state, pairs, angle) => multiply(state, pairs, [Math.cos(angle), Math.sin(angle)]),
  rz(state, { fixed, zero, one }, angle) {
    const [c, s] = [Math.cos(angle / 2), Math.sin(angle / 2)];
    multiply(state, { fixed, one: zero }, [c, -s]);
    multiply(state, { fixed, one }, [c, s]);
  },
  x: exchange,
  swap: exchange,
  h: (state, pairs) => mixReal(state, pairs, [R, R, R, -R]),
  ry(state, pairs, angle) {
    const [c, s] = [Math.cos(angle / 2), Math.sin(angle / 2)];
    mixReal(state, pairs, [c, -s, s, c]);
  },
  rx(state, pairs, angle) {
    const [c, s] = [Math.cos(angle / 2), Math.sin(angle / 2)];
    mix(state, pairs, [c, 0, 0, -s, 0, -s, c, 0]);
  },
  y: (state, pairs) => mix(state, pairs, [0, 0, 0, -1, 0, 1, 0, 0]),
};

const bitsOf = (qubits: readonly number[]): number => qubits.reduce((bits, qubit) => bits | (1 << qubit), 0);

/** The bits of the qubits that a gate acts on. */
export const qubitsOf = ({ targets, controls }: Gate): number => bitsOf(targets) | bitsOf(controls);

/** A pair differs in the target bit; that of a swap in both targets, of which one is 1. */
function pairsOf(gate: Gate, idle: number): Pairs {
  const on = bitsOf(gate.controls);
  const fixed = qubitsOf(gate) | idle;
  const [first = 0, second] = gate.targets;
  const one = on | (1 << first);
  return { fixed, zero: second === undefined ? on : on | (1 << second), one };
}

/**
 * Changes the state in place. `idle` has the bits of qubits that no gate has touched before: the amplitudes where one of them is 1
 * are 0 and are passed over, which halves the work for each.
 */
export function applyGate(state: StateVector, gate: Gate, idle = 0): void {
  APPLY[gate.name](state, pairsOf(gate, idle), gate.angle ?? 0);
}

/** The gates that are not their own inverse, apart from those with an angle. */
const INVERSES: Partial<Record<GateName, GateName>> = { s: 'sdg', sdg: 's', t: 'tdg', tdg: 't' };

export const inverseOf = (gate: Gate): Gate => ({
  ...gate,
  name: INVERSES[gate.name] ?? gate.name,
  ...(gate.angle !== undefined && { angle: -gate.angle }),
});
