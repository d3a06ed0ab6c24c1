import { DEFAULT_BACKEND, DEFAULT_SHOTS } from './backends.ts';
import { type Call, writeCode } from './call.ts';
import { keywordNamed } from './keywords.ts';
import { type Program, readProgram } from './program.ts';
import { readCalls, type WrittenCall } from './python-calls.ts';
import { type Import, namesOf, readImports } from './python-imports.ts';
import { type Tokens, tokenize } from './python-tokens.ts';

export type { Keyword } from './python-arguments.ts';
export type { Literal } from './python-literals.ts';
export type { Flaw, FlawKind } from './python-split.ts';
export type { Span } from './python-tokens.ts';

/** A `quantum(...)` call in a source text; offsets are UTF-16 code units. */
export interface CallSite extends WrittenCall {
  /** What the program string means, when it is written out and understood. */
  readonly meaning?: Program;
  /** The call when all its parts are understood. */
  readonly call?: Call;
}

/** What there is to know about a Python file. */
export interface PythonFile extends Tokens {
  readonly source: string;
  readonly imports: readonly Import[];
  /** What was imported before the text. */
  readonly earlier: readonly Import[];
  readonly calls: readonly CallSite[];
}

/** Reads a Python text, which may be broken; `before` is what runs ahead of it, such as earlier cells of a notebook. */
export function readPython(source: string, before = ''): PythonFile {
  const { tokens, comments } = tokenize(source);
  const imports = readImports(tokens);
  const earlier = before === '' ? [] : readImports(tokenize(before).tokens);
  const calls = readCalls(source, tokens, namesOf(tokens, [...earlier, ...imports])).map(understood);
  return { source, tokens, comments, imports, earlier, calls };
}

/** Every `quantum(...)` call of a Python source, also in broken code. */
export const findCalls = (source: string): readonly CallSite[] => readPython(source).calls;

function understood(written: WrittenCall): CallSite {
  const meaning = written.program?.closed ? readProgram(written.program.value) : undefined;
  if (meaning === undefined) return written;
  const call = callOf(written, meaning);
  return { ...written, meaning, ...(call && { call }) };
}

/** The call that a site makes, when its arguments are complete, written out and known. */
function callOf({ name = 'result', keywords, others, flaws }: WrittenCall, program: Program): Call | undefined {
  if (others.length > 0 || flaws.length > 0) return undefined;
  if (keywords.some((keyword) => keywordNamed(keyword.name) === undefined)) return undefined;
  const backend = writtenValue(keywords, 'backend', DEFAULT_BACKEND);
  const shots = writtenValue(keywords, 'shots', DEFAULT_SHOTS);
  if (typeof backend !== 'string' || typeof shots !== 'number' || !Number.isInteger(shots)) return undefined;
  return { name, program, backend, shots };
}

function writtenValue(
  keywords: WrittenCall['keywords'],
  name: string,
  standard: string | number,
): string | number | undefined {
  const keyword = keywords.find((written) => written.name === name);
  return keyword === undefined ? standard : keyword.value;
}

/** The calls of a canonical file, in order; `undefined` when the text is anything else. */
export function readCode(code: string): readonly Call[] | undefined {
  const calls = findCalls(code).flatMap(({ call }) => call ?? []);
  return calls.length > 0 && writeCode(...calls) === code.trimEnd() ? calls : undefined;
}
