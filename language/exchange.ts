import type { Lang } from './algorithm.ts';
import { type Call, explainCalls, IMPORT_LINE, writeCode } from './call.ts';
import { readCode } from './python.ts';
import { REFUSAL_REASONS, type RefusalReason } from './refusal.ts';

/** What the model is asked for: an answer with its reasoning, the code alone, or given code mended or changed. */
export type Task = 'generate' | 'code' | 'fix';

/** Text is tokenised without special tokens, so that a prompt can never end its own turn. */
export type Part = { readonly special: string } | { readonly text: string };

export const END = '<|im_end|>';

/** The model's prompt. The role of the first turn is the task. */
export const promptParts = (task: Task, prompt: string): Part[] => [
  { special: '<|im_start|>' },
  { text: `${task}\n${prompt}` },
  { special: END },
  { text: '\n' },
  { special: '<|im_start|>' },
  { text: 'assistant\n' },
];

/** The prompt of the task `fix`: the code, and what the person says about it (a wish, a message, a traceback), if anything. */
export const fixPrompt = (code: string, says = ''): string => (says === '' ? code : `${code}\n---\n${says}`);

/** The reply that training teaches for calls; `note` is a sentence before the reasoning. */
export const replyText = (task: Task, calls: readonly Call[], lang: Lang, note = ''): string =>
  task === 'generate' ? `${note}${explainCalls(calls, lang)}\n${writeCode(...calls)}` : writeCode(...calls);

export const refusalText = (reason: RefusalReason, lang: Lang): string => `refuse ${reason} ${lang}`;

/** A finished reply, read. */
export type Reply =
  | {
      readonly outcome: 'completed';
      readonly reasoning: string;
      readonly code: string;
      readonly calls: readonly Call[];
    }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason; readonly lang: Lang }
  | { readonly outcome: 'unreadable' };

const REFUSAL = /^refuse (\w+) (en|es)$/;

/** Splits a reply, finished or not, into its reasoning and its code. */
export function splitReply(text: string): { reasoning: string; code: string } {
  const start = text.startsWith(IMPORT_LINE) ? 0 : text.indexOf(`\n${IMPORT_LINE}`);
  if (start === -1) return { reasoning: text, code: '' };
  return { reasoning: text.slice(0, start), code: text.slice(start).trimStart() };
}

/** Reads a finished reply; whatever is not canonical code or a refusal is unreadable. */
export function readReply(text: string): Reply {
  const refused = REFUSAL.exec(text.trim());
  if (refused !== null) {
    const reason = REFUSAL_REASONS.find((known) => known === refused[1]);
    return reason === undefined ? { outcome: 'unreadable' } : { outcome: 'refused', reason, lang: refused[2] as Lang };
  }
  const { reasoning, code } = splitReply(text);
  const calls = readCode(code);
  return calls === undefined
    ? { outcome: 'unreadable' }
    : { outcome: 'completed', reasoning, code: code.trimEnd(), calls };
}
