import type { ProblemCode } from './algorithm.ts';

/** `1 qubit`, `4 qubits`. */
export const qubitCount = (qubits: number): string => (qubits === 1 ? '1 qubit' : `${qubits} qubits`);

/** `1 cúbit`, `4 cúbits`. */
export const cubitCount = (qubits: number): string => (qubits === 1 ? '1 cúbit' : `${qubits} cúbits`);

export const atLeast = (least: number, qubits: number): ProblemCode | undefined =>
  qubits < least ? 'qubits_too_few' : undefined;
