import * as vscode from 'vscode';
import type { Budget } from '../core/budget.ts';
import { costText } from '../core/money.ts';
import { type Spending, spentThisMonth, spentToday } from '../core/spending.ts';
import { featureNames } from './feature-name.ts';

/** What the tooltip of the status bar says of an account's spending, a name and a value a row. */
export function spendingRows(spending: Spending, { perDay }: Budget, now: Date): (readonly [string, string])[] {
  const { report } = spending;
  const today = costText(spentToday(spending, now));
  const rows: (readonly [string, string])[] = [
    [vscode.l10n.t('Today'), perDay === undefined ? today : vscode.l10n.t('{0} of {1}', today, costText(perDay))],
  ];
  if (report === undefined) return rows;
  const names = featureNames();
  return [
    ...rows,
    [vscode.l10n.t('This month'), costText(spentThisMonth(spending, now))],
    ...report.features.map(
      ({ feature, cost }) => [vscode.l10n.t('{0}, 30 days', names[feature] ?? feature), costText(cost)] as const,
    ),
  ];
}
