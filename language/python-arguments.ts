import { type Literal, literalOf, numberOf } from './python-literals.ts';
import { type Flaw, type Part, splitArguments } from './python-split.ts';
import type { Span, Token } from './python-tokens.ts';

/** A keyword argument of a call. */
export interface Keyword {
  readonly name: string;
  readonly nameSpan: Span;
  /** Empty while the value is still missing. */
  readonly valueSpan: Span;
  /** The value when it is written out and, for a string, closed. */
  readonly value?: string | number;
  /** Where the text of a string value is. */
  readonly literal?: Literal;
}

/** The arguments of a call as they stand in a text. */
export interface WrittenArguments {
  /** Between the parentheses; up to the next statement when they are not closed. */
  readonly args: Span;
  readonly closed: boolean;
  /** Where the last token between the parentheses ends. */
  readonly lastTo: number;
  readonly program?: Literal;
  readonly keywords: readonly Keyword[];
  /** Arguments that are neither the program nor a keyword, such as a second positional one or `**options`. */
  readonly others: readonly Span[];
  /** In the order of their place. */
  readonly flaws: readonly Flaw[];
}

/** Reads the arguments behind the parenthesis at `open`, in a line with this indentation. */
export function readArguments(
  source: string,
  tokens: readonly Token[],
  open: number,
  lineIndent: number,
): WrittenArguments {
  const openTo = (tokens[open] as Token).to;
  const { parts, end, closed, flaws } = splitArguments(tokens, open, lineIndent);
  const lastTo = tokens[end - 1]?.to ?? openTo;
  const parenthesis: Flaw[] = closed ? [] : [{ kind: 'unclosed_parenthesis', from: openTo - 1, to: openTo }];
  const read = sortParts(parts, closed);
  return {
    args: { from: openTo, to: argumentsEnd(source, tokens[end], closed) },
    closed,
    lastTo,
    ...read,
    flaws: [...flaws, ...stringFlaws(parts), ...read.flaws, ...parenthesis].sort((a, b) => a.from - b.from),
  };
}

/** Up to a closing bracket, to the end of the line before the next statement, or to the end of the text. */
function argumentsEnd(source: string, stop: Token | undefined, closed: boolean): number {
  if (stop === undefined) return source.length;
  if (closed || stop.indent === undefined) return stop.from;
  return source.slice(0, stop.from).replace(/(?:\r\n|\n|\r)[^\r\n]*$/, '').length;
}

const stringFlaws = (parts: readonly Part[]): Flaw[] =>
  parts
    .flat()
    .flatMap(({ quotes, from, to }) => (quotes?.closed === false ? [{ kind: 'unclosed_string', from, to }] : []));

type Sorted = Pick<WrittenArguments, 'program' | 'keywords' | 'others' | 'flaws'>;

/** Tells the program from the keywords and the rest. */
function sortParts(parts: readonly Part[], closed: boolean): Sorted {
  const keywords: Keyword[] = [];
  const others: Span[] = [];
  const flaws: Flaw[] = [];
  let first: Part | undefined;
  for (const part of parts) {
    const span = spanOf(part);
    const keyword = keywordOf(part, closed);
    if (keyword !== undefined) {
      const repeated = keywords.some(({ name }) => name === keyword.name) || (keyword.name === 'program' && first);
      if (repeated) flaws.push({ kind: 'repeated_keyword', ...keyword.nameSpan });
      if (keyword.valueSpan.from === keyword.valueSpan.to) flaws.push({ kind: 'missing_value', ...span });
      keywords.push(keyword);
    } else if (part[0]?.kind === 'sign' && /^\*/.test(part[0].text)) others.push(span);
    else {
      if (keywords.length > 0) flaws.push({ kind: 'positional_after_keyword', ...span });
      if (first === undefined) first = part;
      else others.push(span);
    }
  }
  const named = keywords.find(({ name }) => name === 'program')?.literal;
  const program = first === undefined ? named : literalIn(first, closed);
  if (first !== undefined && program === undefined) others.push(spanOf(first));
  return { ...(program && { program }), keywords, others, flaws };
}

function keywordOf(part: Part, closed: boolean): Keyword | undefined {
  const [name, sign, ...value] = part;
  if (name?.kind !== 'name' || sign?.text !== '=') return undefined;
  const literal = literalIn(value, closed);
  const known = literal === undefined ? numberOf(value) : literal.closed ? literal.value : undefined;
  return {
    name: name.text,
    nameSpan: { from: name.from, to: name.to },
    valueSpan: value.length === 0 ? { from: sign.to, to: sign.to } : spanOf(value),
    ...(known !== undefined && { value: known }),
    ...(literal && { literal }),
  };
}

const spanOf = (part: Part): Span => ({ from: part[0]?.from ?? 0, to: part.at(-1)?.to ?? 0 });

/** A string that is not closed has taken the parenthesis of a call that is not closed. */
function literalIn(part: Part, closed: boolean): Literal | undefined {
  const literal = literalOf(part);
  return literal && !literal.closed && !closed ? withoutParenthesis(literal) : literal;
}

function withoutParenthesis(literal: Literal): Literal {
  const count = (sign: string) => literal.value.split(sign).length;
  const [tail = ''] = count(')') > count('(') ? (/\)[\s)]*$/.exec(literal.value) ?? []) : [];
  return tail === ''
    ? literal
    : { ...literal, to: literal.to - tail.length, value: literal.value.slice(0, -tail.length) };
}
