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

/** The canonical file of one or more calls: import, blank line, then each call and its print; no newline at the end. */
export const writeCode = (...calls: readonly Call[]): string => `${IMPORT_LINE}\n\n${calls.map(statement).join('\n')}`;

/** The first reason why the call cannot run. */
export function checkCall({ program, backend, shots }: Call): ProblemCode | undefined {
  const place = backendNamed(backend);
  if (place === undefined) return 'unknown_backend';
  if (!Number.isInteger(shots) || shots < 1 || shots > MAX_SHOTS) return 'shots_out_of_range';
  return checkProgram(program, place) ?? (qubitsOf(program) > place.qubits ? 'qubits_too_many' : undefined);
}

const runText = ({ backend, shots }: Call, lang: Lang): string => {
  const count =
    lang === 'en' ? (shots === 1 ? '1 shot' : `${shots} shots`) : shots === 1 ? '1 medición' : `${shots} mediciones`;
  return `${backend}, ${count}`;
};

/** The reasoning that goes with a call. */
export const explainCall = (call: Call, lang: Lang): string => reasonAbout(call.program, lang, runText(call, lang));

/** The reasoning of a program of one or more calls: their reasons, numbered; a program that ran before is not explained again. */
export function explainCalls(calls: readonly Call[], lang: Lang): string {
  const [only, ...more] = calls;
  if (only !== undefined && more.length === 0) return explainCall(only, lang);
  const programs = calls.map(({ program }) => writeProgram(program));
  return calls
    .map((call, at) => {
      const first = programs.indexOf(programs[at] ?? '');
      const again = lang === 'en' ? `Step ${first + 1} again` : `Otra vez el paso ${first + 1}`;
      return `${at + 1}. ${first === at ? explainCall(call, lang) : `${again}, ${runText(call, lang)}.`}`;
    })
    .join(' ');
}
