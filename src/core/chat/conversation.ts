import type { Attachment, Message, Turn } from '@bioql/language/chat/turn';

/** Longer histories and files are cut; what was said last counts. */
const MOST_MESSAGES = 40;
const MOST_CHARACTERS = 40_000;
const MOST_ATTACHMENTS = 8;

/** What a person and the assistant said, with the last words of the person. */
export interface Conversation {
  readonly earlier: readonly Message[];
  readonly command: string | undefined;
  readonly prompt: string;
  readonly attachments: readonly Attachment[];
}

const cut = (text: string): string => text.slice(0, MOST_CHARACTERS);

export function turnOf({ earlier, command, prompt, attachments }: Conversation, lang: NonNullable<Turn['lang']>): Turn {
  const last: Message = { role: 'user', content: command === undefined ? prompt : `/${command} ${prompt}`.trim() };
  return {
    messages: [...earlier.slice(-MOST_MESSAGES), last].map(({ role, content }) => ({ role, content: cut(content) })),
    context: attachments.slice(0, MOST_ATTACHMENTS).map(({ name, content }) => ({ name, content: cut(content) })),
    lang,
  };
}

/** What a person wrote inside what an agent wraps around it. */
export function userWords(text: string): string {
  const wrapped = /<(userRequest|user_query|prompt)>\s*([\s\S]*?)\s*<\/\1>/.exec(text)?.[2];
  return (wrapped ?? text.replace(/<(\w+)[^>]*>[\s\S]*?<\/\1>/g, ' ')).trim();
}

/** Code as it goes into an answer, and comes back in the history. */
export const fenced = (code: string): string => `\n\n\`\`\`python\n${code.trimEnd()}\n\`\`\`\n`;

/** What of an answer is not shown yet; `undefined` when what is shown is not its beginning. */
export const restOf = (shown: string, whole: string): string | undefined =>
  whole.startsWith(shown) ? whole.slice(shown.length) : undefined;
