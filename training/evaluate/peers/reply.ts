import type { Answer } from '../answer.ts';

const BLOCK = /```(?:python|py)?[ \t]*\n([\s\S]*?)(?:\n```|$)/;
const REFUSAL = /^\W*refuse:? (\w+)/i;

/** Whether a growing text has its whole code block, so that what follows does not matter. */
export const isComplete = (text: string): boolean => /```(?:python|py)?[ \t]*\n[\s\S]*?\n```/.test(text);

/** What a free text answers: a refusal where it begins with one, else its first code block, else the text itself. */
export function readFreeReply(text: string): Pick<Answer, 'outcome' | 'code' | 'refusal'> {
  const reason = REFUSAL.exec(text)?.[1];
  if (reason !== undefined) return { outcome: 'refused', code: '', refusal: reason };
  const code = BLOCK.exec(text)?.[1] ?? text.trim();
  return code === '' ? { outcome: 'silent', code } : { outcome: 'code', code };
}
