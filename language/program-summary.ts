import { depthOf, gateLabel } from './circuit.ts';
import { circuitOf, type Program, qubitsOf } from './program.ts';

/** A program's size in a line. */
export interface ProgramSummary {
  /** Ancillas included; 0 when the program has no circuit. */
  readonly qubits: number;
  /** `undefined` when there is no circuit, or when it is too large to count. */
  readonly circuit?: {
    readonly depth: number;
    readonly gates: number;
    /** How many gates of each kind, the most frequent first. */
    readonly kinds: readonly (readonly [label: string, count: number])[];
  };
}

/** Larger circuits are not built for a line of text. */
const MAX_COUNTED_QUBITS = 16;

/** The size of a program that breaks no limit of its algorithm. */
export function summarize(program: Program): ProgramSummary {
  const qubits = qubitsOf(program);
  const circuit = qubits > 0 && qubits <= MAX_COUNTED_QUBITS ? circuitOf(program) : undefined;
  if (circuit === undefined) return { qubits };
  const kinds = new Map<string, number>();
  for (const gate of circuit.gates) kinds.set(gateLabel(gate), (kinds.get(gateLabel(gate)) ?? 0) + 1);
  return {
    qubits,
    circuit: {
      depth: depthOf(circuit),
      gates: circuit.gates.length,
      kinds: [...kinds].sort(([, a], [, b]) => b - a),
    },
  };
}
