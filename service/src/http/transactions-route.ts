import { Readable } from 'node:stream';
import { MAX_PAGE, type TransactionRow, TransactionsQuery, type TransactionsResponse } from '@bioql/contract/usage';
import type { FastifyInstance } from 'fastify';
import type { Account, Ledger, PageOf } from '../domain/ledger.ts';
import { accountOf, requireAccount } from './authenticated.ts';
import { csvLine } from './csv.ts';
import { cursorOf, daysOf, pageFrom } from './span-query.ts';
import { transactionBody } from './usage-wire.ts';

const COLUMNS: readonly (keyof TransactionRow)[] = [
  'id',
  'at',
  'kind',
  'amount_usd',
  'charge_usd',
  'feature',
  'for_request',
];

/** All of a span, page by page, so that a long one needs no memory. */
async function* csvOf(ledger: Ledger, { id }: Account, { span }: PageOf): AsyncGenerator<string> {
  yield csvLine(COLUMNS);
  let before: number | undefined;
  do {
    const page = await ledger.transactions(id, { span, limit: MAX_PAGE, ...(before !== undefined && { before }) });
    for (const item of page.items) {
      const row = transactionBody(item);
      yield csvLine(COLUMNS.map((column) => row[column]));
    }
    before = page.next;
  } while (before !== undefined);
}

/** `GET /v1/transactions`, free of charge: a page as JSON, or all of a span as CSV. */
export function registerTransactions(app: FastifyInstance, ledger: Ledger, clock: () => Date): void {
  app.get('/v1/transactions', {
    schema: { querystring: TransactionsQuery },
    preValidation: requireAccount(ledger),
    handler: async (request, reply): Promise<TransactionsResponse | Readable> => {
      const { format, ...query } = request.query as TransactionsQuery;
      const page = pageFrom(query, clock());
      const account = accountOf(request);
      const wanted = format ?? (/\btext\/csv\b/.test(request.headers.accept ?? '') ? 'csv' : 'json');
      if (wanted === 'csv') {
        const { from, to } = daysOf(page.span);
        reply.type('text/csv; charset=utf-8');
        reply.header('content-disposition', `attachment; filename="bioql-transactions-${from}-${to}.csv"`);
        return Readable.from(csvOf(ledger, account, page));
      }
      const found = await ledger.transactions(account.id, page);
      return {
        currency: 'USD',
        transactions: found.items.map(transactionBody),
        next_cursor: cursorOf(found),
        request_id: request.id,
      };
    },
  });
}
