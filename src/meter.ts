import type * as vscode from 'vscode';
import type { Answer, ServiceReceipt } from './core/answer.ts';
import { failureOf } from './core/failures.ts';
import { exactText, type Micros } from './core/money.ts';
import type { ServiceError } from './core/service-error.ts';
import { type Feature, NEW_SESSION, receiptLine, requestLine, withAnswer } from './core/session.ts';
import type { ServiceState } from './local-service/supervisor.ts';
import type { StatusBar } from './status-bar.ts';
import type { Activity } from './status-look.ts';

/** What requests came to, in the output channel and the status bar. */
export interface Meter {
  started(): void;
  answered(answer: Answer, feature?: Feature): void;
  /** A suggestion as one types; it is no work to be waited for. */
  suggested(suggestion: { readonly source: Answer['source']; readonly receipt: ServiceReceipt }): void;
  /** An answer in a conversation. */
  conversed(answer: { readonly what: string; readonly receipt: ServiceReceipt }): void;
  /** Answered without the service, because it cannot be reached. */
  answeredOffline(answer: Answer, feature?: Feature): void;
  failed(error: ServiceError, feature?: Feature): void;
  cancelled(feature?: Feature): void;
  /** The service on this computer has come, gone or is on its way. */
  serviceBecame(kind: ServiceState['kind']): void;
  /** Suggestions rest until then; `undefined` when they go on. */
  paused(until: Date | undefined): void;
  /** What failed last, the newest first. */
  recentFailures(): readonly RecentFailure[];
  /** What was put into a document, for looking up when the preview has gone. */
  accepted(reasoning: string): void;
  showLog(): void;
}

export interface RecentFailure {
  readonly at: Date;
  readonly code: string;
  readonly requestId: string | undefined;
}

const MOST_FAILURES = 10;

export function createMeter(log: vscode.LogOutputChannel, status: StatusBar, charged: (cost: Micros) => void): Meter {
  let session = NEW_SESSION;
  let settled: Activity = { state: 'ready' };
  let rest: Activity | undefined;
  let failures: readonly RecentFailure[] = [];
  const settle = (activity: Activity) => {
    settled = activity;
    // A pause is what a person chose, so that any trouble comes before it.
    status.show(activity.state === 'ready' && rest !== undefined ? rest : activity, session);
  };
  const record = (answer: Answer, feature: Feature) => {
    session = withAnswer(session, answer);
    log.info(requestLine(answer, feature));
    if (answer.receipt.by === 'service') charged(answer.receipt.cost);
  };
  const remember = (code: string, requestId: string | undefined) => {
    failures = [{ at: new Date(), code, requestId }, ...failures].slice(0, MOST_FAILURES);
  };
  settle(settled);

  return {
    started: () => status.show({ state: 'working' }, session),
    answered(answer, feature = 'generate') {
      record(answer, feature);
      settle({ state: 'ready' });
    },
    suggested({ source, receipt }) {
      session = withAnswer(session, { receipt });
      log.info(receiptLine('complete', source, receipt));
      charged(receipt.cost);
      settle({ state: 'ready' });
    },
    conversed({ what, receipt }) {
      session = withAnswer(session, { receipt });
      log.info(receiptLine('chat', what, receipt));
      charged(receipt.cost);
      settle({ state: 'ready' });
    },
    answeredOffline(answer, feature = 'generate') {
      record(answer, feature);
      remember('unreachable', undefined);
      settle({ state: 'offline' });
    },
    failed(error, feature = 'generate') {
      const { trouble } = failureOf(error.code);
      remember(error.code, error.requestId);
      log.warn([`${feature} ${error.requestId ?? ''}`.trim(), error.code, error.message].join(' · '));
      settle(trouble === undefined ? settled : { state: trouble });
    },
    cancelled(feature = 'generate') {
      log.info(`${feature} · cancelled`);
      settle(settled);
    },
    serviceBecame(kind) {
      if (kind === 'starting' || kind === 'resting') return status.show({ state: 'starting' }, session);
      if (kind === 'failed') return settle({ state: 'offline' });
      settle(kind === 'running' && settled.state === 'offline' ? { state: 'ready' } : settled);
    },
    paused(until) {
      rest = until && { state: 'paused', until };
      settle(settled);
    },
    recentFailures: () => failures,
    accepted: (reasoning) => log.info(`accepted · ${reasoning}`),
    showLog() {
      const balance = session.balance === undefined ? 'not known yet' : exactText(session.balance);
      const counted = `requests ${session.requests} · tokens ${session.tokens}`;
      log.info(`this session · ${counted} · cost ${exactText(session.cost)} · balance ${balance}`);
      log.show(true);
    },
  };
}
