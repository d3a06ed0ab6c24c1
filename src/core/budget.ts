import { type Micros, microsOf } from './money.ts';

/** What may be spent before somebody is asked; `undefined` is no limit. */
export interface Budget {
  readonly perDay: Micros | undefined;
  readonly perRequest: Micros | undefined;
}

/** Zero in the settings is no limit. */
export const budgetOf = (perDayUsd: number, perRequestUsd: number): Budget => ({
  perDay: perDayUsd > 0 ? microsOf(perDayUsd) : undefined,
  perRequest: perRequestUsd > 0 ? microsOf(perRequestUsd) : undefined,
});

export const dayIsSpent = ({ perDay }: Budget, spentToday: Micros): boolean =>
  perDay !== undefined && spentToday >= perDay;

export const isCostly = ({ perRequest }: Budget, most: Micros): boolean =>
  perRequest !== undefined && most > perRequest;
