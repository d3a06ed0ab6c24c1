import { readArguments, type WrittenArguments } from './python-arguments.ts';
import type { Names } from './python-imports.ts';
import { isCompoundStatement, type Span, type Token } from './python-tokens.ts';

/** A `quantum(...)` call as it stands in a text, whether or not it can be understood. */
export interface WrittenCall extends Span, WrittenArguments {
  readonly callee: Span;
  /** The module before `.quantum`, where it is written. */
  readonly module?: string;
  /** The variable that the result is bound to. */
  readonly name?: string;
}

/** Every call in a text, in its order. */
export function readCalls(source: string, tokens: readonly Token[], names: Names): WrittenCall[] {
  const calls: WrittenCall[] = [];
  let lineIndent = 0;
  let depth = 0;
  let brokenUntil = Number.POSITIVE_INFINITY;
  tokens.forEach((token, at) => {
    if (token.indent !== undefined) {
      lineIndent = token.indent;
      if (isCompoundStatement(token) || token.from >= brokenUntil) {
        depth = 0;
        brokenUntil = Number.POSITIVE_INFINITY;
      }
    }
    depth = depthAfter(depth, token);
    const start = calleeStart(tokens, at, names);
    if (start === undefined) return;
    const callee = { from: (tokens[start] as Token).from, to: token.to };
    const args = readArguments(source, tokens, at + 1, lineIndent);
    if (!args.closed) brokenUntil = args.args.to;
    const name = targetOf(tokens, start, depth);
    const module = start === at ? undefined : tokens[start]?.text;
    const to = args.closed ? args.args.to + 1 : args.lastTo;
    calls.push({ from: callee.from, to, callee, ...(module && { module }), ...(name && { name }), ...args });
  });
  return calls;
}

function depthAfter(depth: number, { kind, text }: Token): number {
  if (kind !== 'sign') return depth;
  if (text === '(' || text === '[' || text === '{') return depth + 1;
  return text === ')' || text === ']' || text === '}' ? Math.max(0, depth - 1) : depth;
}

/** The first token of the callee that ends at a token, when it is ours. */
function calleeStart(tokens: readonly Token[], at: number, { functions, modules }: Names): number | undefined {
  const [token, next] = [tokens[at] as Token, tokens[at + 1]];
  if (token.kind !== 'name' || next?.text !== '(' || next.indent !== undefined) return undefined;
  const before = tokens[at - 1]?.text;
  if (before !== '.') return functions.has(token.text) && before !== 'def' && before !== 'class' ? at : undefined;
  const module = tokens[at - 2];
  const ours = token.text === 'quantum' && module?.kind === 'name' && modules.has(module.text);
  return ours && tokens[at - 3]?.text !== '.' ? at - 2 : undefined;
}

/** `name` in `name = quantum(...)`, with an annotation or without, and in `name := quantum(...)`. */
function targetOf(tokens: readonly Token[], start: number, depth: number): string | undefined {
  const [nearest, sign] = [tokens[start - 2], tokens[start - 1]?.text];
  if (sign === ':=') return nearest?.kind === 'name' ? nearest.text : undefined;
  if (sign !== '=' || depth > 0) return undefined;
  let at = start - 2;
  while (at > 0 && tokens[at]?.indent === undefined && tokens[at - 1]?.text !== ';') at -= 1;
  const [first, second] = [tokens[at], tokens[at + 1]?.text];
  return first?.kind === 'name' && (second === '=' || second === ':') ? first.text : undefined;
}
