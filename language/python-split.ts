import { keywordNamed } from './keywords.ts';
import { isCompoundStatement, type Span, type Token } from './python-tokens.ts';

/** What keeps an argument list from being Python. */
export type FlawKind =
  | 'unclosed_string'
  | 'unclosed_parenthesis'
  | 'missing_comma'
  | 'missing_value'
  | 'empty_argument'
  | 'repeated_keyword'
  | 'positional_after_keyword';

export interface Flaw extends Span {
  readonly kind: FlawKind;
}

/** The tokens of one argument. */
export type Part = readonly Token[];

interface Split {
  readonly parts: readonly Part[];
  /** The token at which the list ends: its parenthesis, or what does not belong to it any more. */
  readonly end: number;
  readonly closed: boolean;
  readonly flaws: readonly Flaw[];
}

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Splits what is behind the parenthesis at `open` at its commas, also where one is missing. */
export function splitArguments(tokens: readonly Token[], open: number, lineIndent: number): Split {
  const flaws: Flaw[] = [];
  const parts: Part[] = [];
  const expected: string[] = [')'];
  let part: Token[] = [];
  const finish = (at: number, closed: boolean): Split => {
    if (part.length > 0) parts.push(part);
    return { parts, end: at, closed, flaws };
  };
  for (let at = open + 1; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const { kind, text } = token;
    if (beginsStatement(tokens, at, lineIndent)) return finish(at, false);
    const closer = kind === 'sign' ? CLOSERS[text] : undefined;
    if (kind === 'sign' && (text === ')' || text === ']' || text === '}')) {
      const match = expected.lastIndexOf(text);
      if (match <= 0) return finish(at, match === 0);
      expected.length = match;
    } else if (expected.length === 1 && text === ',' && kind === 'sign') {
      if (part.length === 0) flaws.push({ kind: 'empty_argument', from: token.from, to: token.to });
      else parts.push(part);
      part = [];
      continue;
    } else if (expected.length === 1 && lacksComma(part, token, tokens[at + 1])) {
      const { to } = part.at(-1) as Token;
      flaws.push({ kind: 'missing_comma', from: to, to: token.from });
      parts.push(part);
      part = [];
    }
    if (closer !== undefined) expected.push(closer);
    part.push(token);
  }
  return finish(tokens.length, false);
}

/** Words that may stand between two values, or before one. */
const JOINING = new Set('and or not in is if else for lambda await async yield from'.split(' '));

/** Whether a token cannot go on with the argument before it. */
function lacksComma(part: readonly Token[], { kind, text }: Token, next: Token | undefined): boolean {
  const before = part.at(-1);
  if (before === undefined || kind === 'sign' || JOINING.has(text)) return false;
  if (part.some((token) => token.text === 'lambda') && next?.text === '=') return false;
  if (before.kind === 'sign') return before.text in { ')': 1, ']': 1, '}': 1 };
  return before.kind === 'string' ? kind !== 'string' : !JOINING.has(before.text);
}

/**
 * Whether a token begins a new statement although the parenthesis is still open: a word that cannot stand there, or a
 * name no further right than the line of the call, unless it is one of our keywords with a value.
 */
function beginsStatement(tokens: readonly Token[], at: number, lineIndent: number): boolean {
  const token = tokens[at] as Token;
  const { kind, text, indent } = token;
  if (indent === undefined) return false;
  if (isCompoundStatement(token)) return true;
  if (indent > lineIndent) return false;
  if (kind === 'sign') return text === '@';
  if (kind !== 'name' || ['and', 'or', 'not', 'in', 'is'].includes(text)) return false;
  const goesOn = keywordNamed(text) !== undefined && tokens[at + 1]?.text === '=';
  return !(goesOn && [',', '('].includes(tokens[at - 1]?.text ?? ''));
}
