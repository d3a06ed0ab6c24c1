import {
  type Account,
  type DayUsage,
  FEATURES,
  type Feature,
  type Ledger,
  type Page,
  type PageOf,
  type RequestUsage,
  type UsageTotals,
} from '../domain/ledger.ts';
import type { NanoUsd } from '../domain/money.ts';
import { sumOf } from '../domain/usage-sum.ts';

export type FeatureUsage = UsageTotals & { readonly feature: Feature };

/** What an account asked for in a span, added up in three ways, and a page of its requests. */
export interface UsageReport {
  readonly balance: NanoUsd;
  readonly totals: UsageTotals;
  readonly days: readonly (UsageTotals & { readonly day: string; readonly features: readonly FeatureUsage[] })[];
  readonly months: readonly (UsageTotals & { readonly month: string })[];
  readonly features: readonly FeatureUsage[];
  readonly page: Page<RequestUsage>;
}

/** The features that were used, always in the same order. */
const byFeature = (parts: readonly DayUsage[]): FeatureUsage[] =>
  FEATURES.flatMap((feature) => {
    const own = parts.filter((part) => part.feature === feature);
    return own.length === 0 ? [] : [{ feature, ...sumOf(own) }];
  });

export async function usageReport(ledger: Ledger, account: Account, page: PageOf): Promise<UsageReport> {
  const parts = await ledger.usageByDay(account.id, page.span);
  const days = Map.groupBy(parts, ({ day }) => day);
  const months = Map.groupBy(parts, ({ day }) => day.slice(0, 'YYYY-MM'.length));
  return {
    balance: await ledger.balance(account.id),
    totals: sumOf(parts),
    days: [...days].map(([day, own]) => ({ day, ...sumOf(own), features: byFeature(own) })),
    months: [...months].map(([month, own]) => ({ month, ...sumOf(own) })),
    features: byFeature(parts),
    page: await ledger.requests(account.id, page),
  };
}
