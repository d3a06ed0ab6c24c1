import type { Lang, ProblemCode } from './algorithm.ts';
import { backendNamed, MAX_SHOTS } from './backends.ts';
import { checkProgram, type Program, qubitsOf, reasonAbout, writeProgram } from './program.ts';

/** One `quantum(...)` call. */
export interface Call {
  /** The variable that the result is bound to. */
  readonly name: string;
  readonly program: Program;
  readonly backend: string;
  readonly shots: number;
}

export const IMPORT_LINE = 'from bioql import quantum';

const statement = ({ name, program, backend, shots }: Call): string =>
  `${name} = quantum("${writeProgram(program)}", backend="${backend}", shots=${shots})\nprint(${name})`;

/** The canonical file of one call: import, blank line, call, print; no newline at the end. */
export const writeCode = (call: Call): string => `${IMPORT_LINE}\n\n${statement(call)}`;

/** The first reason why the call cannot run. */
export function checkCall({ program, backend, shots }: Call): ProblemCode | undefined {
  const place = backendNamed(backend);
  if (place === undefined) return 'unknown_backend';
  if (!Number.isInteger(shots) || shots < 1 || shots > MAX_SHOTS) return 'shots_out_of_range';
  return checkProgram(program, place) ?? (qubitsOf(program) > place.qubits ? 'qubits_too_many' : undefined);
}

/** The reasoning that goes with a call. */
export function explainCall({ program, backend, shots }: Call, lang: Lang): string {
  const count =
    lang === 'en' ? (shots === 1 ? '1 shot' : `${shots} shots`) : shots === 1 ? '1 medición' : `${shots} mediciones`;
  return reasonAbout(program, lang, `${backend}, ${count}`);
}
