import assert from 'node:assert/strict';
import type { Hold, Ledger } from '../../src/domain/ledger.ts';
import { nano, ZERO } from '../../src/domain/money.ts';
import { ADA, DOLLAR, refused, USED } from './fixtures.ts';

export function describeLimits(ledger: () => Ledger): void {
  it('refuses a hold that the balance does not cover', async () => {
    const { id } = await ledger().createAccount(ADA, DOLLAR);
    await assert.rejects(ledger().hold(id, 'r1', nano(DOLLAR + 1)), refused('balance_exhausted'));
    await assert.rejects(ledger().hold('acc_none', 'r1', nano(1)), refused('account_unknown'));
    await assert.rejects(ledger().hold(id, 'r1', nano(-1)), refused('amount_invalid'));
    assert.equal(await ledger().balance(id), DOLLAR);
  });

  it('charges no more than the hold and leaves it open for a right charge', async () => {
    const { id } = await ledger().createAccount(ADA, DOLLAR);
    const hold = await ledger().hold(id, 'r1', nano(1000));
    await assert.rejects(ledger().settle(hold, nano(1001), USED), refused('charge_above_hold'));
    const forged: Hold = { ...hold, amount: DOLLAR };
    await assert.rejects(ledger().settle(forged, nano(1001), USED), refused('charge_above_hold'));
    await assert.rejects(ledger().settle(hold, nano(-1), USED), refused('amount_invalid'));
    assert.equal(await ledger().settle(hold, nano(1000), USED), DOLLAR - 1000);
  });

  it('closes a hold once', async () => {
    const { id } = await ledger().createAccount(ADA, DOLLAR);
    const hold = await ledger().hold(id, 'r1', nano(1000));
    const closings = [
      ledger().settle(hold, nano(700), USED),
      ledger().release(hold),
      ledger().settle(hold, ZERO, USED),
    ];
    const closed = await Promise.allSettled(closings);
    assert.deepEqual(
      closed.map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected'],
    );
    await assert.rejects(ledger().release(hold), refused('hold_closed'));
    assert.equal(await ledger().balance(id), DOLLAR - 700);
  });

  it('is not overdrawn by holds at the same time', async () => {
    const { id } = await ledger().createAccount(ADA, DOLLAR);
    const share = nano(DOLLAR / 10);
    const asked = await Promise.allSettled(Array.from({ length: 40 }, (_, i) => ledger().hold(id, `r${i}`, share)));
    assert.equal(asked.filter(({ status }) => status === 'fulfilled').length, 10);
    for (const result of asked) if (result.status === 'rejected') assert.equal(result.reason.code, 'balance_exhausted');
    assert.equal(await ledger().balance(id), 0);
  });

  it('keeps the holds of processes that run', async () => {
    const { id } = await ledger().createAccount(ADA, DOLLAR);
    const hold = await ledger().hold(id, 'r1', DOLLAR);
    assert.equal(await ledger().releaseOrphans(), 0);
    assert.equal(await ledger().release(hold), DOLLAR);
  });
}
