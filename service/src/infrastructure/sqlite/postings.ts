import { sql, type Transaction } from 'kysely';
import { LedgerError } from '../../domain/ledger.ts';
import { type NanoUsd, nano } from '../../domain/money.ts';
import { BOOKS, type Book, type Tables } from './tables.ts';

export type Posting = {
  readonly accountId: string;
  readonly kind: Tables['transactions']['kind'];
  readonly closes: number | null;
  readonly at: Date;
  /** What each book gains; the amounts sum to zero. */
  readonly changes: Readonly<Partial<Record<Book, number>>>;
};

/** Writes one transaction with its entries and moves the balances with it. */
export async function post(trx: Transaction<Tables>, posting: Posting): Promise<{ id: number; available: NanoUsd }> {
  const available = await moveBalances(trx, posting);
  const { accountId, kind, closes, at } = posting;
  const { id } = await trx
    .insertInto('transactions')
    .values({ account_id: accountId, kind, closes, at: at.getTime() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const entries = BOOKS.map((book) => ({ transaction_id: id, book, amount: posting.changes[book] ?? 0 }));
  const moved = entries.filter(({ amount }) => amount !== 0);
  if (moved.length > 0) await trx.insertInto('entries').values(moved).execute();
  return { id, available };
}

async function moveBalances(trx: Transaction<Tables>, { accountId, changes }: Posting): Promise<NanoUsd> {
  const { funding = 0, available = 0, held = 0, revenue = 0 } = changes;
  const balances = await trx
    .updateTable('balances')
    .set({
      funding: sql`funding + ${funding}`,
      available: sql`available + ${available}`,
      held: sql`held + ${held}`,
      revenue: sql`revenue + ${revenue}`,
    })
    .where('account_id', '=', accountId)
    .where(sql<boolean>`available + ${available} >= 0`)
    .returning('available')
    .executeTakeFirst();
  if (balances !== undefined) return nano(balances.available);
  const account = await trx.selectFrom('accounts').select('email').where('id', '=', accountId).executeTakeFirst();
  if (account === undefined) throw new LedgerError('account_unknown', `There is no account ${accountId}.`);
  throw new LedgerError('balance_exhausted', `The balance of ${account.email} is too low for this request.`);
}
