import type { Account, Ledger } from '../domain/ledger.ts';
import type { NanoUsd } from '../domain/money.ts';
import { dayOf, thisMonth } from '../domain/span.ts';
import { sumOf } from '../domain/usage-sum.ts';

export interface Spent {
  readonly today: NanoUsd;
  readonly thisMonth: NanoUsd;
}

/** What an account has spent today and this month, in UTC. */
export async function spentLately(ledger: Ledger, account: Account, now: Date): Promise<Spent> {
  const days = await ledger.usageByDay(account.id, thisMonth(now));
  const today = days.filter(({ day }) => day === dayOf(now));
  return { today: sumOf(today).cost, thisMonth: sumOf(days).cost };
}
