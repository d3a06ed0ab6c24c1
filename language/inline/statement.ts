import { type Call, IMPORT_LINE, writeCode } from '../call.ts';
import { withoutImport } from '../imports.ts';
import { programFromFacts } from '../program.ts';
import { bindsQuantum, reaches } from '../python-imports.ts';
import { readRequest } from '../request.ts';
import { answerByTemplate } from '../template.ts';
import { type Cursor, lineStart } from './cursor.ts';
import { fitted } from './fitting.ts';
import type { Suggestion } from './suggestion.ts';
import { commentAbove, type FunctionHead, functionAbove, isRequest, nameWords, type Words } from './words.ts';

/** The beginning of a statement that a call could go on with: `name = qu`, or some of `result`. */
const ASSIGNMENT = /^([\p{L}_][\p{L}\p{N}_]*)\s*(?::\s*\w+\s*)?=(\s*)([\w.]*)$/u;
const DEFAULT_NAME = 'result';

/** How the code of an answer is written at a place. */
interface Form {
  /** The variable on the left of the `=`, or the one that the code below expects. */
  readonly name: string | undefined;
  /** What of the statement is typed, from its first word or from behind its `=`. */
  readonly typed: string;
  readonly assigned: boolean;
  readonly last: 'print' | 'return';
}

/** A whole statement: under a comment, in a function, after `name =`, or where one is asked for by hand. */
export function statement(cursor: Cursor): Suggestion {
  if (cursor.rest.trim() !== '') return { kind: 'none' };
  const { file, offset, typed, invoked } = cursor;
  const assignment = ASSIGNMENT.exec(typed);
  const form = formOf(cursor, assignment);
  if (form === undefined || (!invoked && isAnswered(cursor))) return { kind: 'none' };
  const write = (calls: readonly Call[]): string | undefined => written(cursor, form, calls);
  const ask = (words: Words): Suggestion =>
    invoked || isRequest(words) ? { kind: 'ask', prompt: words.prompt, write } : { kind: 'none' };

  const comment = commentAbove(file.source, offset);
  if (comment !== undefined) return ask(comment);
  const head = headOf(cursor);
  if (head?.docstring !== undefined) return ask({ prompt: head.docstring, ours: false });
  const name = nameWords(head?.name ?? assignment?.[1] ?? '');
  const named = namedCall(name, write);
  if (named !== undefined) return named;
  if (assignment?.[3]) return callOf('Bell state', write);
  const asked = name === '' ? moduleWords(cursor) : name;
  return invoked && asked !== '' ? ask({ prompt: asked, ours: true }) : { kind: 'none' };
}

function formOf(cursor: Cursor, assignment: RegExpExecArray | null): Form | undefined {
  const { typed } = cursor;
  const last = lastOf(headOf(cursor));
  if (assignment !== null) {
    const [, name, blank = '', callee = ''] = assignment;
    if (!(calleeOf(cursor) ?? 'quantum').startsWith(callee)) return undefined;
    return { name, typed: `${blank === '' ? '' : ' '}${callee}`, assigned: true, last };
  }
  const name = expectedBelow(cursor);
  const begins = typed === '' || [name ?? DEFAULT_NAME, IMPORT_LINE].some((start) => start.startsWith(typed));
  return begins ? { name, typed, assigned: false, last } : undefined;
}

/** A function gives back what it has run, unless it is there to show it. */
const lastOf = (head: FunctionHead | undefined): Form['last'] =>
  head === undefined || /\b(main|print|show|imprim\w*|muestra)/i.test(`${nameWords(head.name)} ${head.docstring ?? ''}`)
    ? 'print'
    : 'return';

function headOf(cursor: Cursor): FunctionHead | undefined {
  const head = functionAbove(cursor);
  return head !== undefined && cursor.indent.length > head.indent ? head : undefined;
}

