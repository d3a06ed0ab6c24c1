import { CENT, MICRO_USD, type NanoUsd, nano, roundTo, subtract } from './money.ts';

/** What an hour of the machine costs and what is added to it. The markup is in hundredths of a percent. */
export type Rate = { readonly usdPerHour: NanoUsd; readonly markupBasisPoints: number };

/** `charge` is what the account pays; `profit` is exactly `charge - base`. All are whole micro-dollars. */
export type Cost = { readonly base: NanoUsd; readonly charge: NanoUsd; readonly profit: NanoUsd };

export type Plan = { readonly name: string; readonly requestsPerMonth: number };

/** Whole cents for a month; `profit` is the difference of the other two as shown. */
export type PlanEstimate = {
  readonly plan: Plan;
  readonly revenue: NanoUsd;
  readonly cost: NanoUsd;
  readonly profit: NanoUsd;
};

export const PLANS: readonly Plan[] = [
  { name: 'Free', requestsPerMonth: 100 },
  { name: 'Light', requestsPerMonth: 1_000 },
  { name: 'Pro', requestsPerMonth: 10_000 },
  { name: 'Enterprise', requestsPerMonth: 100_000 },
];

/** The length of a request that the documented monthly figures assume. */
export const PLAN_SECONDS = 2;

const WHOLE = 10_000;
const MS_PER_HOUR = 3_600_000n;

export const createRate = (usdPerHour: number, markupPercent: number): Rate => ({
  usdPerHour: nano(Math.round(usdPerHour * 1_000_000_000)),
  markupBasisPoints: Math.round(markupPercent * 100),
});

/** The wire shows milliseconds, and so the price starts from them: a client can recompute it. */
export const wholeMs = (seconds: number): number => Math.round(seconds * 1000);

/** The price of machine time at a share of the rate, rounded once, at the end, to a multiple of `unit`. */
function machineTime(time: { ms: number; usdPerHour: NanoUsd; basisPoints: number; unit: number }): NanoUsd {
  const divisor = MS_PER_HOUR * BigInt(WHOLE) * BigInt(time.unit);
  const exact = BigInt(time.ms) * BigInt(time.usdPerHour) * BigInt(time.basisPoints);
  return nano(Number((exact * 2n + divisor) / (divisor * 2n)) * time.unit);
}

/** The cost of one request. It never falls as seconds rise, so a hold for more seconds covers it. */
export function costOf(seconds: number, rate: Rate): Cost {
  const time = { ms: wholeMs(seconds), usdPerHour: rate.usdPerHour, unit: MICRO_USD };
  const base = machineTime({ ...time, basisPoints: WHOLE });
  const charge = machineTime({ ...time, basisPoints: WHOLE + rate.markupBasisPoints });
  return { base, charge, profit: subtract(charge, base) };
}

/** A month of a plan: every request pays its rounded charge, while the machine costs its exact seconds. */
export function estimatePlan(plan: Plan, secondsPerRequest: number, rate: Rate): PlanEstimate {
  const revenue = roundTo(CENT, nano(costOf(secondsPerRequest, rate).charge * plan.requestsPerMonth));
  const ms = wholeMs(secondsPerRequest) * plan.requestsPerMonth;
  const cost = machineTime({ ms, usdPerHour: rate.usdPerHour, basisPoints: WHOLE, unit: CENT });
  return { plan, revenue, cost, profit: subtract(revenue, cost) };
}
