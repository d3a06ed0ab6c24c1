import type { TextEdit } from './diagnostics/diagnostic.ts';
import { writeProgram } from './program.ts';
import type { CallSite } from './python.ts';
import { replaceLiteral } from './python-literals.ts';

/** The edit that writes the program of a call as it is written canonically; `undefined` when it is, or is not understood. */
export function canonicalEdit({ program, meaning }: CallSite): TextEdit | undefined {
  if (program === undefined || meaning === undefined) return undefined;
  const canonical = writeProgram(meaning);
  return canonical === program.value ? undefined : replaceLiteral(program, canonical);
}
