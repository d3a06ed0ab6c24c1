import type { Micros } from './money.ts';
import { dayOf, type UsageView } from './usage-view.ts';

/** What is known of an account's spending: the service's last report, and what was charged here since. */
export interface Spending {
  readonly report?: UsageView;
  readonly reportedAt?: Date;
  /** Since the report, on this day. */
  readonly since: { readonly day: string; readonly cost: Micros };
}

export const NOTHING_KNOWN: Spending = { since: { day: '', cost: 0 } };

export function withCharge(spending: Spending, cost: Micros, now: Date): Spending {
  const day = dayOf(now);
  const before = spending.since.day === day ? spending.since.cost : 0;
  return { ...spending, since: { day, cost: before + cost } };
}

/** A charge that came while the report was made may be in both for a moment, which errs on the careful side. */
export const withReport = (_spending: Spending, report: UsageView, now: Date): Spending => ({
  report,
  reportedAt: now,
  since: { day: dayOf(now), cost: 0 },
});

export function spentToday({ report, since }: Spending, now: Date): Micros {
  const today = dayOf(now);
  const reported = report?.days.find(({ day }) => day === today)?.cost ?? 0;
  return reported + (since.day === today ? since.cost : 0);
}

/** This month as far as the report goes back, which is at least to its first day. */
export function spentThisMonth({ report, since }: Spending, now: Date): Micros {
  const month = dayOf(now).slice(0, 'YYYY-MM'.length);
  const reported = report?.months.find((each) => each.month === month)?.cost ?? 0;
  return reported + (since.day.startsWith(month) ? since.cost : 0);
}
