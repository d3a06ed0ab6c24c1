import type { SyntaxNode, TreeCursor } from '@lezer/common';
import { parser } from '@lezer/python';
import { DEFAULT_BACKEND, DEFAULT_SHOTS } from './backends.ts';
import { type Call, writeCode } from './call.ts';
import { readProgram } from './program.ts';

/** A `quantum(...)` call as it stands in a source text; offsets are UTF-16 code units. */
export interface CallSite {
  readonly from: number;
  readonly to: number;
  /** The call when all its parts are understood. */
  readonly call?: Call;
}

/** Every `quantum(...)` call of a Python source, also in broken code. */
export function findCalls(source: string): CallSite[] {
  const sites: CallSite[] = [];
  const cursor: TreeCursor = parser.parse(source).cursor();
  do {
    if (cursor.name !== 'CallExpression') continue;
    const node = cursor.node;
    const callee = node.firstChild;
    if (callee === null || source.slice(callee.from, callee.to) !== 'quantum') continue;
    const call = readCall(node, source);
    sites.push({ from: node.from, to: node.to, ...(call && { call }) });
  } while (cursor.next());
  return sites;
}

function readCall(node: SyntaxNode, source: string): Call | undefined {
  const parts = argumentsOf(node, source);
  const program = parts?.program === undefined ? undefined : readProgram(parts.program);
  if (parts === undefined || program === undefined) return undefined;
  const assigned = node.parent?.name === 'AssignStatement' ? node.parent.firstChild : null;
  return {
    name: assigned === null || assigned.name !== 'VariableName' ? 'result' : source.slice(assigned.from, assigned.to),
    program,
    backend: parts.backend ?? DEFAULT_BACKEND,
    shots: parts.shots ?? DEFAULT_SHOTS,
  };
}

interface Arguments {
  program?: string;
  backend?: string;
  shots?: number;
}

/** The literal arguments of a call; `undefined` when one is unknown, repeated, or no literal. */
function argumentsOf(node: SyntaxNode, source: string): Arguments | undefined {
  const list = node.getChild('ArgList');
  if (list === null) return undefined;
  const out: Arguments = {};
  let key = 'program';
  for (let child = list.firstChild; child !== null; child = child.nextSibling) {
    const text = source.slice(child.from, child.to);
    if (['(', ')', 'AssignOp', 'Comment'].includes(child.name)) continue;
    if (child.name === ',') key = '';
    else if (child.name === 'VariableName' && child.nextSibling?.name === 'AssignOp') key = text;
    else if (child.name === 'String' && (key === 'program' || key === 'backend') && out[key] === undefined) {
      const value = plainString(text);
      if (value === undefined) return undefined;
      out[key] = value;
    } else if (child.name === 'Number' && key === 'shots' && out.shots === undefined && /^[\d_]+$/.test(text)) {
      out.shots = Number(text.replaceAll('_', ''));
    } else return undefined;
  }
  return out;
}

/** The value of a string literal without escapes or prefixes. */
const plainString = (literal: string): string | undefined =>
  /^(?:"([^"\\\n]*)"|'([^'\\\n]*)')$/
    .exec(literal)
    ?.slice(1)
    .find((part) => part !== undefined);

/** The call of a canonical file; `undefined` when the text is anything else. */
export function readCode(code: string): Call | undefined {
  const [site, ...more] = findCalls(code);
  if (site?.call === undefined || more.length > 0) return undefined;
  return writeCode(site.call) === code.trimEnd() ? site.call : undefined;
}
