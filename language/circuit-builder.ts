import type { Sentence } from './algorithm.ts';
import type { Circuit, Gate, GateName, Stage } from './circuit.ts';

/** A circuit with more gates is of no use to anybody here, and would fill the memory. */
export const MAX_GATES = 250_000;

export class TooManyGates extends RangeError {
  readonly code = 'too_many_gates';
  constructor() {
    super(`the circuit has more than ${MAX_GATES} gates`);
  }
}

/** Writes down gates in the order in which they act. Angles are in radians. */
export interface CircuitBuilder {
  gate(gate: Gate): void;
  x(qubit: number): void;
  y(qubit: number): void;
  z(qubit: number): void;
  h(qubit: number): void;
  s(qubit: number): void;
  sdg(qubit: number): void;
  t(qubit: number): void;
  tdg(qubit: number): void;
  rx(angle: number, qubit: number): void;
  ry(angle: number, qubit: number): void;
  rz(angle: number, qubit: number): void;
  p(angle: number, qubit: number): void;
  cx(control: number, target: number): void;
  cz(control: number, target: number): void;
  ch(control: number, target: number): void;
  cp(angle: number, control: number, target: number): void;
  swap(a: number, b: number): void;
  /** The same gate with any number of controls. */
  controlled(name: GateName, controls: readonly number[], target: number, angle?: number): void;
  /** Names the gates that `body` writes. Stages do not nest. */
  stage(name: Sentence, body: () => void): void;
}

/**
 * The circuit that `body` writes. All qubits are measured unless `measured` (lowest bit first) says which.
 * Throws `TooManyGates`.
 */
export function buildCircuit(
  qubits: number,
  body: (builder: CircuitBuilder) => void,
  measured: readonly number[] = qubitRange(0, qubits),
): Circuit {
  const gates: Gate[] = [];
  const stages: Stage[] = [];
  const put = (gate: Gate): void => {
    if (gates.length >= MAX_GATES) throw new TooManyGates();
    gates.push(gate);
  };
  const one =
    (name: GateName) =>
    (target: number): void => {
      put({ name, targets: [target], controls: [] });
    };
  const turned =
    (name: GateName) =>
    (angle: number, target: number): void => {
      put({ name, targets: [target], controls: [], angle });
    };
  const controlled: CircuitBuilder['controlled'] = (name, controls, target, angle) => {
    put({ name, targets: [target], controls, ...(angle !== undefined && { angle }) });
  };
  body({
    gate: put,
    x: one('x'),
    y: one('y'),
    z: one('z'),
    h: one('h'),
    s: one('s'),
    sdg: one('sdg'),
    t: one('t'),
    tdg: one('tdg'),
    rx: turned('rx'),
    ry: turned('ry'),
    rz: turned('rz'),
    p: turned('p'),
    cx: (control, target) => controlled('x', [control], target),
    cz: (control, target) => controlled('z', [control], target),
    ch: (control, target) => controlled('h', [control], target),
    cp: (angle, control, target) => controlled('p', [control], target, angle),
    swap: (a, b) => put({ name: 'swap', targets: [a, b], controls: [] }),
    controlled,
    stage(name, write) {
      const from = gates.length;
      write();
      stages.push({ name, from, to: gates.length });
    },
  });
  return { qubits, gates, stages, measured };
}

/** `[from, from + 1, ..., to - 1]`. */
export const qubitRange = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
