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

/** |0...0>. */
export function startState(qubits: number): StateVector {
  if (qubits > MAX_SIMULATED_QUBITS) throw new TooManyQubits(qubits);
  const state = { re: new Float64Array(2 ** qubits), im: new Float64Array(2 ** qubits) };
  state.re[0] = 1;
  return state;
}

/** Makes a state |0...0> again. */
export function reset({ re, im }: StateVector): void {
  re.fill(0);
  im.fill(0);
  re[0] = 1;
}
