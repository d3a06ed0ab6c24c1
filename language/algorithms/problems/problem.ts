import type { Sentence } from '../../algorithm.ts';
import { qubitRange } from '../../circuit-builder.ts';
import type { Ising } from '../../ising.ts';

/** An optimisation problem over bits, with one documented instance for each number of nodes. */
export interface Problem {
  /** The name in a program string. */
  readonly name: string;
  /** The names in a request or a program, in normalised text. */
  readonly spoken: RegExp;
  /** Limits of `nodes`; of a dense problem the most that is reasonable. */
  readonly leastNodes: number;
  readonly mostNodes: number;
  /** What `nodes` counts: "4 nodes", "3 cities". */
  readonly unit: Sentence;
  /** The size of an instance of at most 10 qubits whose angles are also good for larger ones. */
  readonly referenceNodes: number;
  qubits(nodes: number): number;
  /** What QAOA makes large; bit k of a solution is qubit k. A cost is here with a minus sign. */
  objective(nodes: number): Ising;
  /** What the value is: the value is the objective, or minus it for a cost. */
  readonly value: { readonly name: Sentence; readonly sign: 1 | -1; readonly decimals: number };
  /** A solution in words; bit k of `solution` is qubit k. */
  describe(solution: number, nodes: number): Sentence;
}

/** The qubits whose bit is 1. */
export const chosen = (solution: number, qubits: number): number[] =>
  qubitRange(0, qubits).filter((qubit) => ((solution >> qubit) & 1) === 1);

/** `0, 2`, or a dash when there are none. */
export const listed = (values: readonly number[]): string => (values.length === 0 ? '-' : values.join(', '));

/** The largest number of nodes that a program can name. */
export const ANY_NUMBER = 99_999;
