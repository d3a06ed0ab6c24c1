import type { Selectable } from 'kysely';
import { type ApiKeyRecord, type Ledger, LedgerError } from '../../domain/ledger.ts';
import type { AccountsDependencies } from './accounts.ts';
import type { Tables } from './tables.ts';

type ApiKeys = Pick<Ledger, 'addKey' | 'listKeys' | 'revokeKey' | 'accountByKeyHash'>;

const recordOf = (row: Selectable<Tables['api_keys']>): ApiKeyRecord => ({
  id: row.id,
  accountId: row.account_id,
  name: row.name,
  hash: row.hash,
  prefix: row.prefix,
  lastFour: row.last_four,
  createdAt: new Date(row.created_at),
  ...(row.revoked_at === null ? {} : { revokedAt: new Date(row.revoked_at) }),
});

export const createApiKeys = ({ db, now, newId }: AccountsDependencies): ApiKeys => ({
  async addKey(accountId, name, { hash, prefix, lastFour }) {
    const row = { id: newId('key'), account_id: accountId, name, hash, prefix, last_four: lastFour };
    const times = { created_at: now().getTime(), revoked_at: null };
    return recordOf(
      await db
        .insertInto('api_keys')
        .values({ ...row, ...times })
        .returningAll()
        .executeTakeFirstOrThrow(),
    );
  },

  async listKeys(accountId) {
    const keys = db.selectFrom('api_keys').selectAll().where('account_id', '=', accountId);
    return (await keys.orderBy('created_at').orderBy('id').execute()).map(recordOf);
  },

  async revokeKey(id) {
    const row = await db
      .updateTable('api_keys')
      .set((key) => ({ revoked_at: key.fn.coalesce('revoked_at', key.val(now().getTime())) }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) throw new LedgerError('key_unknown', `There is no API key ${id}.`);
    return recordOf(row);
  },

  async accountByKeyHash(hash) {
    const row = await db
      .selectFrom('api_keys')
      .innerJoin('accounts', 'accounts.id', 'api_keys.account_id')
      .select(['accounts.id', 'accounts.email'])
      .where('hash', '=', hash)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    return row && { id: row.id, email: row.email };
  },
});
