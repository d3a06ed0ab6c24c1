import type { UsageTotals } from './ledger.ts';
import { add, ZERO } from './money.ts';

const NOTHING: UsageTotals = { requests: 0, seconds: 0, promptTokens: 0, completionTokens: 0, cost: ZERO };

type Counted = Omit<UsageTotals, 'requests'> & { readonly requests?: number };

/** Sums of sums, or of single requests. Seconds are whole milliseconds, and so is their sum. */
export const sumOf = (parts: readonly Counted[]): UsageTotals =>
  parts.reduce<UsageTotals>(
    (total, part) => ({
      requests: total.requests + (part.requests ?? 1),
      seconds: Math.round((total.seconds + part.seconds) * 1000) / 1000,
      promptTokens: total.promptTokens + part.promptTokens,
      completionTokens: total.completionTokens + part.completionTokens,
      cost: add(total.cost, part.cost),
    }),
    NOTHING,
  );
