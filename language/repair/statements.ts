import { keywordNamed } from '../keywords.ts';
import type { PythonFile } from '../python.ts';
import { isCompoundStatement, type Span, type Token } from '../python-tokens.ts';

/** One logical line of Python; a header such as `with ...:` is one of its own. */
export interface Statement extends Span {
  readonly tokens: readonly Token[];
  /** Width of its indentation; that of its line for what follows a semicolon. */
  readonly indent: number;
}

/** The statements of a text, as far as brackets that may be broken let them be told. */
export function statementsOf({ tokens }: Pick<PythonFile, 'tokens'>): Statement[] {
  const out: Statement[] = [];
  let own: Token[] = [];
  let [depth, indent] = [0, 0];
  const flush = () => {
    const [first, last] = [own[0], own.at(-1)];
    if (first !== undefined && last !== undefined) out.push({ from: first.from, to: last.to, tokens: own, indent });
    [own, depth] = [[], 0];
  };
  tokens.forEach((token, at) => {
    if (token.indent !== undefined && (depth === 0 || startsAnew(token, tokens[at + 1], indent))) {
      flush();
      indent = token.indent;
    }
    if (token.text === ';' && depth === 0) {
      flush();
      return;
    }
    if (token.kind === 'sign' && '([{'.includes(token.text)) depth += 1;
    if (token.kind === 'sign' && ')]}'.includes(token.text)) depth = Math.max(0, depth - 1);
    own.push(token);
  });
  flush();
  return out;
}

/** Whether a line begins a statement although a bracket before it is not closed. */
function startsAnew(token: Token, next: Token | undefined, indent: number): boolean {
  if (isCompoundStatement(token)) return true;
  if (token.kind !== 'name' || (token.indent ?? 0) > indent || keywordNamed(token.text)) return false;
  return next?.text === '=' || token.text === 'print';
}

/** The whole lines that a span touches, with the line end. */
export function linesOf(source: string, { from, to }: Span): Span {
  const end = source.indexOf('\n', to);
  return { from: source.lastIndexOf('\n', from - 1) + 1, to: end === -1 ? source.length : end + 1 };
}

/** The innermost statements that a span touches. */
export const touching = (statements: readonly Statement[], span: Span): Statement[] =>
  statements.filter(({ from, to }) => from <= span.to && span.from <= to);

/** `name` in `name = ...`, and where what it is given begins. */
export function assigned({ tokens }: Statement): { name: string; value: readonly Token[] } | undefined {
  const [name, sign] = tokens;
  if (name?.kind !== 'name' || sign?.text !== '=') return undefined;
  return { name: name.text, value: tokens.slice(2) };
}

/** The token that closes the bracket at an index. */
export function closerOf(tokens: readonly Token[], open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const { kind, text } = tokens[at] as Token;
    if (kind === 'sign' && '([{'.includes(text)) depth += 1;
    if (kind === 'sign' && ')]}'.includes(text)) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}
