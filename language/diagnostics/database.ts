import { BACKENDS, type Backend, DEFAULT_BACKEND, DEFAULT_SHOTS } from '../backends.ts';
import { nearestProgram } from '../nearest-program.ts';
import { programFromFacts, readProgram, writeProgram } from '../program.ts';
import type { CallSite, PythonFile } from '../python.ts';
import { isBioql } from '../python-imports.ts';
import { literalOf, pythonString, replaceLiteral } from '../python-literals.ts';
import type { Token } from '../python-tokens.ts';
import { readRequest } from '../request.ts';
import { type Diagnostic, type FileRule, report, type TextEdit } from './diagnostic.ts';

/** What unspecialised models call on a database. */
const METHOD = /^(?:connect|cursor|execute|executemany|query|commit|fetch(?:one|many|all)?)$/;
/** The same in Spanish, and what other libraries run programs with. */
const METHOD_OF_OURS =
  /^(?:conectar|ejecutar|consultar|confirmar|obtener(?:_\w+)?|run|simulate|submit|correr|simular)$/;
/** What gives back another thing of the same kind. */
const OPENS = /^(?:connect|cursor)$/;
const SQL = /\bselect\b.*\bfrom\b|\binsert\s+into\b|\bdelete\s+from\b|\bcreate\s+table\b|\bupdate\b.*\bset\b/is;

export const looksLikeSql = (text: string): boolean => SQL.test(text);

/** Calls of a database that BioQL is not: on `BioQL` and what comes from it, on a cursor with a program, and SQL as a program. */
export const genericDatabaseCall: FileRule = (file) => [...methodCalls(file), ...file.calls.flatMap(sqlProgram)];

function sqlProgram({ program }: CallSite): Diagnostic[] {
  if (program === undefined || !looksLikeSql(program.value)) return [];
  const nearest = programIn(program.value);
  const edits = nearest === undefined ? [] : [replaceLiteral(program, nearest)];
  const values = { name: 'SQL', ...(nearest && { nearest: pythonString(nearest) }) };
  return [report({ code: 'generic-database-call', from: program.from, to: program.to, values, edits })];
}

const SIMULATOR = BACKENDS.find(({ name }) => name === DEFAULT_BACKEND) as Backend;

/** The program that a query asks for, as far as that can be told. */
function programIn(text: string): string | undefined {
  const program = nearestProgram(text.replaceAll('_', ' '), SIMULATOR);
  return program && writeProgram(program);
}

const asksForProgram = (text: string): boolean =>
  !looksLikeSql(text) && (readProgram(text) ?? programFromFacts(readRequest(text))) !== undefined;

function methodCalls({ source, tokens, imports, earlier, calls }: PythonFile): Diagnostic[] {
  const bioql = [...earlier, ...imports].filter(({ module }) => isBioql(module));
  const uses = calls.length > 0 || bioql.length > 0;
  const roots = new Set(['BioQL', 'bioql', ...bioql.filter(({ member }) => member === undefined).map(({ as }) => as)]);
  const found: Diagnostic[] = [];
  tokens.forEach(({ kind, text, to }, at) => {
    if (kind !== 'name' || tokens[at + 1]?.text !== '(') return;
    if (text === 'BioQL') learn(roots, tokens, at, at + 1);
    if (tokens[at - 1]?.text !== '.' || !(METHOD.test(text) || METHOD_OF_OURS.test(text))) return;
    const start = chainStart(tokens, at);
    const root = tokens[start] as Token;
    const ours = roots.has(root.text);
    if (ours && OPENS.test(text)) learn(roots, tokens, start, at + 1);
    const argument = uses || ours ? literalOf(tokens.slice(at + 2, at + 3))?.value : undefined;
    if (!ours && (!METHOD.test(text) || argument === undefined || !asksForProgram(argument))) return;
    const nearest = argument === undefined ? undefined : programIn(argument);
    const chain = source.slice(root.from, to);
    found.push(
      report({
        code: 'generic-database-call',
        from: root.from,
        to,
        values: { name: chain.includes('(') ? text : chain, ...(nearest && { nearest: statement(nearest) }) },
        edits: nearest === undefined ? [] : replaceCall(tokens, start, at + 1, nearest),
      }),
    );
  });
  return found;
}

/** Remembers the name that a connection is given: `name = BioQL.connect()`, `with BioQL.connect() as name`. */
function learn(roots: Set<string>, tokens: readonly Token[], start: number, open: number): void {
  const target = tokens[start - 2];
  if (tokens[start - 1]?.text === '=' && target?.kind === 'name') roots.add(target.text);
  const close = closerOf(tokens, open);
  const named = close !== undefined && tokens[close + 1]?.text === 'as' ? tokens[close + 2] : undefined;
  if (named?.kind === 'name') roots.add(named.text);
}

const statement = (program: string): string =>
  `quantum(${pythonString(program)}, backend="${DEFAULT_BACKEND}", shots=${DEFAULT_SHOTS})`;

function replaceCall(tokens: readonly Token[], start: number, open: number, program: string): TextEdit[] {
  const close = closerOf(tokens, open);
  if (close === undefined) return [];
  return [{ from: (tokens[start] as Token).from, to: (tokens[close] as Token).to, text: statement(program) }];
}

/** The first token of `a.b(...).c`, from its last name. */
function chainStart(tokens: readonly Token[], last: number): number {
  let at = last;
  while (tokens[at - 1]?.text === '.') {
    let before = at - 2;
    if (tokens[before]?.text === ')') before = openerOf(tokens, before) - 1;
    if (tokens[before]?.kind !== 'name') return at;
    at = before;
  }
  return at;
}

function openerOf(tokens: readonly Token[], close: number): number {
  let depth = 0;
  for (let at = close; at > 0; at -= 1) {
    if (tokens[at]?.text === ')') depth += 1;
    if (tokens[at]?.text === '(') depth -= 1;
    if (depth === 0) return at;
  }
  return 0;
}

function closerOf(tokens: readonly Token[], open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at]?.text === '(') depth += 1;
    if (tokens[at]?.text === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}
