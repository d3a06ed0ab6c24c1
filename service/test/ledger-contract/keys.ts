import assert from 'node:assert/strict';
import type { Ledger } from '../../src/domain/ledger.ts';
import { ZERO } from '../../src/domain/money.ts';
import { ADA, fingerprint, refused } from './fixtures.ts';

export function describeKeys(ledger: () => Ledger, later: () => void): void {
  it('finds the account of a key until the key is revoked', async () => {
    const account = await ledger().createAccount(ADA, ZERO);
    const first = await ledger().addKey(account.id, 'laptop', fingerprint('one'));
    later();
    const second = await ledger().addKey(account.id, 'server', fingerprint('two'));
    assert.deepEqual(await ledger().listKeys(account.id), [first, second]);
    assert.deepEqual(await ledger().accountByKeyHash(first.hash), account);
    const revoked = await ledger().revokeKey(first.id);
    assert.deepEqual(revoked, { ...first, revokedAt: second.createdAt });
    later();
    assert.deepEqual(await ledger().revokeKey(first.id), revoked);
    assert.equal(await ledger().accountByKeyHash(first.hash), undefined);
    assert.deepEqual(await ledger().accountByKeyHash(second.hash), account);
  });

  it('knows no other key', async () => {
    assert.equal(await ledger().accountByKeyHash(fingerprint('none').hash), undefined);
    await assert.rejects(ledger().revokeKey('key_none'), refused('key_unknown'));
  });
}
