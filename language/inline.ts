import { IMPORT_LINE } from './call.ts';
import { afterCall } from './inline/after-call.ts';
import { type Cursor, cursorAt, importsBioql, isInComment, isInString, lineStart } from './inline/cursor.ts';
import { fitted } from './inline/fitting.ts';
import { callAround, inCall } from './inline/in-call.ts';
import { statement } from './inline/statement.ts';
import type { Suggestion } from './inline/suggestion.ts';
import { commentAbove, commentAround } from './inline/words.ts';

const NONE: Suggestion = { kind: 'none' };

/**
 * What fits between two parts of a Python text, where BioQL is in play: it is imported, a `# bioql:` comment asks for it, the
 * cursor is in a `quantum(…)` call, or a person has invoked it by hand.
 */
export function suggestAt(prefix: string, suffix: string, invoked: boolean): Suggestion {
  if (!invoked && !/quantum|bioql/i.test(prefix) && !/quantum|bioql/i.test(suffix) && !/^from bio/m.test(prefix))
    return NONE;
  const cursor = cursorAt(prefix, suffix, invoked);
  const site = callAround(cursor);
  if (site !== undefined) return checked(cursor, inCall(cursor, site));
  if (isInComment(cursor)) return belowComment(cursor);
  if (isInString(cursor)) return NONE;
  const line = importLine(cursor);
  if (line !== undefined) return line;
  if (!isInPlay(cursor)) return NONE;
  return afterCall(cursor) ?? statement(cursor);
}

function isInPlay(cursor: Cursor): boolean {
  const { invoked, file, offset } = cursor;
  return invoked || importsBioql(cursor) || file.calls.length > 0 || commentAbove(file.source, offset)?.ours === true;
}

/** Only insertions that leave Python behind. */
function checked(cursor: Cursor, suggestion: Suggestion): Suggestion {
  if (suggestion.kind === 'none') return suggestion;
  if (suggestion.kind === 'ask') {
    const write = suggestion.write;
    return {
      ...suggestion,
      write(calls) {
        const text = write(calls);
        return text === undefined ? undefined : fitted(cursor, text);
      },
    };
  }
  const texts = suggestion.texts.filter((text) => fitted(cursor, text) === text);
  return texts.length === 0 ? NONE : { kind: 'ready', texts };
}

/** At the end of a comment that is still being written nothing is asked, unless by hand: then the code goes below it. */
function belowComment(cursor: Cursor): Suggestion {
  const { prefix, suffix, indent, invoked, rest } = cursor;
  const words = invoked && rest.trim() === '' ? commentAround(cursor) : undefined;
  if (words === undefined || lineStart(prefix, prefix.length) + indent.length === prefix.length) return NONE;
  const below = statement(cursorAt(`${prefix}\n${indent}`, suffix, true));
  if (below.kind !== 'ask') return NONE;
  return {
    ...below,
    write(calls) {
      const text = below.write(calls);
      return text === undefined ? undefined : `\n${indent}${text}`;
    },
  };
}

const SHORTEST_IMPORT = 'from bio';

/** The rest of our import line. */
function importLine(cursor: Cursor): Suggestion | undefined {
  const { typed, rest, invoked } = cursor;
  if (typed.length < SHORTEST_IMPORT.length || !IMPORT_LINE.startsWith(typed) || rest.trim() !== '') return undefined;
  if (typed === IMPORT_LINE && !invoked) return undefined;
  const text = fitted(cursor, IMPORT_LINE.slice(typed.length));
  return text === undefined ? undefined : { kind: 'ready', texts: [text] };
}
