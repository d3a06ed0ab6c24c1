import * as vscode from 'vscode';
import { readConfig } from './config.ts';
import { connect, type NamedService } from './connect.ts';
import type { Answer, ServiceReceipt } from './core/answer.ts';
import { failureOf } from './core/failures.ts';
import { exactText } from './core/money.ts';
import { isServiceError, ServiceError } from './core/service-error.ts';
import type { Credentials } from './credentials.ts';
import { linkOf, sentenceOf } from './failure-text.ts';
import type { Meter } from './meter.ts';

/** A whole request, so that key, balance and model are all tried; the model refuses this one, so that it is free. */
const QUESTION = 'What will the weather be like tomorrow?';

interface Parts {
  readonly credentials: Credentials;
  readonly meter: Meter;
}

export async function testConnection(parts: Parts): Promise<void> {
  const config = readConfig();
  const { service } = config;
  if (service.state === 'none') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Answers come from templates here: the setting bioql.mode is "template".'),
    );
    return;
  }
  const gone = new AbortController();
  parts.meter.started();
  try {
    const answer = await underProgress(gone, service.url, () => answerTo(parts, service, gone.signal));
    parts.meter.answered(answer);
    const { email, seconds, balance } = answer.receipt;
    const values = [service.url, email, seconds.toFixed(2), exactText(balance)];
    void vscode.window.showInformationMessage(vscode.l10n.t('Connected to {0} as {1}: {2} s, balance {3}.', ...values));
  } catch (error) {
    if (isServiceError(error) && !gone.signal.aborted) {
      parts.meter.failed(error);
      return offerRemedy(parts, error, sentenceOf(error, config));
    }
    parts.meter.cancelled();
    if (!gone.signal.aborted) throw error;
  }
}

async function answerTo(
  { credentials }: Parts,
  service: NamedService,
  signal: AbortSignal,
): Promise<Answer<ServiceReceipt>> {
  const client = await connect(credentials, service, signal);
  for await (const event of client.generate({ prompt: QUESTION, include_reasoning: false }, signal)) {
    if (event.type === 'answer') return event.answer;
  }
  throw new ServiceError('bad_answer', 'There was no answer.');
}

function underProgress<T>(gone: AbortController, url: string, task: () => Promise<T>): Thenable<T> {
  const title = vscode.l10n.t('Connecting to {0}', url);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (_progress, token) => {
    token.onCancellationRequested(() => gone.abort());
    return task();
  });
}

/** Shows a failure with the one thing that can be done about it. */
async function offerRemedy(parts: Parts, error: ServiceError, sentence: string): Promise<void> {
  const link = linkOf(failureOf(error.code).remedy);
  const title = link?.title ?? vscode.l10n.t('Retry');
  if ((await vscode.window.showErrorMessage(sentence, title)) !== title) return;
  if (link === undefined) return testConnection(parts);
  await vscode.commands.executeCommand(link.command, ...(link.argument === undefined ? [] : [link.argument]));
}
