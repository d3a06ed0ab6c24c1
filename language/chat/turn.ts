import type { Lang } from '../algorithm.ts';
import type { Call } from '../call.ts';
import { findCalls, readCode } from '../python.ts';
import { langOf } from '../request.ts';
import { plainWords } from './patterns.ts';

export interface Message {
  readonly role: 'user' | 'assistant';
  /** Markdown; code is in fences, as it was shown. */
  readonly content: string;
}

/** A file, or a part of one, that goes with the last message. */
export interface Attachment {
  readonly name: string;
  readonly content: string;
}

/** What a person says, after what was said before. The last message is theirs; it may begin with a command, as `/run`. */
export interface Turn {
  readonly messages: readonly Message[];
  readonly context: readonly Attachment[];
  /** Of the answer, where the words do not tell. */
  readonly lang?: Lang;
}

export const COMMANDS = ['generate', 'fix', 'explain', 'run', 'cost', 'help'] as const;
export type Command = (typeof COMMANDS)[number];

/** Python that was said, attached or answered, and the calls in it. */
export interface Material {
  readonly code: string;
  /** Those that are understood. */
  readonly calls: readonly Call[];
}

/** The last message, taken apart. */
export interface Said {
  readonly command?: Command;
  /** The words alone: without the command and the code. */
  readonly words: string;
  /** Code in the message. */
  readonly written?: Material;
}

const FENCE = /```[^\n`]*\n([\s\S]*?)(?:\n?```|$)/g;
const COMMAND = /^\s*\/(\w+)\b/;
/** The shortest unfenced code that counts as such: a call, or what is meant to be one. */
const BARE_CODE = /^(?:.*\b(?:quantum|bioql|BioQL)\b.*\(|\s*(?:from|import) bioql\b|\s*cursor\.execute\()/;

const materialOf = (code: string): Material => ({ code, calls: findCalls(code).flatMap(({ call }) => call ?? []) });

const fencesOf = (text: string): string[] => [...text.matchAll(FENCE)].map(([, code = '']) => code);

export function readSaid(text: string): Said {
  const named = COMMAND.exec(text)?.[1];
  const command = COMMANDS.find((known) => known === named);
  const rest = command === undefined ? text : text.replace(COMMAND, '');
  const fences = fencesOf(rest);
  const lines = rest.replace(FENCE, '\n').split('\n');
  const bare = fences.length > 0 ? [] : lines.filter((line) => BARE_CODE.test(line));
  const code = fences.length > 0 ? fences.join('\n') : bareCode(lines);
  const words = (bare.length === 0 ? lines : lines.filter((line) => !code.includes(line.trim()) || line.trim() === ''))
    .join('\n')
    .trim();
  return { words, ...(command && { command }), ...(code !== '' && { written: materialOf(code) }) };
}

/** From the first line that looks like BioQL to the last that looks like Python. */
function bareCode(lines: readonly string[]): string {
  const first = lines.findIndex((line) => BARE_CODE.test(line));
  if (first === -1) return '';
  const rest = lines.slice(first);
  const end = rest.findIndex(
    (line, at) => at > 0 && !/^(?:\s*$|[\s)]|[\w.]+ ?[=(]|print\b|from |import |#)/.test(line),
  );
  return (end === -1 ? rest : rest.slice(0, end)).join('\n').trim();
}

/** The last code with calls in what was said before the last message. */
export function lastProgram(messages: readonly Message[]): Material | undefined {
  for (const { content } of messages.slice(0, -1).toReversed()) {
    const found = fencesOf(content)
      .toReversed()
      .map(materialOf)
      .find(({ calls }) => calls.length > 0);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The attached Python that has calls, else what is attached at all. */
export function attached(context: readonly Attachment[]): Material | undefined {
  const all = context.map(({ content }) => materialOf(content));
  return all.find(({ calls }) => calls.length > 0) ?? all.find(({ code }) => code.trim() !== '');
}

/** Whether the code is just as BioQL writes it. */
export const isCanonical = ({ code }: Material): boolean => readCode(code) !== undefined;

const SPANISH_SIGNS =
  /[¿¡ñ]|[áéíóú]|\b(?:hola|gracias|ahora|ayuda|que|como|cuanto|explica\w*|ejecuta\w*|arregla\w*|corrige\w*|compara\w*|saldo|precio|adios|vale|puedes|buenas|buenos|mismo|menos|mas)\b/;

/** The language to answer in: of the last words, else of those before, else the one given. */
export function langOfTurn({ messages, lang }: Turn): Lang {
  for (const { role, content } of messages.toReversed()) {
    if (role !== 'user') continue;
    const { words } = readSaid(content);
    if (langOf(words) === 'es' || SPANISH_SIGNS.test(words.toLowerCase())) return 'es';
    if (plainWords(words).split(' ').length > 2) return 'en';
  }
  return lang ?? 'en';
}
