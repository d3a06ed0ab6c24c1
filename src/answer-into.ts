import * as vscode from 'vscode';
import { type AskEvent, ask } from './ask.ts';
import { checkCalls } from './checked-calls.ts';
import { readConfig } from './config.ts';
import type { Answer } from './core/answer.ts';
import { failureOf } from './core/failures.ts';
import { costText } from './core/money.ts';
import type { RecentWords } from './core/recent-words.ts';
import { isServiceError } from './core/service-error.ts';
import type { Credentials } from './credentials.ts';
import { offlineNote, overBudget, sentenceOf } from './failure-text.ts';
import type { Meter } from './meter.ts';
import type { BudgetGuard } from './money/budget-guard.ts';
import type { Preview } from './preview.ts';
import type { PreviewState } from './preview-body.ts';

export interface AnswerParts {
  readonly credentials: Credentials;
  readonly meter: Meter;
  readonly budget: BudgetGuard;
  readonly words: RecentWords;
}

/** Shows an answer as it comes; gives the state that it ends in, or nothing when it was stopped. */
export async function answerInto(
  preview: Preview,
  wanted: { readonly prompt: string; readonly attempt: number },
  { credentials, meter, budget, words }: AnswerParts,
): Promise<PreviewState | undefined> {
  const config = readConfig();
  let working: Working = { kind: 'working', reasoning: '', code: '', note: '' };
  preview.entitle(wanted.prompt);
  preview.show(working);
  meter.started();
  try {
    if (!(await budget.mayRun({ feature: 'generate', prompt: wanted.prompt }, preview.signal))) {
      meter.cancelled();
      return { kind: 'failed', sentence: overBudget(), remedy: 'showUsage' };
    }
    for await (const event of ask(credentials, { ...wanted, config }, preview.signal)) {
      if (event.type === 'answer') {
        meter.answered(event.answer);
        const { result, receipt } = event.answer;
        if (result.outcome === 'completed' && receipt.by === 'service')
          words.remember(receipt.requestId, { prompt: wanted.prompt, code: result.code });
        return endOf(event.answer, '');
      }
      if (event.type === 'offline') {
        meter.answeredOffline(event.answer);
        return { ...endOf(event.answer, offlineNote(event.url)), remedy: 'startService' };
      }
      working = { ...working, ...progressOf(event, working) };
      preview.show(working);
    }
  } catch (error) {
    if (isServiceError(error) && !preview.signal.aborted) {
      meter.failed(error);
      return { kind: 'failed', sentence: sentenceOf(error, config), remedy: failureOf(error.code).remedy };
    }
    meter.cancelled();
    if (!preview.signal.aborted) throw error;
  }
  return undefined;
}

type Working = Extract<PreviewState, { kind: 'working' }>;
type Ended = Extract<PreviewState, { kind: 'ready' | 'refused' }>;
type Progress = Extract<AskEvent, { type: 'delta' | 'busy' }>;

function progressOf(event: Progress, working: Working): Partial<Working> {
  if (event.type === 'delta') return { note: '', [event.field]: working[event.field] + event.text };
  return { note: vscode.l10n.t('Too many requests just now. The next try is in {0} s.', event.seconds) };
}

function endOf({ result, source, receipt }: Answer, note: string): Ended {
  if (result.outcome === 'refused') return { kind: 'refused', message: result.message, note };
  const what = source === 'template' ? vscode.l10n.t('from a template') : vscode.l10n.t('from the model');
  const price = receipt.by === 'service' ? [`${receipt.seconds.toFixed(2)} s`, costText(receipt.cost)] : [costText(0)];
  return {
    kind: 'ready',
    reasoning: result.reasoning,
    code: result.code,
    note,
    took: [what, ...price].join(' · '),
    checked: checkCalls(result.code),
  };
}
