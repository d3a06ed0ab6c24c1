import type { Usage } from '../../domain/ledger.ts';
import { sumOf } from '../../domain/usage-sum.ts';
import { accountOf, balanceOf } from './accounts.ts';
import type { LedgerDatabase } from './database.ts';
import { requestOf } from './history.ts';

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
      const requests = (await charges.execute()).map(requestOf);
      const balance = await balanceOf(trx, account.id);
      return { account, balance, requests, totals: sumOf(requests) };
    });
