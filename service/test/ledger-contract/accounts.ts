import assert from 'node:assert/strict';
import { DEMO_KEY, hashApiKey } from '../../src/domain/api-key.ts';
import { DEMO_EMAIL, provideDemoAccount } from '../../src/domain/demo-account.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { nano, ZERO } from '../../src/domain/money.ts';
import { ADA, DOLLAR, NEW_YEAR, refused } from './fixtures.ts';

export function describeAccounts(ledger: () => Ledger): void {
  it('makes accounts with a first credit', async () => {
    const { id, email } = await ledger().createAccount(ADA, DOLLAR);
    await ledger().createAccount('zoe@example.com', ZERO);
    assert.deepEqual(await ledger().findAccount(ADA), { id, email });
    assert.equal(await ledger().findAccount('nobody@example.com'), undefined);
    assert.deepEqual(
      (await ledger().listAccounts()).map((account) => [account.email, account.balance, account.createdAt.getTime()]),
      [
        [ADA, DOLLAR, NEW_YEAR.getTime()],
        ['zoe@example.com', 0, NEW_YEAR.getTime()],
      ],
    );
  });

  it('makes no account twice', async () => {
    await ledger().createAccount(ADA, DOLLAR);
    await assert.rejects(ledger().createAccount(ADA, DOLLAR), refused('account_exists'));
    assert.equal((await ledger().listAccounts()).length, 1);
  });

  it('adds credit', async () => {
    const { id } = await ledger().createAccount(ADA, DOLLAR);
    assert.equal(await ledger().credit(ADA, nano(500)), DOLLAR + 500);
    assert.equal(await ledger().balance(id), DOLLAR + 500);
  });

  it('refuses credit that is not one', async () => {
    await ledger().createAccount(ADA, DOLLAR);
    await assert.rejects(ledger().createAccount('b@example.com', nano(-1)), refused('amount_invalid'));
    await assert.rejects(ledger().credit(ADA, ZERO), refused('amount_invalid'));
    await assert.rejects(ledger().credit('b@example.com', DOLLAR), refused('account_unknown'));
    await assert.rejects(ledger().credit(ADA, nano(Number.MAX_SAFE_INTEGER)), refused('balance_too_large'));
    assert.deepEqual(
      (await ledger().listAccounts()).map(({ balance }) => balance),
      [DOLLAR],
    );
  });

  it('provides the demo account once', async () => {
    await provideDemoAccount(ledger());
    await provideDemoAccount(ledger());
    const account = await ledger().accountByKeyHash(hashApiKey(DEMO_KEY));
    assert.equal(account?.email, DEMO_EMAIL);
    assert.equal(await ledger().balance(account.id), 10 * DOLLAR);
  });
}
