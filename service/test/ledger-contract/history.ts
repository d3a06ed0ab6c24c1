import assert from 'node:assert/strict';
import type { Ledger } from '../../src/domain/ledger.ts';
import { nano, ZERO } from '../../src/domain/money.ts';
import { ADA, DOLLAR, NEW_YEAR, USED } from './fixtures.ts';

export function describeHistory(ledger: () => Ledger): void {
  it('lists what each request cost', async () => {
    const account = await ledger().createAccount(ADA, DOLLAR);
    const first = await ledger().hold(account.id, 'r1', nano(1_000_000));
    const second = await ledger().hold(account.id, 'r2', nano(1_000_000));
    await ledger().settle(second, nano(856_000), USED);
    await ledger().settle(first, ZERO, {
      feature: 'fix',
      source: 'template',
      seconds: 0.0104,
      promptTokens: 7,
      completionTokens: 0,
    });
    await ledger().release(await ledger().hold(account.id, 'r3', nano(5)));
    const at = NEW_YEAR;
    assert.deepEqual(await ledger().usage(ADA), {
      account,
      balance: DOLLAR - 856_000,
      requests: [
        { requestId: 'r2', at, ...USED, cost: 856_000 },
        {
          requestId: 'r1',
          at,
          feature: 'fix',
          source: 'template',
          seconds: 0.01,
          promptTokens: 7,
          completionTokens: 0,
          cost: 0,
        },
      ],
      totals: { requests: 2, seconds: 2.01, promptTokens: 37, completionTokens: 40, cost: 856_000 },
    });
  });
}
