/** Prints every simulated program that the development sets expect, as `oracle/` reads them: see `oracle/evaluation_table.py`. */
import { circuitOf, type Program, qubitsOf, readProgram } from '@bioql/language/program';
import { MAX_SIMULATED_QUBITS } from '@bioql/language/simulator';
import { lineOf } from '../../language/test/oracle-corpus.ts';
import { expectedCalls, readCases, SETS } from './case.ts';

const simulated = (program: Program): boolean =>
  qubitsOf(program) <= MAX_SIMULATED_QUBITS && circuitOf(program) !== undefined;

const programs = SETS.flatMap(readCases)
  .flatMap((item) => expectedCalls(item).flat())
  .map(({ program }) => program);
for (const text of [...new Set(programs)].sort()) {
  const program = readProgram(text);
  if (program === undefined) throw new RangeError(`a development set expects what cannot be read: ${text}`);
  if (simulated(program)) process.stdout.write(`${lineOf(text, program)}\n`);
}
