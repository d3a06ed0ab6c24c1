import type { Span, Token } from './python-tokens.ts';

/** A string that is written out: `from` and `to` enclose the text between the quotes. */
export interface Literal extends Span {
  readonly value: string;
  /** With quotes and prefix, from the first to the last part. */
  readonly outer: Span;
  readonly closed: boolean;
  /** One part without a prefix in single-line quotes, so that its text can be edited in place. */
  readonly quote?: '"' | "'";
}

const ESCAPE = /\\(\r\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[^}]*\}|[0-7]{1,3}|.)/gs;
const SHORT: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  '\\': '\\',
  '"': '"',
  "'": "'",
  '\n': '',
  '\r\n': '',
  '\r': '',
};

function unescaped(whole: string, code: string): string {
  const short = SHORT[code];
  if (short !== undefined) return short;
  if (code.startsWith('N{')) return '\ufffd';
  const number = /^[0-7]/.test(code) ? Number.parseInt(code, 8) : Number.parseInt(code.slice(1), 16);
  if (!/^(?:[0-7]|x..|u.|U.)/.test(code) || Number.isNaN(number)) return whole;
  return number > 0x10ffff ? '\ufffd' : String.fromCodePoint(number);
}

/** The string that tokens side by side are; `undefined` for bytes, format strings and everything else. */
export function literalOf(tokens: readonly Token[]): Literal | undefined {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first?.quotes === undefined || last?.quotes === undefined) return undefined;
  let value = '';
  for (const { quotes, text, from } of tokens) {
    if (quotes === undefined || !['', 'r', 'u'].includes(quotes.prefix)) return undefined;
    const inner = text.slice(quotes.inner.from - from, quotes.inner.to - from);
    value += quotes.prefix === 'r' ? inner : inner.replace(ESCAPE, unescaped);
  }
  const plain = tokens.length === 1 && /^(["'])(?!\1\1)/.exec(first.text);
  return {
    from: first.quotes.inner.from,
    to: last.quotes.inner.to,
    value,
    outer: { from: first.from, to: last.to },
    closed: tokens.every(({ quotes }) => quotes?.closed),
    ...(plain && { quote: plain[1] as '"' | "'" }),
  };
}

/** The number that tokens are, with its sign; `undefined` for anything else. */
export function numberOf(tokens: readonly Token[]): number | undefined {
  const signed = tokens.length === 2 && tokens[0]?.kind === 'sign' && /^[-+]$/.test(tokens[0].text);
  const token = tokens[signed ? 1 : 0];
  if (token?.kind !== 'number' || tokens.length !== (signed ? 2 : 1)) return undefined;
  const value = Number(token.text.replaceAll('_', ''));
  if (Number.isNaN(value)) return undefined;
  return tokens[0]?.text === '-' ? -value : value;
}

/** A Python string with this value. */
export const pythonString = (value: string): string => JSON.stringify(value).replaceAll('\u007f', '\\x7f');

/** The edit that gives a literal another value: in place where its quotes allow, else as a whole. */
export function replaceLiteral(literal: Literal, value: string): { from: number; to: number; text: string } {
  const { quote, closed, from, to, outer } = literal;
  const inPlace = quote !== undefined && closed && !value.includes(quote) && !/[\\\r\n]/.test(value);
  return inPlace ? { from, to, text: value } : { ...outer, text: pythonString(value) };
}
