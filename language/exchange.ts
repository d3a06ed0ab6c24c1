import type { Lang } from './algorithm.ts';
import { type Call, explainCall, IMPORT_LINE, writeCode } from './call.ts';
import { readCode } from './python.ts';
import { REFUSAL_REASONS, type RefusalReason } from './refusal.ts';

/** What the model is asked for: an answer with its reasoning, or the code alone. */
export type Task = 'generate' | 'code';

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

/** The reply that training teaches for a call; `note` is a sentence before the reasoning. */
export const replyText = (task: Task, call: Call, lang: Lang, note = ''): string =>
  task === 'code' ? writeCode(call) : `${note}${explainCall(call, lang)}\n${writeCode(call)}`;

export const refusalText = (reason: RefusalReason, lang: Lang): string => `refuse ${reason} ${lang}`;

/** A finished reply, read. */
export type Reply =
  | { readonly outcome: 'completed'; readonly reasoning: string; readonly code: string; readonly call: Call }
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
  const call = readCode(code);
  return call === undefined
    ? { outcome: 'unreadable' }
    : { outcome: 'completed', reasoning, code: code.trimEnd(), call };
}
