import type { CallSite, PythonFile } from '../python.ts';
import { bindsQuantum, type Import, reaches } from '../python-imports.ts';
import { type FileRule, report, type TextEdit } from './diagnostic.ts';

/** The first call whose name nothing binds; one import serves the rest. */
export const missingImport: FileRule = (file) => {
  const site = file.calls.find((call) => !isBound(call, file));
  if (site === undefined) return [];
  const line = site.module === undefined ? 'from bioql import quantum' : 'import bioql';
  const values = { name: site.module ?? 'quantum', line };
  return [report({ code: 'missing-import', ...site.callee, values, edits: [importEdit(file, line)] })];
};

function isBound({ callee, module, from }: CallSite, { source, tokens, imports, earlier }: PythonFile): boolean {
  const name = module ?? source.slice(callee.from, callee.to);
  const binds = (line: Import) =>
    module === undefined
      ? bindsQuantum(line) && (line.as === '*' || line.as === name)
      : line.as === name && line.module === 'bioql' && line.member === undefined;
  if (earlier.some(binds) || imports.some((line) => binds(line) && reaches(tokens, line, from))) return true;
  return tokens.some(
    ({ text, kind }, at) => kind === 'name' && text === name && ['=', ':='].includes(tokens[at + 1]?.text ?? ''),
  );
}

/** Puts an import line behind what must come first: the docstring, and imports from `__future__`. */
export function importEdit({ source, tokens, imports }: PythonFile, line: string): TextEdit {
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  const [first, second] = tokens;
  const docstring = first?.kind === 'string' && first.from === statementStart(source, first.from);
  const future = imports.findLast(({ module }) => module === '__future__');
  const last =
    future?.to ?? (docstring && (second === undefined || second.indent !== undefined) ? first?.to : undefined);
  if (last === undefined) {
    const at = headEnd(source);
    return { from: at, to: at, text: `${line}${newline}${gapBefore(source.slice(at), newline)}` };
  }
  const lineEnd = /[^\r\n]*(?:\r\n|\n|\r)?/.exec(source.slice(last))?.[0].length ?? 0;
  const blank = /^[ \t]*(?:\r\n|\n|\r)/.exec(source.slice(last + lineEnd))?.[0].length ?? 0;
  const at = last + lineEnd + blank;
  const ended = /[\r\n]$/.test(source.slice(0, at));
  const before = `${ended ? '' : newline}${future === undefined && blank === 0 ? newline : ''}`;
  return { from: at, to: at, text: `${before}${line}${newline}${gapBefore(source.slice(at), newline)}` };
}

const statementStart = (source: string, offset: number): number =>
  Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;

/** Where code may begin: behind `#!`, an encoding, a licence that stands apart, or the magic word of a cell. */
const headEnd = (source: string): number =>
  /^\ufeff?(?:#!.*(?:\r\n|\n|\r))?(?:#.*coding[:=].*(?:\r\n|\n|\r))?(?:%%.*(?:\r\n|\n|\r))?(?:(?:#.*(?:\r\n|\n|\r))+(?:[ \t]*(?:\r\n|\n|\r))+)?/.exec(
    source,
  )?.[0].length ?? 0;

/** An empty line between imports and other code. */
const gapBefore = (rest: string, newline: string): string =>
  /^(?:\s*$|[\r\n]|import\b|from\b)/.test(rest) ? '' : newline;
