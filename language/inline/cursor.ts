import { type PythonFile, readPython } from '../python.ts';
import { isBioql } from '../python-imports.ts';
import { type Token, tokensBefore } from '../python-tokens.ts';

/** A place between two parts of a text. */
export interface Cursor {
  readonly prefix: string;
  readonly suffix: string;
  /** Both parts together, read. */
  readonly file: PythonFile;
  readonly offset: number;
  /** Blanks at the beginning of the line. */
  readonly indent: string;
  /** The line up to the cursor, without its indentation. */
  readonly typed: string;
  /** The line from the cursor on. */
  readonly rest: string;
  /** Whether a person asks for a suggestion, rather than pauses. */
  readonly invoked: boolean;
}

export function cursorAt(prefix: string, suffix: string, invoked: boolean): Cursor {
  const line = lineEndOf(prefix);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  return {
    prefix,
    suffix,
    file: readPython(prefix + suffix),
    offset: prefix.length,
    indent,
    typed: line.slice(indent.length),
    rest: /^[^\r\n]*/.exec(suffix)?.[0] ?? '',
    invoked,
  };
}

const lineEndOf = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);

/** Where the line of an offset begins. */
export const lineStart = (source: string, offset: number): number =>
  offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1;

/** The last token that begins before an offset. */
export const tokenBefore = ({ file }: Cursor, offset: number): Token | undefined =>
  file.tokens[tokensBefore(file.tokens, offset) - 1];

export const isInComment = ({ file, offset }: Cursor): boolean =>
  file.comments.some(({ from, to }) => from < offset && offset <= to);

/** Whether the cursor is inside the quotes of a string. */
export function isInString(cursor: Cursor): boolean {
  const token = tokenBefore(cursor, cursor.offset);
  if (token?.quotes === undefined) return false;
  return cursor.offset < token.to || (!token.quotes.closed && cursor.offset === token.to);
}

export const importsBioql = ({ file }: Cursor): boolean => file.imports.some(({ module }) => isBioql(module));
