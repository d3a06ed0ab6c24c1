import type { Message } from '@bioql/language/chat/turn';
import * as vscode from 'vscode';
import { readConfig } from '../config.ts';
import { fenced, restOf, turnOf, userWords } from '../core/chat/conversation.ts';
import { isServiceError } from '../core/service-error.ts';
import { displayLang } from '../display-lang.ts';
import { sentenceOf } from '../failure-text.ts';
import { signalOf } from './abort.ts';
import { answerTurn, type ChatParts, routeOf } from './answer-turn.ts';
import { footer } from './participant.ts';

/** About so many characters are a token; only the last words and the last program are read. */
const CHARACTERS_PER_TOKEN = 4;

/** Answers a chat in which the model was picked. */
export async function respond(
  parts: ChatParts,
  messages: readonly vscode.LanguageModelChatRequestMessage[],
  progress: vscode.Progress<vscode.LanguageModelResponsePart>,
  token: vscode.CancellationToken,
): Promise<void> {
  const said = messages.map(messageOf).filter(({ content }) => content !== '');
  const last = said.findLastIndex(({ role }) => role === 'user');
  const prompt = userWords(said[last]?.content ?? '');
  const earlier = said.slice(0, Math.max(0, last)).map(({ role, content }) => ({ role, content: userWords(content) }));
  const turn = turnOf({ earlier, command: undefined, prompt, attachments: [] }, displayLang());
  const signal = signalOf(token);
  const tell = (text: string) => progress.report(new vscode.LanguageModelTextPart(text));
  let shown = '';
  try {
    for await (const event of answerTurn(parts, turn, routeOf(turn), signal)) {
      if (event.type === 'content') {
        shown += event.text;
        tell(event.text);
      } else if (event.type === 'answer') {
        const { answer } = event;
        tell(restOf(shown, answer.content) ?? `\n\n${answer.content}`);
        if (answer.code !== undefined) tell(fenced(answer.code));
        tell(`\n\n*${footer(answer)}*`);
      }
    }
  } catch (error) {
    if (signal.aborted) return;
    throw isServiceError(error) ? new Error(sentenceOf(error, readConfig()), { cause: error }) : error;
  }
}

function messageOf({ role, content }: vscode.LanguageModelChatRequestMessage): Message {
  const texts = content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : ''));
  return { role: role === vscode.LanguageModelChatMessageRole.User ? 'user' : 'assistant', content: texts.join('') };
}

export function tokensIn(text: string | vscode.LanguageModelChatRequestMessage): number {
  const content = typeof text === 'string' ? text : messageOf(text).content;
  return Math.ceil(content.length / CHARACTERS_PER_TOKEN);
}
