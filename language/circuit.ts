import type { Sentence } from './algorithm.ts';

/** The gates without their controls: `cx` is an `x` with one control, `ccx` one with two. */
export type GateName = 'x' | 'y' | 'z' | 'h' | 's' | 'sdg' | 't' | 'tdg' | 'rx' | 'ry' | 'rz' | 'p' | 'swap';

export interface Gate {
  readonly name: GateName;
  /** One qubit, or two for `swap`. */
  readonly targets: readonly number[];
  /** Qubits that must all be 1 for the gate to act. */
  readonly controls: readonly number[];
  /** Radians, for rx, ry, rz and p. */
  readonly angle?: number;
  /** Which gate of a `custom_gates` program this is, from 0. */
  readonly statement?: number;
}

/** A run of gates with a name of its own, such as a Grover round; `to` is exclusive. */
export interface Stage {
  readonly name: Sentence;
  readonly from: number;
  readonly to: number;
}

/** Gates on qubits that start in |0>, and a measurement at the end. */
export interface Circuit {
  readonly qubits: number;
  readonly gates: readonly Gate[];
  readonly stages: readonly Stage[];
  /** The qubits that are measured, lowest bit first: the last one is the leftmost bit of an outcome. */
  readonly measured: readonly number[];
}

/** Layers of gates that act at once, the measurement included, as Qiskit counts the depth of a measured circuit. */
export function depthOf({ qubits, gates, measured }: Circuit): number {
  const busy = new Array<number>(qubits).fill(0);
  for (const { targets, controls } of gates) {
    const touched = [...targets, ...controls];
    const layer = Math.max(...touched.map((qubit) => busy[qubit] ?? 0)) + 1;
    for (const qubit of touched) busy[qubit] = layer;
  }
  for (const qubit of measured) busy[qubit] = (busy[qubit] ?? 0) + 1;
  return Math.max(0, ...busy);
}

/** The name of a gate with its controls: `cx`, `ccx`, `cswap`; beyond two controls `c3z`. */
export function gateLabel({ name, controls }: Gate): string {
  return `${controls.length <= 2 ? 'c'.repeat(controls.length) : `c${controls.length}`}${name}`;
}
