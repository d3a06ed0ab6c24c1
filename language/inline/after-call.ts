import { type Cursor, lineStart } from './cursor.ts';
import { fitted } from './fitting.ts';
import type { Suggestion } from './suggestion.ts';

/** Right after a call whose result nobody has looked at: its print. */
export function afterCall(cursor: Cursor): Suggestion | undefined {
  const { file, offset, rest, indent, typed, suffix } = cursor;
  const own = lineStart(file.source, offset);
  const site = file.calls.findLast(({ to }) => to <= offset);
  if (site?.name === undefined || !site.closed || rest.trim() !== '') return undefined;
  const between = file.source.slice(site.to, offset);
  const start = lineStart(file.source, site.from);
  const callIndent = /^[ \t]*/.exec(file.source.slice(start))?.[0];
  if (new RegExp(`\\b${site.name}\\b`).test(suffix)) return undefined;
  const print = `print(${site.name})`;
  const one = (text: string | undefined): Suggestion | undefined =>
    text === undefined ? undefined : { kind: 'ready', texts: [text] };
  if (between === '') return one(fitted(cursor, `\n${callIndent}${print}`));
  const follows = file.source.slice(site.to, own).trim() === '' && site.to < own;
  return follows && callIndent === indent && print.startsWith(typed) && print !== typed
    ? one(fitted(cursor, print.slice(typed.length)))
    : undefined;
}
