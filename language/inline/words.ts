import { programFromFacts } from '../program.ts';
import type { Token } from '../python-tokens.ts';
import { readRequest } from '../request.ts';
import { type Cursor, lineStart, tokenBefore } from './cursor.ts';

/** What a person has said that the code at a place is to do. */
export interface Words {
  readonly prompt: string;
  /** A comment that begins with `bioql:` is meant for us. */
  readonly ours: boolean;
}

const COMMENT_LINE = /^[ \t]*#+(?!!)(.*)$/;
const OURS = /^\s*bioql:\s*/i;
/** Comments that talk to a program, or only divide a file. */
const NO_WORDS =
  /^\s*(?:type:|noqa\b|pylint:|mypy:|ruff:|fmt:|isort:|pragma:|region\b|endregion\b|-\*-|coding[:=]|%%|[^\p{L}]*$)/iu;

/** The words of the comment lines right above an offset's line. */
export function commentAbove(source: string, offset: number): Words | undefined {
  const lines = source.slice(0, lineStart(source, offset)).split(/\r?\n/).slice(0, -1);
  const block: string[] = [];
  for (const line of lines.reverse()) {
    const text = COMMENT_LINE.exec(line)?.[1];
    if (text === undefined || NO_WORDS.test(text)) break;
    block.unshift(text);
    if (OURS.test(text)) break;
  }
  return wordsOf(block.join(' '));
}

/** The words of the comment that an offset is in. */
export function commentAround({ file, offset }: Cursor): Words | undefined {
  const comment = file.comments.find(({ from, to }) => from < offset && offset <= to);
  if (comment === undefined || comment.to !== offset) return undefined;
  const line = file.source.slice(lineStart(file.source, offset), offset);
  const text = COMMENT_LINE.exec(line)?.[1];
  if (text === undefined || NO_WORDS.test(text)) return undefined;
  const above = OURS.test(text) ? undefined : commentAbove(file.source, offset);
  const own = wordsOf(text);
  return above && own ? { prompt: `${above.prompt} ${own.prompt}`, ours: above.ours } : own;
}

function wordsOf(text: string): Words | undefined {
  const prompt = text
    .replace(OURS, '')
    .replace(/^\s*todo\b:?/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  return prompt === '' ? undefined : { prompt, ours: OURS.test(text) };
}

/** The function whose body begins at the line of the cursor. */
export interface FunctionHead {
  readonly name: string;
  readonly indent: number;
  readonly docstring?: string;
}

/** The function that a body right above the cursor's line opens, with its docstring or without. */
export function functionAbove(cursor: Cursor): FunctionHead | undefined {
  const { file, offset } = cursor;
  const last = tokenBefore(cursor, lineStart(file.source, offset));
  if (last === undefined) return undefined;
  const at = file.tokens.indexOf(last);
  const isDocstring = last.quotes?.closed === true && last.indent !== undefined;
  const colon = isDocstring ? at - 1 : at;
  const head = headThatEndsAt(file.tokens, colon);
  if (head === undefined) return undefined;
  const { inner } = last.quotes ?? { inner: { from: 0, to: 0 } };
  const docstring = isDocstring ? firstParagraph(file.source.slice(inner.from, inner.to)) : '';
  return docstring === '' ? head : { ...head, docstring };
}

function headThatEndsAt(tokens: readonly Token[], colon: number): FunctionHead | undefined {
  if (tokens[colon]?.text !== ':') return undefined;
  let depth = 0;
  for (let at = colon - 1; at >= 0; at -= 1) {
    const { text, kind, indent } = tokens[at] as Token;
    if (kind === 'sign' && /[)\]}]/.test(text)) depth += 1;
    else if (kind === 'sign' && /[([{]/.test(text)) depth -= 1;
    else if (depth === 0 && text === ':') return undefined;
    else if (depth === 0 && text === 'def') {
      const name = tokens[at + 1]?.text;
      const first = tokens[at - 1]?.text === 'async' ? tokens[at - 1] : tokens[at];
      return name === undefined || first?.indent === undefined ? undefined : { name, indent: first.indent };
    } else if (depth === 0 && indent !== undefined) return undefined;
  }
  return undefined;
}

const firstParagraph = (text: string): string => (text.trim().split(/\n\s*\n/)[0] ?? '').replace(/\s+/g, ' ').trim();

/** `bell_pair`, `bellPair` → `bell pair` */
export const nameWords = (name: string): string =>
  name
    .replace(/(?<=[a-z])(?=[A-Z])|_+|(?<=[a-zA-Z])(?=\d)/g, ' ')
    .trim()
    .toLowerCase();

/** What ordinary comments of a program begin with. */
const ORDINARY =
  /^(?:plot|print|show|display|load|save|read|write|open|close|import|parse|convert|helpers?|utils?|constants?|config|settings?|set ?up|notes?|fixme|hack|xxx|args|returns?|usage|examples?|copyright|licen[cs]e|author|main|check|assert|ensure|validate|log|export|format|sort|imprim\w*|muestra|mostrar|guarda\w*|lee|carga\w*|abre|dibuja\w*|grafica\w*)\b/i;

/** Whether words are worth asking the model: not an ordinary comment beside the quantum ones. */
export const isRequest = ({ prompt, ours }: Words): boolean =>
  ours || !ORDINARY.test(prompt) || programFromFacts(readRequest(prompt)) !== undefined;
