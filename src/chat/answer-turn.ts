import { planAnswer } from '@bioql/language/chat/plan';
import { type Known, partlyFixed } from '@bioql/language/chat/reply';
import { type Route, routeTurn } from '@bioql/language/chat/route';
import type { Turn } from '@bioql/language/chat/turn';
import * as vscode from 'vscode';
import { type Config, readConfig } from '../config.ts';
import { connect } from '../connect.ts';
import { answerHere } from '../core/answer-here.ts';
import { isServiceError } from '../core/service-error.ts';
import { withRunDefaults } from '../core/with-run-defaults.ts';
import type { Credentials } from '../credentials.ts';
import { offlineNote } from '../failure-text.ts';
import type { Meter } from '../meter.ts';
import type { BudgetGuard } from '../money/budget-guard.ts';
import type { Conversed } from './chat-request.ts';
import { runCalls } from './run-calls.ts';

export interface ChatParts {
  readonly credentials: Credentials;
  readonly meter: Meter;
  readonly budget: BudgetGuard;
  readonly extensionUri: vscode.Uri;
}

/** A whole answer; one without a receipt came from this computer, free. */
export type TurnAnswer = Pick<Known, 'outcome' | 'content'> &
  Partial<Pick<Conversed, 'receipt' | 'source'>> & { readonly code?: string; readonly note?: string };

export type TurnEvent =
  | { readonly type: 'content'; readonly text: string }
  | { readonly type: 'answer'; readonly answer: TurnAnswer };

/** Answers a turn: from the language or the simulator on this computer, else from the model. */
export async function* answerTurn(
  parts: ChatParts,
  turn: Turn,
  route: Route,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent> {
  const plan = planAnswer(route);
  if (plan.by === 'language') return yield { type: 'answer', answer: plan.known };
  if (plan.by === 'simulator') {
    const content = await runCalls(parts.extensionUri, plan.calls, route.lang, signal);
    return yield { type: 'answer', answer: { outcome: 'completed', content } };
  }
  const config = readConfig();
  if (config.service.state === 'none') return yield { type: 'answer', answer: withoutService(route) };
  if (!(await parts.budget.mayRun({ feature: 'chat' }, signal))) {
    const content = vscode.l10n.t('Nothing was asked: the budget of the settings is used up.');
    return yield { type: 'answer', answer: { outcome: 'refused', content } };
  }
  parts.meter.started();
  yield* fromService(parts, asked(turn, route, config), route, config, signal);
}

export const routeOf = (turn: Turn): Route => routeTurn(turn);

async function* fromService(
  { credentials, meter }: ChatParts,
  turn: Turn,
  route: Route,
  { service }: Config,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent> {
  if (service.state === 'none') return;
  try {
    const client = await connect(credentials, service, signal);
    const { messages, context, lang } = turn;
    const request = { messages: [...messages], context: [...context], ...(lang !== undefined && { lang }) };
    for await (const event of client.chat(request, signal)) {
      if (event.type === 'conversed') {
        const { conversed } = event;
        const { outcome, source, receipt, code, content } = conversed;
        meter.conversed({ what: outcome === 'refused' ? 'refused' : source, receipt });
        yield { type: 'answer', answer: { outcome, content, source, receipt, ...(code !== undefined && { code }) } };
      } else if (event.field === 'content') yield { type: 'content', text: event.text };
    }
  } catch (error) {
    if (isServiceError(error) && error.code === 'unreachable') {
      meter.answeredOffline(answerHere(''));
      return yield { type: 'answer', answer: { ...withoutService(route), note: offlineNote(service.url) } };
    }
    if (isServiceError(error) && !signal.aborted) meter.failed(error);
    else meter.cancelled();
    throw error;
  }
}

/** The turn as the service is to have it: with the settings' backend and shots, and with files only where they are looked at. */
function asked(turn: Turn, { intent }: Route, { defaults }: Config): Turn {
  const { messages, ...rest } = turn;
  const [last] = messages.slice(-1);
  if (last === undefined || intent !== 'generate') return turn;
  return {
    ...rest,
    messages: [...messages.slice(0, -1), { ...last, content: withRunDefaults(last.content, defaults) }],
    context: [],
  };
}

/** By template, where there is no service: requests for programs only. */
function withoutService(route: Route): TurnAnswer {
  const partly = partlyFixed(route);
  if (partly !== undefined) return partly;
  if (route.intent !== 'generate') {
    const content = vscode.l10n.t(
      'This needs the model, and there is no service. Say the whole program in words instead.',
    );
    return { outcome: 'refused', content };
  }
  const { result } = answerHere(route.prompt);
  return result.outcome === 'completed'
    ? { outcome: 'completed', content: result.reasoning, code: result.code, source: 'template' }
    : { outcome: 'refused', content: result.message, source: 'template' };
}
