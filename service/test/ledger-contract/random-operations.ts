import assert from 'node:assert/strict';
import type { Hold, Ledger } from '../../src/domain/ledger.ts';
import { nano } from '../../src/domain/money.ts';
import { DOLLAR, USED } from './fixtures.ts';

export function describeRandomOperations(ledger: () => Ledger): void {
  it('agrees with a plain sum after many random operations', async () => {
    const random = randomFrom(7);
    const accounts = await Promise.all(['a@x', 'b@x', 'c@x'].map((email) => ledger().createAccount(email, DOLLAR)));
    const expected = new Map<string, number>(accounts.map(({ id }) => [id, DOLLAR]));
    const move = (id: string, amount: number) => expected.set(id, (expected.get(id) ?? 0) + amount);
    const open: Hold[] = [];
    for (let step = 0; step < 400; step++) {
      const account = accounts[random(3)] ?? assert.fail();
      const amount = nano(random(DOLLAR / 4));
      const hold = random(2) === 0 ? open.splice(random(open.length), 1)[0] : undefined;
      if (hold === undefined) {
        if (amount > (expected.get(account.id) ?? 0)) {
          await assert.rejects(ledger().hold(account.id, `r${step}`, amount), { code: 'balance_exhausted' });
          move(account.id, amount + 1);
          await ledger().credit(account.email, nano(amount + 1));
        } else {
          open.push(await ledger().hold(account.id, `r${step}`, amount));
          move(account.id, -amount);
        }
      } else if (random(3) === 0) {
        move(hold.accountId, hold.amount);
        assert.equal(await ledger().release(hold), expected.get(hold.accountId));
      } else {
        const charge = nano(random(hold.amount + 1));
        move(hold.accountId, hold.amount - charge);
        assert.equal(await ledger().settle(hold, charge, USED), expected.get(hold.accountId));
      }
    }
    for (const { id } of accounts) assert.equal(await ledger().balance(id), expected.get(id));
  });
}

/** A small repeatable generator (mulberry32); `random(n)` is a whole number below n. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
