import type { Ledger } from '../../domain/ledger.ts';
import type { LedgerDatabase } from './database.ts';

type FeedbackBook = Pick<Ledger, 'giveFeedback' | 'listFeedback'>;

export const createFeedback = (db: LedgerDatabase, now: () => Date): FeedbackBook => ({
  giveFeedback: (accountId, requestId, { rating, comment, shared }) =>
    db.transaction().execute(async (trx) => {
      const own = await trx
        .selectFrom('charges')
        .select('transaction_id')
        .where('request_id', '=', requestId)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      if (own === undefined) return false;
      const said = {
        rating,
        comment: comment ?? null,
        prompt: shared?.prompt ?? null,
        code: shared?.code ?? null,
        at: now().getTime(),
      };
      await trx
        .insertInto('feedback')
        .values({ account_id: accountId, request_id: requestId, ...said })
        .onConflict((conflict) => conflict.columns(['account_id', 'request_id']).doUpdateSet(said))
        .execute();
      return true;
    }),

  async listFeedback() {
    const rows = await db
      .selectFrom('feedback')
      .innerJoin('charges', (join) =>
        join
          .onRef('charges.request_id', '=', 'feedback.request_id')
          .onRef('charges.account_id', '=', 'feedback.account_id'),
      )
      .selectAll('feedback')
      .select(['feature', 'source'])
      .orderBy('feedback.at')
      .orderBy('feedback.request_id')
      .execute();
    return rows.map(({ request_id, rating, comment, prompt, code, at, feature, source }) => ({
      requestId: request_id,
      at: new Date(at),
      feature,
      source,
      rating,
      ...(comment !== null && { comment }),
      ...(prompt !== null && code !== null && { shared: { prompt, code } }),
    }));
  },
});
