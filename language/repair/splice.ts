import { DEFAULT_BACKEND, DEFAULT_SHOTS } from '../backends.ts';
import type { Call } from '../call.ts';
import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { keywordNamed } from '../keywords.ts';
import { writeProgram } from '../program.ts';
import type { CallSite, PythonFile } from '../python.ts';
import { pythonString, replaceLiteral } from '../python-literals.ts';
import { callText, replaceBlock } from './block.ts';
import type { Left } from './left.ts';
import { linesOf } from './statements.ts';

/** How many calls these places have. */
export const callsIn = (left: readonly Left[]): number =>
  left.reduce((sum, each) => sum + (each.kind === 'call' ? 1 : each.block.spots.length), 0);

/**
 * The edits that make the calls stand in these places, in order, and leave everything else: names, prints, comments,
 * indentation. More calls than places come behind the last one; fewer are no answer.
 */
export function splice(file: PythonFile, left: readonly Left[], calls: readonly Call[]): TextEdit[] | undefined {
  const needed = callsIn(left);
  const last = left.at(-1);
  if (last === undefined || calls.length < needed) return undefined;
  const rest = [...calls];
  const edits = left.flatMap((each) => {
    const own = rest.splice(0, each.kind === 'call' ? 1 : each.block.spots.length);
    if (each.kind === 'block') return replaceBlock(file.source, each.block, own.map(callText));
    return own.flatMap((call) => mended(each.site, call, file.source));
  });
  return rest.length === 0 ? edits : [...edits, appended(file, last, rest)];
}

/** The edits that make one call say what another does. */
export function mended(site: CallSite, call: Call, source: string): TextEdit[] {
  const { program, keywords, others, flaws, meaning } = site;
  const isPlain = flaws.length === 0 && others.length === 0 && keywords.every(({ name }) => keywordNamed(name));
  if (!isPlain || program === undefined || !program.closed) return [rewritten(site, call, source)];
  const text = writeProgram(call.program);
  const edits: TextEdit[] = [];
  if (meaning === undefined || writeProgram(meaning) !== text) edits.push(replaceLiteral(program, text));
  const added: string[] = [];
  for (const [name, value, standard] of [
    ['backend', call.backend, DEFAULT_BACKEND],
    ['shots', call.shots, DEFAULT_SHOTS],
  ] as const) {
    const keyword = keywords.find((known) => known.name === name);
    const written = typeof value === 'string' ? pythonString(value) : String(value);
    if (keyword === undefined) {
      if (value !== standard) added.push(`, ${name}=${written}`);
    } else if (keyword.value !== undefined && keyword.value !== value)
      edits.push(
        keyword.literal && typeof value === 'string'
          ? replaceLiteral(keyword.literal, value)
          : { ...keyword.valueSpan, text: written },
      );
  }
  if (added.length > 0) edits.push({ from: program.outer.to, to: program.outer.to, text: added.join('') });
  return edits.sort((a, b) => a.from - b.from);
}

/** The whole call anew, with the key that it was given. */
function rewritten({ callee, keywords, from, to }: CallSite, call: Call, source: string): TextEdit {
  const key = keywords.find(({ name }) => name === 'api_key');
  const more = key === undefined ? '' : `, ${source.slice(key.nameSpan.from, key.valueSpan.to)}`;
  const text = callText(call)
    .replace(/^quantum/, source.slice(callee.from, callee.to))
    .replace(/\)$/, `${more})`);
  return { from, to, text };
}

/** More calls behind the statement of the last place, each with its print, by names that are free. */
function appended({ source, tokens }: PythonFile, last: Left, calls: readonly Call[]): TextEdit {
  const taken = new Set(tokens.filter(({ kind }) => kind === 'name').map(({ text }) => text));
  const base = (last.kind === 'call' ? last.site.name : last.block.spots.at(-1)?.name) ?? 'result';
  const line = linesOf(source, { from: last.to, to: last.to });
  const indent = /^[ \t]*/.exec(source.slice(linesOf(source, { from: last.from, to: last.from }).from))?.[0] ?? '';
  const next = printBehind(source, line.to, base);
  const lines = calls.flatMap((call) => {
    let number = 2;
    while (taken.has(`${base}_${number}`)) number += 1;
    const name = `${base}_${number}`;
    taken.add(name);
    return [`${indent}${name} = ${callText(call)}`, `${indent}print(${name})`];
  });
  const text = lines.join('\n');
  const ended = source.slice(0, next).endsWith('\n');
  return { from: next, to: next, text: ended ? `${text}\n` : `\n${text}` };
}

/** Behind the line that prints the result, where that comes next. */
function printBehind(source: string, at: number, name: string): number {
  const printed = new RegExp(`^[ \\t]*print\\(${name}\\b[^\\n]*(?:\\n|$)`).exec(source.slice(at));
  return at + (printed?.[0].length ?? 0);
}
