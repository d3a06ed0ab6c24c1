import type { EstimateRequest, EstimateResponse } from '@bioql/contract/estimate';
import * as vscode from 'vscode';
import { readConfig } from '../config.ts';
import { connectQuietly } from '../connect.ts';
import { type Budget, dayIsSpent, isCostly } from '../core/budget.ts';
import { costText, microsOf } from '../core/money.ts';
import { isServiceError } from '../core/service-error.ts';
import { spentToday } from '../core/spending.ts';
import { dayOf } from '../core/usage-view.ts';
import type { Credentials } from '../credentials.ts';
import type { AccountBook } from './account-book.ts';

/** Holds requests to the budget of the settings. Suggestions stop at it; commands ask whether to go on. */
export interface BudgetGuard {
  /** Whether suggestions may ask the service of their own accord. Costs nothing and never waits. */
  mayAsk(): boolean;
  /** Whether a command may go on; asks once a day when the day's budget is spent, and before each costly request. */
  mayRun(request: EstimateRequest, signal: AbortSignal): Promise<boolean>;
}

export interface BudgetParts {
  readonly credentials: Credentials;
  readonly book: AccountBook;
  readonly now: () => Date;
}

/** What a request of a feature costs changes slowly. */
const ESTIMATE_LASTS_MS = 10 * 60_000;

export function createBudgetGuard({ credentials, book, now }: BudgetParts): BudgetGuard {
  let agreedOn: string | undefined;
  const estimates = new Map<string, { readonly at: number; readonly estimate: EstimateResponse }>();
  const spent = () => spentToday(book.spending(), now());

  const estimateOf = async (request: EstimateRequest, signal: AbortSignal): Promise<EstimateResponse | undefined> => {
    const { service } = readConfig();
    if (service.state === 'none') return undefined;
    const name = `${service.url} ${request.feature} ${request.max_length}`;
    const known = estimates.get(name);
    if (known !== undefined && now().getTime() - known.at < ESTIMATE_LASTS_MS) return known.estimate;
    try {
      const estimate = await (await connectQuietly(credentials, service, signal))?.estimate(request, signal);
      if (estimate !== undefined) estimates.set(name, { at: now().getTime(), estimate });
      return estimate;
    } catch (error) {
      // The request itself meets the same trouble and tells it; an older service has no estimates.
      if (isServiceError(error) && !signal.aborted) return undefined;
      throw error;
    }
  };

  const dayAllows = async (budget: Budget): Promise<boolean> => {
    if (budget.perDay === undefined) return true;
    await book.learn();
    const today = dayOf(now());
    if (!dayIsSpent(budget, spent()) || agreedOn === today) return true;
    const agreed = await confirm(
      vscode.l10n.t(
        'The budget of today, {0}, is used up: {1} are spent. Go on today?',
        costText(budget.perDay),
        costText(spent()),
      ),
      vscode.l10n.t('Suggestions have stopped for today. The limit is the setting {0}.', 'bioql.budget.perDayUsd'),
      vscode.l10n.t('Go On Today'),
    );
    if (agreed) agreedOn = today;
    return agreed;
  };

  const requestAllows = async (budget: Budget, request: EstimateRequest, signal: AbortSignal): Promise<boolean> => {
    if (budget.perRequest === undefined) return true;
    const estimate = await estimateOf(request, signal);
    if (estimate === undefined || !isCostly(budget, microsOf(estimate.most.cost_usd))) return true;
    const [most, typical] = [estimate.most, estimate.typical].map(({ cost_usd }) => costText(microsOf(cost_usd)));
    return confirm(
      vscode.l10n.t('This request may cost up to {0}. Ask anyway?', most ?? ''),
      vscode.l10n.t(
        'As a rule such a request costs {0}. The limit, {1}, is the setting {2}.',
        typical ?? '',
        costText(budget.perRequest),
        'bioql.budget.perRequestUsd',
      ),
      vscode.l10n.t('Ask Anyway'),
    );
  };

  return {
    mayAsk() {
      const { budget } = readConfig();
      if (budget.perDay !== undefined) void book.learn();
      return !dayIsSpent(budget, spent());
    },
    async mayRun(request, signal) {
      const { service, budget } = readConfig();
      if (service.state === 'none') return true;
      return (await dayAllows(budget)) && (await requestAllows(budget, request, signal));
    },
  };
}

async function confirm(message: string, detail: string, yes: string): Promise<boolean> {
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, yes)) === yes;
}
