import { checkCall } from '../call.ts';
import { readPython } from '../python.ts';
import type { Cursor } from './cursor.ts';

/** An insertion without what the suffix has already, or nothing when it does not fit there. */
export function fitted(cursor: Cursor, text: string): string | undefined {
  const own = withoutRepeated(withoutOverlap(text, cursor.rest), cursor.suffix);
  return own.trim() !== '' && parses(cursor, own) ? own : undefined;
}

/** Leaves out the end of a text that the rest of the line begins with. */
function withoutOverlap(text: string, rest: string): string {
  const first = rest.trimEnd();
  if (first === '' || text.includes('\n')) return text;
  for (let length = Math.min(first.length, text.length); length > 0; length -= 1) {
    if (text.endsWith(first.slice(0, length))) return text.slice(0, -length);
  }
  return text;
}

/** Leaves out the last lines of a text that come next anyway. */
function withoutRepeated(text: string, suffix: string): string {
  const lines = text.split('\n');
  const next = suffix.split(/\r?\n/).map((line) => line.trim());
  const below = next.slice(1).filter((line) => line !== '');
  for (let count = Math.min(lines.length, below.length); count > 0; count -= 1) {
    const tail = lines.slice(-count).map((line) => line.trim());
    if (tail.every((line, at) => line === below[at])) return lines.slice(0, -count).join('\n').trimEnd();
  }
  return text;
}

/** Whether the text around the cursor is Python with the insertion, and every call in it can run. */
function parses({ prefix, suffix, offset }: Cursor, text: string): boolean {
  const end = offset + text.length;
  const { tokens, calls } = readPython(prefix + text + suffix);
  const touched = tokens.filter(({ from, to }) => from < end && to > offset);
  if (touched.some(({ quotes }) => quotes?.closed === false)) return false;
  return calls
    .filter(({ from, to }) => from < end && to >= offset)
    .every(
      ({ flaws, program, call, others, keywords }) =>
        flaws.length === 0 &&
        (call !== undefined
          ? checkCall(call) === undefined
          : program === undefined || others.length > 0 || keywords.some(({ value }) => value === undefined)),
    );
}
