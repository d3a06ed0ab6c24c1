import { importsQuantum, withoutImport } from '@bioql/language/imports';
import type { Change, Target } from './target.ts';

/** The one change that puts code in its place, as whole lines with the indentation of the place. */
export function insertionOf(source: string, target: Target, code: string, unit: string): Change {
  if (target.origin === 'selection') return replacement(source, target, code);
  const start = lineStart(source, target.from);
  const end = lineEnd(source, target.from);
  const line = source.slice(start, end);
  const indent = target.origin === 'comment' ? indentOf(line) : indentAt(source, start, end, unit);
  if (line.trim() === '') return { from: start, to: end, text: indented(codeAt(source, start, code), indent) };
  return { from: end, to: end, text: `\n${indented(codeAt(source, end, code), indent)}` };
}

const codeAt = (source: string, offset: number, code: string): string =>
  importsQuantum(source, offset) ? withoutImport(code) : code;

/** Replaces a selection; text before and after it on its lines is kept on lines of its own. */
function replacement(source: string, target: Target, code: string): Change {
  const start = lineStart(source, target.from);
  const textEnd = target.from + source.slice(target.from, target.to).trimEnd().length;
  const before = source.slice(start, target.from);
  const after = source.slice(textEnd, lineEnd(source, textEnd));
  const indent = indentOf(source.slice(start, lineEnd(source, target.from)));
  const lines = indented(codeAt(source, target.from, code), indent);
  return {
    from: before.trim() === '' ? start : start + before.trimEnd().length,
    to: textEnd + (after.length - after.trimStart().length),
    text: `${before.trim() === '' ? '' : '\n'}${lines}${after.trim() === '' ? '' : `\n${indent}`}`,
  };
}

/** The indentation of the line, or one step more where Python wants a block. */
function indentAt(source: string, start: number, end: number, unit: string): string {
  const line = source.slice(start, end);
  const upTo = line.trim() === '' ? source.slice(0, start) : source.slice(0, end);
  const opener = upTo.trimEnd().split(/\r?\n/).at(-1) as string;
  const opens = /^[^#]*:\s*(#.*)?$/.test(opener);
  const least = opens ? indentOf(opener) + unit : '';
  const own = indentOf(line);
  return own.length >= least.length ? own : least;
}

const indented = (code: string, indent: string): string => code.replace(/^(?=.)/gm, indent);
const indentOf = (line: string): string => /^[ \t]*/.exec(line)?.[0] as string;
const lineStart = (source: string, offset: number): number => source.slice(0, offset).lastIndexOf('\n') + 1;

function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  if (end === -1) return source.length;
  return end > offset && source[end - 1] === '\r' ? end - 1 : end;
}
