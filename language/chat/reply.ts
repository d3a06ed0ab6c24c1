import type { Lang } from '../algorithm.ts';
import { type Call, explainCall, explainCalls, writeCode } from '../call.ts';
import { completeFix } from '../fix.ts';
import { entryOf, writeProgram } from '../program.ts';
import { summarize } from '../program-summary.ts';
import { findCalls } from '../python.ts';
import { changesBetween } from './comparison.ts';
import { escaped, inCode, paragraphs } from './markdown.ts';
import { messagesOf } from './mend.ts';
import { hardwareNote } from './outcome.ts';
import type { Route } from './route.ts';
import { CHAT } from './words.ts';

/** An answer that no model is needed for. */
export interface Known {
  readonly outcome: 'completed' | 'refused';
  readonly content: string;
  readonly code?: string;
  /** Of the code. */
  readonly calls: readonly Call[];
}

/** A reasoning of several steps has each on a line of its own; the text keeps its length, so that it can be streamed. */
function stepLines(reasoning: string): string {
  let next = 2;
  return reasoning.startsWith('1. ')
    ? reasoning.replace(/ (\d)\. /g, (all, digit: string) => {
        if (Number(digit) !== next) return all;
        next += 1;
        return `\n${digit}. `;
      })
    : reasoning;
}

/** A reasoning, or its first characters, as Markdown. */
export const reasoningMarkdown = (reasoning: string, end = reasoning.length): string =>
  escaped(stepLines(reasoning).slice(0, end));

/** What a written program is, with its reasoning: each step on its own. */
export const generatedMarkdown = (calls: readonly Call[], reasoning: string, lang: Lang): string =>
  paragraphs(reasoningMarkdown(reasoning === '' ? explainCalls(calls, lang) : reasoning), notes(calls, lang));

/** What stands below a reasoning. */
const notes = (calls: readonly Call[], lang: Lang): string =>
  paragraphs(
    calls.length === 1 ? calls.map((call) => sizeOf(call, lang)).join('') : undefined,
    hardwareNote(calls, lang),
  );

/** `3 qubits · depth 4 · 3 gates`, where there is a circuit. */
function sizeOf({ program }: Call, lang: Lang): string {
  const { columns } = CHAT[lang];
  const { qubits, circuit } = summarize(program);
  if (qubits === 0) return '';
  const facts = [`${columns.qubits} ${qubits}`];
  if (circuit !== undefined) facts.push(`${columns.depth} ${circuit.depth}`, `${columns.gates} ${circuit.gates}`);
  return `*${facts.join(' · ')}*`;
}

/** What a change did, and what the program is now. */
export function changeMarkdown(before: readonly Call[], after: readonly Call[], lang: Lang): string {
  const words = CHAT[lang];
  const [old] = before;
  const changes = after.flatMap((call, at) => {
    const from = before[at] ?? old;
    const lines = from === undefined ? [inCode(writeProgram(call.program))] : changesBetween(from, call, lang);
    return after.length === 1
      ? lines
      : [`${words.step} ${at + 1} · ${lines.join(', ') || entryOf(call.program).title[lang]}`];
  });
  const listed = changes.map((line) => `- ${line}`).join('\n');
  return paragraphs(
    changes.length === 0 ? words.unchanged : `**${words.changed}**\n\n${listed}`,
    after.length === 1 ? after.map((call) => escaped(explainCall(call, lang))).join('') : undefined,
    hardwareNote(after, lang),
  );
}

/** Code that was fixed, with what was wrong. */
export function fixedMarkdown(code: string, messages: readonly string[], lang: Lang): Known {
  const calls = findCalls(code).flatMap(({ call }) => call ?? []);
  const listed = messages.map((message) => `- ${escaped(message)}`).join('\n');
  const content = paragraphs(
    messages.length === 0 ? undefined : `**${CHAT[lang].fixed}**\n\n${listed}`,
    calls.length === 1 ? calls.map((call) => escaped(explainCall(call, lang))).join('') : undefined,
    hardwareNote(calls, lang),
  );
  return { outcome: 'completed', content, code, calls };
}

/** The model's calls in the words of a conversation; `undefined` when they do not help. */
export function repliedMarkdown(route: Route, calls: readonly Call[], reasoning: string): Known | undefined {
  const { lang } = route;
  switch (route.intent) {
    case 'change':
      return {
        outcome: 'completed',
        content: changeMarkdown(route.before.calls, calls, lang),
        code: writeCode(...calls),
        calls,
      };
    case 'fix': {
      const done = route.mended.state === 'unclear' ? completeFix(route.mended.plan, calls) : undefined;
      return done && fixedMarkdown(done.code, messagesOf(done, lang), lang);
    }
    default:
      return {
        outcome: 'completed',
        content: generatedMarkdown(calls, reasoning, lang),
        code: writeCode(...calls),
        calls,
      };
  }
}

/** The part of a fix that needed no model, with what it leaves; `undefined` when there is none. */
export function partlyFixed(route: Route): Known | undefined {
  const { lang } = route;
  if (route.intent !== 'fix' || route.mended.state !== 'unclear' || route.mended.plan.changes.length === 0)
    return undefined;
  const { plan } = route.mended;
  const left = plan.left.map(({ message }) => message[lang]);
  const fixed = fixedMarkdown(plan.code, messagesOf(plan, lang), lang);
  const rest = left.length === 0 ? '' : left.map((message) => `- ${escaped(message)}`).join('\n');
  return {
    ...fixed,
    content: paragraphs(fixed.content, rest === '' ? undefined : `**${CHAT[lang].left}**\n\n${rest}`),
  };
}
