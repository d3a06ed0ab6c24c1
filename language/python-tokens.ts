/** A stretch of a source text; offsets are UTF-16 code units, `to` is exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a string token says about itself. */
export interface Quotes {
  /** Lower case: `r`, `b`, `f`, ... */
  readonly prefix: string;
  /** Offsets of the text between the quotes. */
  readonly inner: Span;
  readonly closed: boolean;
}

export interface Token extends Span {
  readonly kind: 'name' | 'number' | 'string' | 'sign';
  readonly text: string;
  /** Width of the indentation before the first token of a line; `undefined` for the others. */
  readonly indent?: number;
  readonly quotes?: Quotes;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly comments: readonly Span[];
}

const BLANK = /(?:[ \t\f\ufeff]|\\\r?\n)+/y;
const NEWLINE = /\r\n|\n|\r/y;
const COMMENT = /#[^\r\n]*/y;
const STRING = /([rbuft]|r[bft]|[bft]r)?("""|'''|"|')/iy;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER =
  /(?:0x[\da-f_]+|0o[0-7_]+|0b[01_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[-+]?\d[\d_]*)?)j?(?![\p{L}\p{N}_])/iuy;
const SIGN = /:=|==|!=|<=|>=|->|\*\*|\/\/|[-+*/%&|^@]=|\S/uy;

/**
 * The tokens of a Python text. Python's brackets and statements matter to no token, so whatever is broken around a
 * string or a name, it is found; a string that is not closed ends with its line.
 */
export function tokenize(source: string): Tokens {
  const tokens: Token[] = [];
  const comments: Span[] = [];
  let at = 0;
  let lineStart: number | undefined = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  const add = (token: Token): void => {
    tokens.push(lineStart === undefined ? token : { ...token, indent: indentOf(source, lineStart, token.from) });
    lineStart = undefined;
    at = token.to;
  };
  while (at < source.length) {
    const skipped = match(BLANK)?.[0] ?? match(NEWLINE)?.[0];
    if (skipped !== undefined) {
      at += skipped.length;
      if (/^[\r\n]/.test(skipped)) lineStart = at;
      continue;
    }
    const comment = match(COMMENT)?.[0];
    if (comment !== undefined) {
      comments.push({ from: at, to: at + comment.length });
      at += comment.length;
      continue;
    }
    const opening = match(STRING);
    if (opening !== null) {
      add(stringToken(source, at, opening));
      continue;
    }
    const kind = match(NAME) ? 'name' : match(NUMBER) ? 'number' : 'sign';
    const text = (match(kind === 'name' ? NAME : kind === 'number' ? NUMBER : SIGN)?.[0] ?? source[at]) as string;
    add({ kind, from: at, to: at + text.length, text });
  }
  return { tokens, comments };
}

function indentOf(source: string, from: number, to: number): number {
  let width = 0;
  for (let at = from; at < to; at += 1) width = source[at] === '\t' ? width + 8 - (width % 8) : width + 1;
  return width;
}

function stringToken(source: string, from: number, [start, prefix = '', quote = '"']: RegExpExecArray): Token {
  const begin = from + start.length;
  const format = /[ft]/i.test(prefix);
  const end = closingQuote(source, begin, quote, format);
  const inner = { from: begin, to: end ?? unclosedEnd(source, begin, quote) };
  const to = end === undefined ? inner.to : end + quote.length;
  const quotes = { prefix: prefix.toLowerCase(), inner, closed: end !== undefined };
  return { kind: 'string', from, to, text: source.slice(from, to), quotes };
}

/** Where the quote that closes a string begins; a string on one line must close on it. */
function closingQuote(source: string, begin: number, quote: string, format: boolean): number | undefined {
  let depth = 0;
  for (let at = begin; at < source.length; at += 1) {
    const sign = source[at] as string;
    if (sign === '\\') at += source.startsWith('\r\n', at + 1) ? 2 : 1;
    else if (quote.length === 1 && (sign === '\n' || sign === '\r')) return undefined;
    else if (depth > 0 && (sign === '"' || sign === "'")) {
      // Inside the braces of a format string its own quote may open another string.
      const nested = nestedEnd(source, at, sign);
      if (nested === undefined && source.startsWith(quote, at)) return at;
      at = nested ?? at;
    } else if (source.startsWith(quote, at)) return at;
    else if (format && source.startsWith('{{', at) && depth === 0) at += 1;
    else if (format && sign === '{') depth += 1;
    else if (format && sign === '}') depth = Math.max(0, depth - 1);
  }
  return undefined;
}

/** The last quote of a string inside braces, when it and the braces close on the line. */
function nestedEnd(source: string, at: number, quote: string): number | undefined {
  for (let end = at + 1; end < source.length && source[end] !== '\n'; end += 1) {
    if (source[end] === quote) return /^[^\n"']*\}/.test(source.slice(end + 1, end + 200)) ? end : undefined;
  }
  return undefined;
}

function unclosedEnd(source: string, begin: number, quote: string): number {
  if (quote.length === 3) return source.length;
  for (let at = begin; at < source.length; at += 1) {
    if (source[at] === '\\') at += source.startsWith('\r\n', at + 1) ? 2 : 1;
    else if (source[at] === '\n' || source[at] === '\r') return at;
  }
  return source.length;
}

const COMPOUND = new Set(
  'import from def class return while with try raise del global nonlocal assert pass break continue except finally elif'.split(
    ' ',
  ),
);

/** Whether the first token of a line begins a statement and can stand there inside no parentheses. */
export const isCompoundStatement = ({ kind, text }: Token): boolean => kind === 'name' && COMPOUND.has(text);

/** The number of tokens that begin before an offset. */
export function tokensBefore(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle] as Token).from < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
