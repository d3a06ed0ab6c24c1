import assert from 'node:assert/strict';
import type { Ledger } from '../../src/domain/ledger.ts';
import { nano, ZERO } from '../../src/domain/money.ts';
import { ADA, DOLLAR, USED } from './fixtures.ts';

export function describeHolds(ledger: () => Ledger): void {
  it('sets money aside, charges part of it and gives the rest back', async () => {
    const { id } = await ledger().createAccount(ADA, DOLLAR);
    const hold = await ledger().hold(id, 'r1', nano(1000));
    assert.equal(await ledger().balance(id), DOLLAR - 1000);
    assert.equal(await ledger().settle(hold, nano(400), USED), DOLLAR - 400);
    assert.equal(await ledger().balance(id), DOLLAR - 400);
  });

  it('gives a released hold back whole', async () => {
    const { id } = await ledger().createAccount(ADA, DOLLAR);
    assert.equal(await ledger().release(await ledger().hold(id, 'r1', DOLLAR)), DOLLAR);
  });

  it('settles for nothing and for everything', async () => {
    const { id } = await ledger().createAccount(ADA, DOLLAR);
    assert.equal(await ledger().settle(await ledger().hold(id, 'free', DOLLAR), ZERO, USED), DOLLAR);
    assert.equal(await ledger().settle(await ledger().hold(id, 'full', DOLLAR), DOLLAR, USED), 0);
    assert.equal(await ledger().settle(await ledger().hold(id, 'none', ZERO), ZERO, USED), 0);
  });
}
