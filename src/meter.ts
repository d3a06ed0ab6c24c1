import type * as vscode from 'vscode';
import type { Answer } from './core/answer.ts';
import { failureOf } from './core/failures.ts';
import { exactText } from './core/money.ts';
import type { ServiceError } from './core/service-error.ts';
import { NEW_SESSION, requestLine, withAnswer } from './core/session.ts';
import type { Activity, StatusBar } from './status-bar.ts';

/** What requests came to, in the output channel and the status bar. */
export interface Meter {
  started(): void;
  answered(answer: Answer): void;
  /** Answered without the service, because it cannot be reached. */
  answeredOffline(answer: Answer): void;
  failed(error: ServiceError): void;
  cancelled(): void;
  /** What was put into a document, for looking up when the preview has gone. */
  accepted(reasoning: string): void;
  showUsage(): void;
}

export function createMeter(log: vscode.LogOutputChannel, status: StatusBar): Meter {
  let session = NEW_SESSION;
  let settled: Activity = { state: 'ready' };
  const settle = (activity: Activity) => {
    settled = activity;
    status.show(activity, session);
  };
  const record = (answer: Answer) => {
    session = withAnswer(session, answer);
    log.info(requestLine(answer));
  };
  settle(settled);

  return {
    started: () => status.show({ state: 'working' }, session),
    answered(answer) {
      record(answer);
      settle({ state: 'ready' });
    },
    answeredOffline(answer) {
      record(answer);
      settle({ state: 'offline' });
    },
    failed(error) {
      const { trouble } = failureOf(error.code);
      log.warn([`generate ${error.requestId ?? ''}`.trim(), error.code, error.message].join(' · '));
      settle(trouble === undefined ? settled : { state: trouble });
    },
    cancelled() {
      log.info('generate · cancelled');
      settle(settled);
    },
    accepted: (reasoning) => log.info(`accepted · ${reasoning}`),
    showUsage() {
      const balance = session.balance === undefined ? 'not known yet' : exactText(session.balance);
      const counted = `requests ${session.requests} · tokens ${session.tokens}`;
      log.info(`this session · ${counted} · cost ${exactText(session.cost)} · balance ${balance}`);
      log.show(true);
    },
  };
}
