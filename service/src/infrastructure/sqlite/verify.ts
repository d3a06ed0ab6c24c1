import { sql } from 'kysely';
import type { Difference } from '../../domain/ledger.ts';
import { nano, ZERO } from '../../domain/money.ts';
import type { Processes } from '../process-identity.ts';
import type { LedgerDatabase } from './database.ts';
import { orphanedHolds } from './holds.ts';
import { BOOKS } from './tables.ts';

/** Checks the whole book on one snapshot, so that requests may go on meanwhile. */
export const verifyLedger = (db: LedgerDatabase, processes: Processes): Promise<Difference[]> =>
  db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => [
      ...(await unbalancedTransactions(trx)),
      ...(await differingBalances(trx)),
      ...(await differingHolds(trx)),
      ...(await differingCharges(trx)),
      ...(await orphans(trx, processes)),
    ]);

async function unbalancedTransactions(db: LedgerDatabase): Promise<Difference[]> {
  const rows = await db
    .selectFrom('entries')
    .select(({ fn }) => ['transaction_id', fn.sum<number>('amount').as('found')])
    .groupBy('transaction_id')
    .having(({ fn }) => fn.sum<number>('amount'), '<>', 0)
    .execute();
  return rows.map(({ transaction_id, found }) => ({
    code: 'transaction_unbalanced',
    subject: `transaction ${transaction_id}`,
    expected: ZERO,
    found: nano(found),
  }));
}

async function differingBalances(db: LedgerDatabase): Promise<Difference[]> {
  const summed = await db
    .selectFrom('entries')
    .innerJoin('transactions', 'transactions.id', 'entries.transaction_id')
    .select(({ fn }) => ['account_id', 'book', fn.sum<number>('amount').as('total')])
    .groupBy(['account_id', 'book'])
    .execute();
  const sums = new Map(summed.map(({ account_id, book, total }) => [`${account_id} ${book}`, nano(total)]));
  const balances = await db.selectFrom('balances').selectAll().execute();
  return balances.flatMap((row) =>
    BOOKS.map((book): Difference => {
      const subject = `${row.account_id} ${book}`;
      return { code: 'balance_differs', subject, expected: sums.get(subject) ?? ZERO, found: nano(row[book]) };
    }).filter(({ expected, found }) => expected !== found),
  );
}

async function differingHolds(db: LedgerDatabase): Promise<Difference[]> {
  const rows = await db
    .selectFrom('balances')
    .leftJoin('open_holds', 'open_holds.account_id', 'balances.account_id')
    .select(({ fn }) => [
      'balances.account_id',
      'held',
      fn.coalesce(fn.sum<number>('amount'), sql<number>`0`).as('open'),
    ])
    .groupBy(['balances.account_id', 'held'])
    .execute();
  return rows
    .filter(({ held, open }) => held !== open)
    .map(({ account_id, held, open }) => ({
      code: 'hold_differs',
      subject: `${account_id} open holds`,
      expected: nano(held),
      found: nano(open),
    }));
}

async function differingCharges(db: LedgerDatabase): Promise<Difference[]> {
  const rows = await db
    .selectFrom('transactions')
    .leftJoin('charges', 'charges.transaction_id', 'transactions.id')
    .leftJoin('entries', (join) =>
      join.onRef('entries.transaction_id', '=', 'transactions.id').on('entries.book', '=', 'revenue'),
    )
    .select(({ fn }) => [
      'transactions.id',
      fn.coalesce('entries.amount', sql<number>`0`).as('earned'),
      fn.coalesce('charges.amount', sql<number>`0`).as('charged'),
    ])
    .where(sql<boolean>`coalesce(entries.amount, 0) <> coalesce(charges.amount, 0)`)
    .execute();
  return rows.map(({ id, earned, charged }) => ({
    code: 'charge_differs',
    subject: `transaction ${id} charge`,
    expected: nano(earned),
    found: nano(charged),
  }));
}

async function orphans(db: LedgerDatabase, processes: Processes): Promise<Difference[]> {
  return (await orphanedHolds(db, processes)).map(({ id, pid, amount }) => ({
    code: 'hold_orphaned',
    subject: `hold ${id} of ended process ${pid}`,
    expected: ZERO,
    found: nano(amount),
  }));
}
