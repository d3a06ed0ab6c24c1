import { type Account, type Ledger, LedgerError } from '../../domain/ledger.ts';
import { type NanoUsd, nano } from '../../domain/money.ts';
import type { LedgerDatabase } from './database.ts';
import { post } from './postings.ts';

export type AccountsDependencies = {
  readonly db: LedgerDatabase;
  readonly now: () => Date;
  readonly newId: (prefix: string) => string;
};

type Accounts = Pick<Ledger, 'createAccount' | 'credit' | 'findAccount' | 'listAccounts' | 'balance'>;

export async function findAccount(db: LedgerDatabase, email: string): Promise<Account | undefined> {
  const row = await db.selectFrom('accounts').select('id').where('email', '=', email).executeTakeFirst();
  return row && { id: row.id, email };
}

export async function accountOf(db: LedgerDatabase, email: string): Promise<Account> {
  const account = await findAccount(db, email);
  if (account === undefined) throw new LedgerError('account_unknown', `There is no account ${email}.`);
  return account;
}

export async function balanceOf(db: LedgerDatabase, accountId: string): Promise<NanoUsd> {
  const row = await db
    .selectFrom('balances')
    .select('available')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (row === undefined) throw new LedgerError('account_unknown', `There is no account ${accountId}.`);
  return nano(row.available);
}

const fund = (accountId: string, amount: NanoUsd, at: Date) =>
  ({ accountId, kind: 'fund', closes: null, at, changes: { funding: -amount, available: amount } }) as const;

export const createAccounts = ({ db, now, newId }: AccountsDependencies): Accounts => ({
  async createAccount(email, credit) {
    if (credit < 0) throw new LedgerError('amount_invalid', 'A credit cannot be negative.');
    const account = { id: newId('acc'), email };
    return db.transaction().execute(async (trx) => {
      if ((await findAccount(trx, email)) !== undefined) {
        throw new LedgerError('account_exists', `There is already an account ${email}.`);
      }
      await trx
        .insertInto('accounts')
        .values({ ...account, created_at: now().getTime() })
        .execute();
      const empty = { funding: 0, available: 0, held: 0, revenue: 0 };
      await trx
        .insertInto('balances')
        .values({ account_id: account.id, ...empty })
        .execute();
      if (credit > 0) await post(trx, fund(account.id, credit, now()));
      return account;
    });
  },

  async credit(email, amount) {
    if (amount <= 0) throw new LedgerError('amount_invalid', 'A credit must be more than zero.');
    return db.transaction().execute(async (trx) => {
      const { id } = await accountOf(trx, email);
      const { funding } = await trx
        .selectFrom('balances')
        .select('funding')
        .where('account_id', '=', id)
        .executeTakeFirstOrThrow();
      if (!Number.isSafeInteger(funding - amount)) {
        throw new LedgerError('balance_too_large', `The credits of ${email} would be too large to count exactly.`);
      }
      return (await post(trx, fund(id, amount, now()))).available;
    });
  },

  findAccount: (email) => findAccount(db, email),

  async listAccounts() {
    const rows = await db
      .selectFrom('accounts')
      .innerJoin('balances', 'balances.account_id', 'accounts.id')
      .select(['id', 'email', 'created_at', 'available'])
      .orderBy('email')
      .execute();
    return rows.map(({ id, email, created_at, available }) => ({
      id,
      email,
      createdAt: new Date(created_at),
      balance: nano(available),
    }));
  },

  balance: (accountId) => balanceOf(db, accountId),
});
