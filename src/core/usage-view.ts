import type { FeatureSum, UsageRequest, UsageResponse, UsageSum } from '@bioql/contract/usage';
import { type Micros, microsOf } from './money.ts';

export interface Sum {
  readonly requests: number;
  readonly seconds: number;
  readonly tokens: number;
  readonly cost: Micros;
}

export interface FeatureCost extends Sum {
  readonly feature: string;
}

export interface DayCost extends Sum {
  /** `YYYY-MM-DD`, in UTC. */
  readonly day: string;
  readonly features: readonly FeatureCost[];
}

export interface RequestCost extends Sum {
  readonly id: string;
  readonly at: string;
  readonly feature: string;
  readonly source: string;
}

/** A report of usage as it is shown: money in micro-dollars, every day of the span. */
export interface UsageView {
  readonly from: string;
  readonly to: string;
  readonly balance: Micros;
  readonly total: Sum;
  readonly days: readonly DayCost[];
  readonly months: readonly (Sum & { readonly month: string })[];
  readonly features: readonly FeatureCost[];
  readonly requests: readonly RequestCost[];
  readonly next: string | null;
}

const sumOf = ({ requests, seconds, prompt_tokens, completion_tokens, cost_usd }: UsageSum): Sum => ({
  requests,
  seconds,
  tokens: prompt_tokens + completion_tokens,
  cost: microsOf(cost_usd),
});

const featureOf = (sum: FeatureSum): FeatureCost => ({ feature: sum.feature, ...sumOf(sum) });

export const requestOf = (request: UsageRequest): RequestCost => ({
  ...sumOf({ ...request, requests: 1 }),
  id: request.request_id,
  at: request.at,
  feature: request.feature,
  source: request.source,
});

const DAY_MS = 86_400_000;
const NOTHING: Sum = { requests: 0, seconds: 0, tokens: 0, cost: 0 };

export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

export const dayBefore = (day: string, days: number): string => dayOf(new Date(Date.parse(day) - days * DAY_MS));

export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS) days.push(dayOf(new Date(at)));
  return days;
}

export function usageView(response: UsageResponse): UsageView {
  const { from, to, balance, totals, days, months, features, requests, next_cursor } = response;
  const known = new Map(days.map((day) => [day.day, day]));
  return {
    from,
    to,
    balance: microsOf(balance),
    total: sumOf(totals),
    days: daysBetween(from, to).map((day) => {
      const found = known.get(day);
      if (found === undefined) return { day, ...NOTHING, features: [] };
      return { day, ...sumOf(found), features: found.features.map(featureOf) };
    }),
    months: months.map((month) => ({ month: month.month, ...sumOf(month) })),
    features: features.map(featureOf),
    requests: requests.map(requestOf),
    next: next_cursor,
  };
}
