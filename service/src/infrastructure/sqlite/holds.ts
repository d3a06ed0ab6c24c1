import type { Transaction } from 'kysely';
import { type Hold, type Ledger, LedgerError } from '../../domain/ledger.ts';
import { nano } from '../../domain/money.ts';
import { wholeMs } from '../../domain/price.ts';
import type { Processes, ProcessIdentity } from '../process-identity.ts';
import type { AccountsDependencies } from './accounts.ts';
import type { LedgerDatabase } from './database.ts';
import { post } from './postings.ts';
import type { Tables } from './tables.ts';

export type HoldsDependencies = Omit<AccountsDependencies, 'newId'> & { readonly processes: Processes };

type Holds = Pick<Ledger, 'hold' | 'settle' | 'release' | 'releaseOrphans'>;

/** Removes a hold from the open ones. Only one caller can, so a hold is never closed twice. */
async function close(trx: Transaction<Tables>, id: number): Promise<Hold> {
  const row = await trx.deleteFrom('open_holds').where('id', '=', id).returningAll().executeTakeFirst();
  if (row === undefined) throw new LedgerError('hold_closed', `The hold ${id} is settled or released already.`);
  return { id, accountId: row.account_id, requestId: row.request_id, amount: nano(row.amount) };
}

const giveBack = ({ id, accountId, amount }: Hold, at: Date) =>
  ({ accountId, kind: 'release', closes: id, at, changes: { held: -amount, available: amount } }) as const;

/** The open holds whose process does not run any more. */
export async function orphanedHolds(db: LedgerDatabase, processes: Processes): Promise<Tables['open_holds'][]> {
  const rows = await db.selectFrom('open_holds').selectAll().execute();
  const nameOf = (pid: number, startToken: string): string => `${pid} ${startToken}`;
  const owners = new Map<string, ProcessIdentity>();
  for (const { pid, start_token } of rows) owners.set(nameOf(pid, start_token), { pid, startToken: start_token });
  const gone = new Set([...owners].filter(([, owner]) => !processes.isRunning(owner)).map(([name]) => name));
  return rows.filter(({ pid, start_token }) => gone.has(nameOf(pid, start_token)));
}

export const createHolds = ({ db, now, processes }: HoldsDependencies): Holds => ({
  async hold(accountId, requestId, amount) {
    if (amount < 0) throw new LedgerError('amount_invalid', 'A hold cannot be negative.');
    const at = now();
    return db.transaction().execute(async (trx) => {
      const changes = { available: -amount, held: amount };
      const { id } = await post(trx, { accountId, kind: 'hold', closes: null, at, changes });
      const { pid, startToken } = processes.own;
      const row = { id, account_id: accountId, request_id: requestId, amount };
      await trx
        .insertInto('open_holds')
        .values({ ...row, pid, start_token: startToken })
        .execute();
      return { id, accountId, requestId, amount };
    });
  },

  async settle({ id }, amount, { source, feature, seconds, promptTokens, completionTokens }) {
    if (amount < 0) throw new LedgerError('amount_invalid', 'A charge cannot be negative.');
    const at = now();
    return db.transaction().execute(async (trx) => {
      const hold = await close(trx, id);
      if (amount > hold.amount) {
        throw new LedgerError('charge_above_hold', `A charge of ${amount} is above the hold of ${hold.amount}.`);
      }
      const { accountId, requestId } = hold;
      const changes = { held: -hold.amount, revenue: amount, available: hold.amount - amount };
      const posted = await post(trx, { accountId, kind: 'settle', closes: id, at, changes });
      const request = { transaction_id: posted.id, account_id: accountId, request_id: requestId };
      const used = { ms: wholeMs(seconds), prompt_tokens: promptTokens, completion_tokens: completionTokens };
      await trx
        .insertInto('charges')
        .values({ ...request, ...used, source, feature, amount })
        .execute();
      return posted.available;
    });
  },

  release: ({ id }) =>
    db.transaction().execute(async (trx) => (await post(trx, giveBack(await close(trx, id), now()))).available),

  releaseOrphans: () =>
    db.transaction().execute(async (trx) => {
      const orphans = await orphanedHolds(trx, processes);
      for (const { id } of orphans) await post(trx, giveBack(await close(trx, id), now()));
      return orphans.length;
    }),
});
