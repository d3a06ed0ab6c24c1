import { backendNamed, DEFAULT_BACKEND, DEFAULT_SHOTS } from '../backends.ts';
import type { Call } from '../call.ts';
import { type Completion, completionsIn } from '../completions.ts';
import { type Program, programFromFacts, readProgram, writeProgram } from '../program.ts';
import type { CallSite } from '../python.ts';
import { pythonString } from '../python-literals.ts';
import { readRequest } from '../request.ts';
import { type Cursor, isInComment, lineStart, tokenBefore } from './cursor.ts';
import type { Suggestion } from './suggestion.ts';
import { commentAbove, isRequest, nameWords, type Words } from './words.ts';

const MOST_ALTERNATIVES = 5;

/** The call whose parentheses the cursor is in. */
export const callAround = ({ file, offset }: Cursor): CallSite | undefined =>
  file.calls.findLast(({ args }) => args.from <= offset && offset <= args.to);

/** How often and where a call runs. */
type Run = Pick<Call, 'backend' | 'shots'>;

/** What goes on inside the parentheses of a call: its program, its keywords, its end. */
export function inCall(cursor: Cursor, site: CallSite): Suggestion {
  const { file, offset, rest } = cursor;
  const ends = /^\s*["']?\s*(?:[),]|$)/.test(rest);
  if (isInComment(cursor) || !ends) return { kind: 'none' };
  const words = commentAbove(file.source, lineStart(file.source, site.from));
  const items = completionsIn(file, offset);
  const [first] = items;
  if (first === undefined) return ready(afterArgument(cursor, site, runOf(words)));
  if (items.some(({ kind }) => kind === 'program')) return program(cursor, site, items, words);
  if (first.kind === 'keyword') return ready([keywordsFrom(cursor, site, first, runOf(words))]);
  return ready(values(cursor, site, items, runOf(words)));
}

const ready = (texts: readonly (string | undefined)[]): Suggestion => {
  const some = texts.flatMap((text) => text ?? []);
  return some.length === 0 ? { kind: 'none' } : { kind: 'ready', texts: some.slice(0, MOST_ALTERNATIVES) };
};

/** What a comment says of the run; what it does not say is as documented. */
function runOf(words: Words | undefined): Run {
  const { backend, shots } = words === undefined ? {} : readRequest(words.prompt);
  return { backend: backend ?? DEFAULT_BACKEND, shots: shots ?? DEFAULT_SHOTS };
}

/** The program: by what is typed of it, by the name of the variable, or, under a comment, by the model. */
function program(cursor: Cursor, site: CallSite, items: readonly Completion[], words: Words | undefined): Suggestion {
  const { offset, file } = cursor;
  const [item] = items;
  if (item === undefined || file.source.slice(offset, item.to).trim() !== '') return { kind: 'none' };
  const typed = file.source.slice(item.from, offset);
  const write = (meant: Program, run: Run): string | undefined => {
    const text = writeProgram(meant);
    return startsWith(text, typed) ? withEnd(cursor, site, text.slice(typed.length), run) : undefined;
  };
  if (words !== undefined && isRequest(words) && typed === '') {
    return { kind: 'ask', prompt: words.prompt, write: ([call]) => call && write(call.program, call) };
  }
  const hint = words?.prompt ?? nameWords(site.name ?? '');
  const hinted = programFromFacts(readRequest(hint));
  const run = runOf(words);
  const others = items
    .filter(({ kind }) => kind === 'program')
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(({ label }) => (startsWith(label, typed) ? withEnd(cursor, site, label.slice(typed.length), run) : undefined));
  return ready([...new Set([hinted && write(hinted, run), ...others])]);
}

/** What most people mean when several programs begin alike. */
const COMMON = ['bell', 'ghz'];

const rankOf = ({ label }: Completion): number => {
  const rank = COMMON.indexOf(readProgram(label)?.algorithm ?? '');
  return rank === -1 ? COMMON.length : rank;
};

const startsWith = (text: string, typed: string): boolean =>
  text.length > typed.length && text.toLowerCase().startsWith(typed.toLowerCase());

/** The rest of a program string, with the quote, the keywords and the parenthesis that are still missing. */
function withEnd(cursor: Cursor, site: CallSite, text: string, run: Run): string | undefined {
  const { program: literal } = site;
  if (literal === undefined) return `${pythonString(text)}${endOf(cursor, site, run)}`;
  if (literal.closed || literal.quote === undefined) return text;
  return text.includes(literal.quote) ? undefined : `${text}${literal.quote}${endOf(cursor, site, run)}`;
}

/** The keywords that a call still lacks, and its parenthesis. */
function endOf({ rest }: Cursor, site: CallSite, run: Run): string {
  if (/^\s*,/.test(rest)) return '';
  const keywords = missing(site, run).map((text) => `, ${text}`);
  return keywords.join('') + parenthesis(site, rest);
}

const parenthesis = ({ closed }: CallSite, rest: string): string => (closed || rest.includes(')') ? '' : ')');

const missing = ({ keywords }: CallSite, { backend, shots }: Run): string[] => [
  ...(keywords.some(({ name }) => name === 'backend') ? [] : [`backend="${backend}"`]),
  ...(keywords.some(({ name }) => name === 'shots') ? [] : [`shots=${shots}`]),
];

function keywordsFrom(cursor: Cursor, site: CallSite, { from }: Completion, run: Run): string | undefined {
  const typed = cursor.file.source.slice(from, cursor.offset);
  const lacking = missing(site, run);
  const first = lacking.find((text) => text.startsWith(typed));
  if (first === undefined || (site.program === undefined && typed === '')) return undefined;
  const wanted = typed === '' ? lacking : [first, ...lacking.slice(lacking.indexOf(first) + 1)];
  const blank = /[,(]$/.test(cursor.prefix) && typed === '' ? ' ' : '';
  return `${blank}${wanted.join(', ').slice(typed.length)}${parenthesis(site, cursor.rest)}`;
}

/** A backend or a number of shots, by what is typed of it. */
function values(cursor: Cursor, site: CallSite, items: readonly Completion[], run: Run): string[] {
  const { file, offset } = cursor;
  const [item] = items;
  if (item === undefined || file.source.slice(offset, item.to).trim() !== '') return [];
  const typed = file.source.slice(item.from, offset);
  const name = item.kind === 'shots' ? 'shots' : 'backend';
  const wanted = item.insertText.startsWith('"') ? pythonString(run.backend) : String(run[name]);
  const known = [...new Set([wanted, ...items.map(({ insertText }) => insertText)])];
  const longer = known.filter((text) => text.startsWith(typed) && text !== typed);
  const complete = name === 'backend' ? backendNamed(typed) !== undefined : longer.length === 0;
  const chosen = typed === '' ? longer.slice(0, 1) : complete ? [typed] : longer;
  const literal = site.keywords.find((keyword) => keyword.literal?.from === item.from)?.literal;
  const end = literal?.closed ? '' : `${literal?.quote ?? ''}${endOf(cursor, withKeyword(site, name), run)}`;
  return chosen.map((text) => text.slice(typed.length) + end).filter((text) => text !== '');
}

/** The call once the keyword that is being written counts as written. */
const withKeyword = (site: CallSite, name: string): CallSite => {
  const nowhere = { from: 0, to: 0 };
  return { ...site, keywords: [...site.keywords, { name, nameSpan: nowhere, valueSpan: nowhere }] };
};

/** What follows an argument that is complete. */
function afterArgument(cursor: Cursor, site: CallSite, run: Run): (string | undefined)[] {
  const last = tokenBefore(cursor, cursor.offset);
  const complete =
    last !== undefined && last.to <= cursor.offset && (last.quotes?.closed === true || last.kind === 'number');
  if (!complete || site.program === undefined || last.from < site.args.from) return [];
  const text = endOf(cursor, site, run);
  return [text === '' ? undefined : text];
}
