import * as vscode from 'vscode';
import { readConfig } from '../config.ts';
import { fenced, restOf, turnOf } from '../core/chat/conversation.ts';
import { failureOf } from '../core/failures.ts';
import { balanceText, costText } from '../core/money.ts';
import { isServiceError } from '../core/service-error.ts';
import { displayLang } from '../display-lang.ts';
import { linkOf, sentenceOf } from '../failure-text.ts';
import { signalOf } from './abort.ts';
import { answerTurn, type ChatParts, routeOf, type TurnAnswer } from './answer-turn.ts';
import { conversationOf } from './history.ts';
import type { AnswerMetadata } from './metadata.ts';

/** Answers `@bioql`. */
export async function answerRequest(
  parts: ChatParts,
  request: vscode.ChatRequest,
  context: vscode.ChatContext,
  stream: vscode.ChatResponseStream,
  token: vscode.CancellationToken,
): Promise<vscode.ChatResult> {
  const turn = turnOf(await conversationOf(request, context), displayLang());
  const route = routeOf(turn);
  const before = 'before' in route ? route.before.code : undefined;
  const signal = signalOf(token);
  let shown = '';
  try {
    for await (const event of answerTurn(parts, turn, route, signal)) {
      if (event.type === 'content') {
        shown += event.text;
        stream.markdown(event.text);
      } else return finish(stream, shown, event.answer, { intent: route.intent, before });
    }
    return {};
  } catch (error) {
    if (signal.aborted) return {};
    if (!isServiceError(error)) throw error;
    stream.markdown(sentenceOf(error, readConfig()));
    const link = linkOf(failureOf(error.code).remedy);
    if (link !== undefined)
      stream.button({ title: link.title, command: link.command, arguments: link.argument ? [link.argument] : [] });
    return { metadata: { intent: route.intent, hasCode: false } satisfies AnswerMetadata };
  }
}

interface About {
  readonly intent: string;
  readonly before: string | undefined;
}

function finish(
  stream: vscode.ChatResponseStream,
  shown: string,
  answer: TurnAnswer,
  { intent, before }: About,
): vscode.ChatResult {
  const { content, code, note, receipt } = answer;
  const rest = restOf(shown, content);
  if (rest === undefined)
    stream.markdown(`\n\n---\n\n*${vscode.l10n.t('Checked, and answered again:')}*\n\n${content}`);
  else if (rest !== '') stream.markdown(rest);
  if (note !== undefined) stream.markdown(`\n\n*${note}*`);
  if (code !== undefined) stream.markdown(fenced(code));
  // Buttons come last: where answers of agents are folded, only what stands before the last text is.
  stream.markdown(`\n\n*${footer(answer)}*`);
  if (code !== undefined) buttons(stream, code, before);
  const metadata: AnswerMetadata = {
    intent,
    hasCode: code !== undefined,
    ...(receipt !== undefined && { requestId: receipt.requestId }),
  };
  return { metadata };
}

function buttons(stream: vscode.ChatResponseStream, code: string, before: string | undefined): void {
  stream.button({ title: vscode.l10n.t('Insert'), command: 'bioql.chat.insert', arguments: [code] });
  stream.button({ title: vscode.l10n.t('Run'), command: 'bioql.chat.run', arguments: [code] });
  if (before !== undefined && before.trim() !== code.trim())
    stream.button({ title: vscode.l10n.t('Show Diff'), command: 'bioql.chat.showDiff', arguments: [before, code] });
}

/** `from the model · 0.41 s · $0.000175 · balance $9.99`, or that it was free. */
export function footer({ source, receipt }: TurnAnswer): string {
  if (source === undefined) return vscode.l10n.t('Free: answered on this computer, without the model.');
  const what = source === 'model' ? vscode.l10n.t('from the model') : vscode.l10n.t('from a template');
  if (receipt === undefined) return [what, costText(0)].join(' · ');
  const balance = vscode.l10n.t('balance {0}', balanceText(receipt.balance));
  return [what, `${receipt.seconds.toFixed(2)} s`, costText(receipt.cost), balance].join(' · ');
}