/** The name that the next line prints or returns although nothing has bound it. */
function expectedBelow({ prefix, suffix }: Cursor): string | undefined {
  const next = suffix.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  const name = /^\s*(?:return\s+|print\()([\p{L}_][\p{L}\p{N}_]*)\b/u.exec(next)?.[1];
  return name !== undefined && !new RegExp(`\\b${name}\\s*(?::[^=\\n]*)?=`).test(prefix) ? name : undefined;
}

/** Whether the next statement is a call already. */
const isAnswered = ({ file, offset }: Cursor): boolean =>
  file.calls.some(
    ({ from }) => from > offset && /^\s*(?:[\p{L}_][\p{L}\p{N}_]*\s*=\s*)?$/u.test(file.source.slice(offset, from)),
  );

/** The sentence at the head of a file that has no call yet. */
function moduleWords({ file }: Cursor): string {
  const [first] = file.tokens;
  if (first?.quotes === undefined || file.calls.length > 0) return '';
  return file.source.slice(first.quotes.inner.from, first.quotes.inner.to).replace(/\s+/g, ' ').trim();
}

type Write = (calls: readonly Call[]) => string | undefined;

function namedCall(name: string, write: Write): Suggestion | undefined {
  return programFromFacts(readRequest(name)) === undefined ? undefined : callOf(name, write);
}

function callOf(words: string, write: Write): Suggestion {
  const answer = answerByTemplate(words);
  const text = answer.outcome === 'completed' ? write([answer.call]) : undefined;
  return text === undefined ? { kind: 'none' } : { kind: 'ready', texts: [text] };
}

/** The code of the calls as it stands here: indented, under the names that are wanted, without what is there already. */
function written(cursor: Cursor, form: Form, calls: readonly Call[]): string | undefined {
  const { indent, suffix } = cursor;
  const named = renamed(cursor, form, calls);
  const [only] = named;
  if (only === undefined) return undefined;
  const code = writeCode(...named);
  const callee = calleeOf(cursor);
  const lines = (form.assigned || callee !== undefined ? withoutImport(code) : code)
    .replaceAll(' = quantum("', ` = ${callee ?? 'quantum'}("`)
    .split('\n');
  const last = `print(${named.at(-1)?.name})`;
  const isUsed = new RegExp(`\\b${named.at(-1)?.name}\\b`).test(suffix);
  if (lines.at(-1) === last && isUsed) lines.pop();
  else if (lines.at(-1) === last && form.last === 'return' && named.length === 1) {
    lines[lines.length - 1] = `return ${only.name}`;
  }
  const text = lines.map((line, at) => (at === 0 || line === '' ? line : indent + line)).join('\n');
  const start = form.assigned ? text.slice(`${only.name} =`.length) : text;
  if (!start.startsWith(form.typed) && !form.assigned) return undefined;
  const insertion = start.slice(form.typed.length);
  return fitted(cursor, insertion);
}

/** What the function is called where code at the cursor stands; `undefined` when it is not imported there. */
function calleeOf({ file, offset }: Cursor): string | undefined {
  const known = file.imports.filter((line) => line.to <= offset && reaches(file.tokens, line, offset));
  const own = known.findLast(bindsQuantum);
  if (own !== undefined) return own.as === '*' ? 'quantum' : own.as;
  const module = known.findLast((line) => line.module === 'bioql' && line.member === undefined);
  return module && `${module.as}.quantum`;
}

/** The calls under names that fit: the one that is typed or expected, or `result` with a number while that is taken. */
function renamed({ file, indent, offset }: Cursor, { name, assigned }: Form, calls: readonly Call[]): Call[] {
  const own = lineStart(file.source, offset);
  const taken = new Set(
    indent === '' ? file.calls.filter(({ from }) => from < own || from > offset).map((site) => site.name) : [],
  );
  const free = (wanted: string): string => {
    const base = wanted.replace(/_\d+$/, '');
    let chosen = wanted;
    for (let count = 2; taken.has(chosen); count += 1) chosen = `${base}_${count}`;
    taken.add(chosen);
    return chosen;
  };
  return calls.map((call, at) => {
    if (at === 0 && name !== undefined && (assigned || calls.length === 1)) {
      taken.add(name);
      return { ...call, name };
    }
    return { ...call, name: free(call.name) };
  });
}
