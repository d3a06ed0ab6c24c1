import { type Backend, backendNamed, DEFAULT_BACKEND } from '../backends.ts';
import { nearestProgram } from '../nearest-program.ts';
import { checkProgram, type Program, writeProgram } from '../program.ts';
import type { CallSite, Literal } from '../python.ts';
import { replaceLiteral } from '../python-literals.ts';
import { repairProgram } from '../repair-program.ts';
import type { DiagnosticCode } from './codes.ts';
import { looksLikeSql } from './database.ts';
import { type CallRule, type Diagnostic, report } from './diagnostic.ts';

/** A program string that is not understood, or that breaks a limit of its algorithm. */
export const programRule: CallRule = (site) => {
  const { program, meaning } = site;
  if (program === undefined || !program.closed || looksLikeSql(program.value)) return [];
  const place = placeOf(site);
  if (meaning === undefined) return notUnderstood(program, place);
  const problem = checkProgram(meaning, place);
  if (problem === undefined || problem === 'qubits_too_many') return [];
  const code = problem.replaceAll('_', '-') as DiagnosticCode;
  return [problemAt(code, program, repairProgram(meaning, place))];
};

/** The backend of a call; where it is not known, one that forbids nothing. */
function placeOf({ keywords }: CallSite): Backend {
  const keyword = keywords.find(({ name }) => name === 'backend');
  const known = backendNamed(keyword === undefined ? DEFAULT_BACKEND : String(keyword.value));
  return known ?? { name: '', provider: 'local', kind: 'hardware', qubits: Number.POSITIVE_INFINITY };
}

const notUnderstood = (program: Literal, place: Backend): Diagnostic[] =>
  program.value.trim() === ''
    ? [problemAt('program-not-understood', program, undefined)]
    : [problemAt('program-not-understood', program, nearestProgram(program.value, place))];

function problemAt(code: DiagnosticCode, program: Literal, repaired: Program | undefined): Diagnostic {
  const span = program.from === program.to ? program.outer : { from: program.from, to: program.to };
  if (repaired === undefined) return report({ code, ...span });
  const text = writeProgram(repaired);
  return report({ code, ...span, values: { nearest: `"${text}"` }, edits: [replaceLiteral(program, text)] });
}
