import { IMPORT_LINE } from '@bioql/language/call';
import type { TextEdit } from '@bioql/language/diagnostics';
import type { FixPlan } from '@bioql/language/fix';
import type { Span } from '@bioql/language/python';
import { linesOf } from '@bioql/language/repair/statements';

/** The part of a file that a service is asked about: whole lines, without their common indentation, behind the import. */
export interface Fragment extends Span {
  readonly code: string;
  readonly indent: string;
}

const HEAD = `${IMPORT_LINE}\n\n`;

/** The lines of what a plan leaves; the rest of the file stays where it is. */
export function fragmentOf({ code, ask }: FixPlan): Fragment | undefined {
  const [first, last] = [ask?.places[0], ask?.places.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const from = withComment(code, linesOf(code, first).from);
  const { to } = linesOf(code, last);
  const lines = code.slice(from, to).split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const indent = indents.reduce((least, own) => (own.length < least.length ? own : least), indents[0] ?? '');
  const bare = lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()));
  return { from, to, indent, code: HEAD + bare.join('\n') };
}

/** The lines with a comment line that stands right above them. */
function withComment(code: string, from: number): number {
  const above = /(?:^|\n)([ \t]*#[^\n]*\n)$/.exec(code.slice(0, from))?.[1];
  return above === undefined ? from : from - above.length;
}

/** The edit that puts the mended fragment back; `undefined` when it has lost its beginning. */
export function backInPlace(fragment: Fragment, code: string): TextEdit | undefined {
  if (!code.startsWith(HEAD)) return undefined;
  const { from, to, indent } = fragment;
  return { from, to, text: code.slice(HEAD.length).replace(/^(?=.)/gm, indent) };
}
