import { type Selectable, sql } from 'kysely';
import type { Ledger, Page, PageOf, RequestUsage } from '../../domain/ledger.ts';
import { nano } from '../../domain/money.ts';
import type { LedgerDatabase } from './database.ts';
import type { Tables } from './tables.ts';

type History = Pick<Ledger, 'usageByDay' | 'requests' | 'receipt' | 'transactions' | 'recentCharges'>;

type ChargeRow = Selectable<Tables['charges']>;

const detailsOf = (row: ChargeRow) => ({
  feature: row.feature,
  source: row.source,
  seconds: row.ms / 1000,
  promptTokens: row.prompt_tokens,
  completionTokens: row.completion_tokens,
});

export const requestOf = (row: ChargeRow & { readonly at: number }): RequestUsage => ({
  requestId: row.request_id,
  at: new Date(row.at),
  ...detailsOf(row),
  cost: nano(row.amount),
});

/** `rows` is asked for one more than fits, which tells whether a page follows. */
function pageOf<Row, Item>(rows: readonly Row[], limit: number, idOf: (row: Row) => number, read: (row: Row) => Item) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const page: Page<Item> = { items: shown.map(read) };
  return rows.length > limit && last !== undefined ? { ...page, next: idOf(last) } : page;
}

/**
 * The transactions of an account on the page, newest first. The `+` keeps SQLite from finding them by their time, after which it
 * would sort all of a span for each page; by number they are in order.
 */
const transactionsOn = (db: LedgerDatabase, accountId: string, { span, limit, before }: PageOf) =>
  db
    .selectFrom('transactions')
    .where('transactions.account_id', '=', accountId)
    .where(sql<number>`+transactions.at`, '>=', span.from.getTime())
    .where(sql<number>`+transactions.at`, '<', span.to.getTime())
    .$if(before !== undefined, (query) => query.where('transactions.id', '<', before ?? 0))
    .orderBy('transactions.id', 'desc')
    .limit(limit + 1);

export const createHistory = (db: LedgerDatabase): History => ({
  async usageByDay(accountId, { from, to }) {
    const day = sql<string>`date(transactions.at / 1000, 'unixepoch')`;
    const rows = await db
      .selectFrom('transactions')
      .innerJoin('charges', 'charges.transaction_id', 'transactions.id')
      .where('transactions.account_id', '=', accountId)
      .where('transactions.at', '>=', from.getTime())
      .where('transactions.at', '<', to.getTime())
      .select((of) => [
        day.as('day'),
        'feature',
        of.fn.countAll<number>().as('requests'),
        of.fn.sum<number>('ms').as('ms'),
        of.fn.sum<number>('prompt_tokens').as('prompt_tokens'),
        of.fn.sum<number>('completion_tokens').as('completion_tokens'),
        of.fn.sum<number>('amount').as('amount'),
      ])
      .groupBy(['day', 'feature'])
      .orderBy('day')
      .orderBy('feature')
      .execute();
    return rows.map((row) => ({
      day: row.day,
      feature: row.feature,
      requests: row.requests,
      seconds: row.ms / 1000,
      promptTokens: row.prompt_tokens,
      completionTokens: row.completion_tokens,
      cost: nano(row.amount),
    }));
  },

  async requests(accountId, page) {
    const rows = await transactionsOn(db, accountId, page)
      .innerJoin('charges', 'charges.transaction_id', 'transactions.id')
      .selectAll('charges')
      .select('transactions.at')
      .execute();
    return pageOf(rows, page.limit, (row) => row.transaction_id, requestOf);
  },

  async receipt(accountId, requestId) {
    const row = await db
      .selectFrom('charges')
      .innerJoin('transactions as settled', 'settled.id', 'charges.transaction_id')
      .innerJoin('transactions as hold', 'hold.id', 'settled.closes')
      .leftJoin('entries', (join) => join.onRef('entries.transaction_id', '=', 'hold.id').on('book', '=', 'held'))
      .where('charges.request_id', '=', requestId)
      .where('charges.account_id', '=', accountId)
      .selectAll('charges')
      .select(['settled.at', 'hold.at as held_at', 'entries.amount as held'])
      .executeTakeFirst();
    return row && { ...requestOf(row), held: nano(row.held ?? 0), heldAt: new Date(row.held_at) };
  },

  async transactions(accountId, page) {
    const rows = await transactionsOn(db, accountId, page)
      .leftJoin('entries', (join) =>
        join.onRef('entries.transaction_id', '=', 'transactions.id').on('entries.book', '=', 'available'),
      )
      .leftJoin('transactions as closing', 'closing.closes', 'transactions.id')
      .leftJoin('charges', (join) =>
        join.on((on) =>
          on.or([
            on('charges.transaction_id', '=', on.ref('transactions.id')),
            on('charges.transaction_id', '=', on.ref('closing.id')),
          ]),
        ),
      )
      .leftJoin('open_holds', 'open_holds.id', 'transactions.id')
      .select(['transactions.id', 'transactions.kind', 'transactions.at', 'entries.amount as moved', 'feature'])
      .select((of) => ['charges.amount', of.fn.coalesce('charges.request_id', 'open_holds.request_id').as('request')])
      .execute();
    return pageOf(
      rows,
      page.limit,
      ({ id }) => id,
      ({ id, kind, at, moved, request, feature, amount }) => ({
        id,
        kind,
        at: new Date(at),
        amount: nano(moved ?? 0),
        ...(request !== null && { requestId: request }),
        ...(feature !== null && { feature }),
        ...(kind === 'settle' && amount !== null && { charge: nano(amount) }),
      }),
    );
  },

  async recentCharges(feature, limit) {
    const rows = await db
      .selectFrom('charges')
      .selectAll()
      .where('feature', '=', feature)
      .where('source', '=', 'model')
      .where('amount', '>', 0)
      .orderBy('transaction_id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(detailsOf);
  },
});
