import { statementRanges } from '@bioql/language/algorithms/custom-gates';
import type { Gate } from '@bioql/language/circuit';
import type { CallSite } from '@bioql/language/python';

/** Where in a source a gate is written: its own place in a list of gates, else the whole call. */
export function spanOfGate({ program, from, to }: CallSite, gate: Gate | undefined, source: string): [number, number] {
  if (gate?.statement === undefined || program === undefined) return [from, to];
  const written = source.slice(program.from, program.to);
  // Escapes and joined parts have other offsets in the source than in the value.
  const range = written === program.value ? statementRanges(written)[gate.statement] : undefined;
  return range === undefined ? [from, to] : [program.from + range.from, program.from + range.to];
}
