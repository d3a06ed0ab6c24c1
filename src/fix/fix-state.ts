import type { FixPlan } from '@bioql/language/fix';
import { changesOf } from '@bioql/language/repair';
import * as vscode from 'vscode';
import { readConfig } from '../config.ts';
import { failureOf } from '../core/failures.ts';
import { diffText } from '../core/fix/diff-text.ts';
import { costText } from '../core/money.ts';
import { isServiceError } from '../core/service-error.ts';
import type { Credentials } from '../credentials.ts';
import { displayLang } from '../display-lang.ts';
import { overBudget, sentenceOf } from '../failure-text.ts';
import type { Meter } from '../meter.ts';
import type { BudgetGuard } from '../money/budget-guard.ts';
import type { Preview } from '../preview.ts';
import type { PreviewState } from '../preview-body.ts';
import { type Asked, askFix, explanationOf, type Wish } from './ask-fix.ts';
import type { Fixed } from './fix-request.ts';

export interface FixParts {
  readonly credentials: Credentials;
  readonly meter: Meter;
  readonly budget: BudgetGuard;
}

/** What a preview shows in the end, and the plan that it stands for, when there is one to accept. */
export interface Outcome {
  readonly state: PreviewState;
  readonly plan?: FixPlan;
  /** Whether another try may give something else. */
  readonly byModel: boolean;
}

/** Completes a plan, with the service where rules are not enough; `undefined` when it was stopped. */
export async function outcomeOf(
  plan: FixPlan,
  wish: Wish,
  preview: Preview,
  { credentials, meter, budget }: FixParts,
): Promise<Outcome | undefined> {
  if (plan.ask === undefined) {
    meter.answered(answerHere(plan), 'fix');
    return { state: ready(plan, [vscode.l10n.t('without the model'), costText(0)], ''), plan, byModel: false };
  }
  const config = readConfig();
  meter.started();
  try {
    if (!(await budget.mayRun({ feature: 'fix', prompt: plan.ask.prompt }, preview.signal))) {
      meter.cancelled('fix');
      return { state: { kind: 'failed', sentence: overBudget(), remedy: 'showUsage' }, byModel: false };
    }
    return ofAsked(plan, await askFix(credentials, config, plan, wish, preview.signal), meter);
  } catch (error) {
    if (isServiceError(error) && !preview.signal.aborted) {
      meter.failed(error, 'fix');
      const sentence = sentenceOf(error, config);
      if (plan.changes.length > 0) return { ...withoutModel(plan, sentence), byModel: true };
      return { state: { kind: 'failed', sentence, remedy: failureOf(error.code).remedy }, byModel: true };
    }
    meter.cancelled('fix');
    if (!preview.signal.aborted) throw error;
  }
  return undefined;
}

function ofAsked(plan: FixPlan, asked: Asked, meter: Meter): Outcome {
  switch (asked.state) {
    case 'fixed':
    case 'refused': {
      meter.answered(answerOf(asked.fixed), 'fix');
      if (asked.state === 'fixed')
        return { state: ready(asked.plan, paid(asked.fixed), ''), plan: asked.plan, byModel: true };
      const state: PreviewState = { kind: 'refused', message: asked.message, note: '' };
      return plan.changes.length > 0
        ? { ...withoutModel(plan, asked.message), byModel: true }
        : { state, byModel: true };
    }
    case 'offline':
      meter.answeredOffline(answerHere(plan), 'fix');
      return { ...offline(plan, asked.url), byModel: true };
    case 'alone':
      meter.answered(answerHere(plan), 'fix');
      return { ...withoutModel(plan, ''), byModel: false };
  }
}

/** The same without a service, which can perhaps be started. */
function offline(plan: FixPlan, url: string): { state: PreviewState; plan?: FixPlan } {
  const found = withoutModel(plan, vscode.l10n.t('The service at {0} cannot be reached.', url));
  const { state } = found;
  return state.kind === 'ready' || state.kind === 'refused'
    ? { ...found, state: { ...state, remedy: 'startService' } }
    : found;
}

/** What rules alone have mended, with what they leave. */
function withoutModel(plan: FixPlan, reason: string): { state: PreviewState; plan?: FixPlan } {
  const lang = displayLang();
  const left = plan.left.map(({ message }) => message[lang]).join(' ');
  const leftToDo = left === '' ? '' : vscode.l10n.t('This is left to you: {0}', left);
  if (plan.changes.length === 0)
    return { state: { kind: 'refused', message: leftToDo || vscode.l10n.t('This needs the model.'), note: reason } };
  const note = [reason, leftToDo].filter((text) => text !== '').join(' ');
  return { state: ready(plan, [vscode.l10n.t('without the model'), costText(0)], note), plan };
}

function ready(plan: FixPlan, took: readonly string[], note: string): PreviewState {
  const code = diffText(plan.patched.source, changesOf(plan.patched));
  return { kind: 'ready', reasoning: explanationOf(plan), code, language: 'diff', note, took: took.join(' · ') };
}

const paid = ({ source, receipt }: Fixed): string[] => [
  source === 'model' ? vscode.l10n.t('from the model') : vscode.l10n.t('without the model'),
  `${receipt.seconds.toFixed(2)} s`,
  costText(receipt.cost),
];

/** A fix as the meter counts it. */
const answerOf = ({ outcome, code, explanation, source, receipt }: Fixed) => ({
  result:
    outcome === 'completed'
      ? { outcome, reasoning: explanation, code }
      : { outcome: 'refused' as const, message: explanation },
  source,
  receipt,
});

const answerHere = (plan: FixPlan) => ({
  result: { outcome: 'completed' as const, reasoning: explanationOf(plan), code: plan.code },
  source: 'template' as const,
  receipt: { by: 'extension' as const },
});
