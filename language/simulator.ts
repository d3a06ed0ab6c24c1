import type { Circuit, Gate } from './circuit.ts';

/** Beyond this a state no longer fits an editor: 2^20 amplitudes are 16 MiB. */
export const MAX_SIMULATED_QUBITS = 20;

/** Amplitudes by basis state; bit k of an index is qubit k. */
export interface StateVector {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export class TooManyQubits extends RangeError {
  readonly code = 'too_many_qubits';
  constructor(qubits: number) {
    super(`${qubits} qubits do not fit: at most ${MAX_SIMULATED_QUBITS} are simulated`);
  }
}

/** The state after the first `count` gates, from |0...0>. */
export function simulate({ qubits, gates }: Circuit, count = gates.length): StateVector {
  if (qubits > MAX_SIMULATED_QUBITS) throw new TooManyQubits(qubits);
  const state = { re: new Float64Array(2 ** qubits), im: new Float64Array(2 ** qubits) };
  state.re[0] = 1;
  for (const gate of gates.slice(0, count)) applyGate(state, gate);
  return state;
}

const R = Math.SQRT1_2;

/** A 2 by 2 matrix by rows, real and imaginary parts in turn. */
type Matrix = readonly [number, number, number, number, number, number, number, number];

const phase = (angle: number): Matrix => [1, 0, 0, 0, 0, 0, Math.cos(angle), Math.sin(angle)];

function matrixOf({ name, angle = 0 }: Gate): Matrix {
  const [c, s] = [Math.cos(angle / 2), Math.sin(angle / 2)];
  switch (name) {
    case 'x':
    case 'swap':
      return [0, 0, 1, 0, 1, 0, 0, 0];
    case 'y':
      return [0, 0, 0, -1, 0, 1, 0, 0];
    case 'h':
      return [R, 0, R, 0, R, 0, -R, 0];
    case 'z':
      return [1, 0, 0, 0, 0, 0, -1, 0];
    case 's':
      return [1, 0, 0, 0, 0, 0, 0, 1];
    case 'sdg':
      return [1, 0, 0, 0, 0, 0, 0, -1];
    case 't':
      return [1, 0, 0, 0, 0, 0, R, R];
    case 'tdg':
      return [1, 0, 0, 0, 0, 0, R, -R];
    case 'p':
      return phase(angle);
    case 'rx':
      return [c, 0, 0, -s, 0, -s, c, 0];
    case 'ry':
      return [c, 0, -s, 0, s, 0, c, 0];
    case 'rz':
      return [c, -s, 0, 0, 0, 0, c, s];
  }
}

function applyGate({ re, im }: StateVector, gate: Gate): void {
  const [first = 0, second] = gate.targets;
  const controls = gate.controls.reduce((mask, qubit) => mask | (1 << qubit), 0);
  const [ar, ai, br, bi, cr, ci, dr, di] = matrixOf(gate);
  const bit = 1 << first;
  const other = second === undefined ? 0 : 1 << second;
  for (let zero = 0; zero < re.length; zero += 1) {
    if ((zero & bit) !== 0 || (zero & controls) !== controls) continue;
    if (other !== 0 && (zero & other) === 0) continue;
    const one = (zero | bit) & ~other;
    const [zr, zi, or, oi] = [re[zero] as number, im[zero] as number, re[one] as number, im[one] as number];
    re[zero] = ar * zr - ai * zi + br * or - bi * oi;
    im[zero] = ar * zi + ai * zr + br * oi + bi * or;
    re[one] = cr * zr - ci * zi + dr * or - di * oi;
    im[one] = cr * zi + ci * zr + dr * oi + di * or;
  }
}

/** Exact outcome probabilities; bit k of an index is the qubit `measured[k]`. */
export function outcomeProbabilities({ re, im }: StateVector, measured: readonly number[]): Float64Array {
  const out = new Float64Array(2 ** measured.length);
  for (let index = 0; index < re.length; index += 1) {
    const outcome = measured.reduce((bits, qubit, at) => bits | (((index >> qubit) & 1) << at), 0);
    out[outcome] = (out[outcome] as number) + (re[index] as number) ** 2 + (im[index] as number) ** 2;
  }
  return out;
}
