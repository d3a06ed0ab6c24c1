import type { RequestUsage, Usage, UsageTotals } from '../../domain/ledger.ts';
import { add, nano, ZERO } from '../../domain/money.ts';
import { accountOf, balanceOf } from './accounts.ts';
import type { LedgerDatabase } from './database.ts';

const NOTHING: UsageTotals = { requests: 0, seconds: 0, promptTokens: 0, completionTokens: 0, cost: ZERO };

const sum = (totals: UsageTotals, request: RequestUsage): UsageTotals => ({
  requests: totals.requests + 1,
  seconds: Math.round((totals.seconds + request.seconds) * 1000) / 1000,
  promptTokens: totals.promptTokens + request.promptTokens,
  completionTokens: totals.completionTokens + request.completionTokens,
  cost: add(totals.cost, request.cost),
});

export const usageOf = (db: LedgerDatabase, email: string): Promise<Usage> =>
  db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const account = await accountOf(trx, email);
      const charges = trx
        .selectFrom('charges')
        .innerJoin('transactions', 'transactions.id', 'charges.transaction_id')
        .selectAll('charges')
        .select('at')
        .where('charges.account_id', '=', account.id)
        .orderBy('transaction_id');
      const requests = (await charges.execute()).map((row) => ({
        requestId: row.request_id,
        at: new Date(row.at),
        source: row.source,
        feature: row.feature,
        seconds: row.ms / 1000,
        promptTokens: row.prompt_tokens,
        completionTokens: row.completion_tokens,
        cost: nano(row.amount),
      }));
      const balance = await balanceOf(trx, account.id);
      return { account, balance, requests, totals: requests.reduce(sum, NOTHING) };
    });
