import assert from 'node:assert/strict';
import type { Account, Ledger, Transaction } from '../../src/domain/ledger.ts';
import { type NanoUsd, nano } from '../../src/domain/money.ts';
import { addDays, type Span } from '../../src/domain/span.ts';
import { sumOf } from '../../src/domain/usage-sum.ts';
import { ADA, DOLLAR, NEW_YEAR, USED } from './fixtures.ts';

const LARGE = nano(4_000_000_000_000_123);
const all: Span = { from: NEW_YEAR, to: addDays(NEW_YEAR, 400) };

/** What an account is told of its requests and its money. `wait` moves the clock on. */
export function describeReports(ledger: () => Ledger, wait: (ms: number) => void): void {
  const day = 86_400_000;

  async function ask(account: Account, requestId: string, charge: NanoUsd, details = USED): Promise<void> {
    const hold = await ledger().hold(account.id, requestId, nano(charge + 7));
    wait(1000);
    await ledger().settle(hold, charge, details);
  }

  it('adds requests up by day and feature', async () => {
    const account = await ledger().createAccount(ADA, DOLLAR);
    wait(day - 2000);
    await ask(account, 'r1', nano(1000));
    await ask(account, 'r2', nano(2000), { ...USED, feature: 'fix', seconds: 0.1 });
    await ask(account, 'r3', nano(4000), { ...USED, feature: 'fix', seconds: 0.2 });
    const days = await ledger().usageByDay(account.id, all);
    assert.deepEqual(
      days.map(({ day, feature, requests, cost }) => [day, feature, requests, cost]),
      [
        ['2025-01-01', 'generate', 1, 1000],
        ['2025-01-02', 'fix', 2, 6000],
      ],
    );
    assert.deepEqual(days[1]?.seconds, 0.3);
    assert.deepEqual(sumOf(days), (await ledger().usage(ADA)).totals);
    const second = { from: addDays(NEW_YEAR, 1), to: addDays(NEW_YEAR, 2) };
    assert.equal((await ledger().usageByDay(account.id, second)).length, 1);
  });

  it('counts large amounts exactly, and each account apart', async () => {
    const rich = await ledger().createAccount(ADA, nano(2 * LARGE + 14));
    const other = await ledger().createAccount('b@example.com', DOLLAR);
    await ask(rich, 'r1', LARGE);
    await ask(rich, 'r2', LARGE);
    await ask(other, 'r3', nano(1));
    const [today] = await ledger().usageByDay(rich.id, all);
    assert.equal(today?.cost, 8_000_000_000_000_246);
    const page = await ledger().transactions(rich.id, { span: all, limit: 50 });
    assert.equal(
      page.items.reduce((sum, { amount }) => sum + amount, 0),
      await ledger().balance(rich.id),
    );
    assert.equal((await ledger().requests(other.id, { span: all, limit: 50 })).items.length, 1);
  });

  it('lists requests page by page, newest first, each once', async () => {
    const account = await ledger().createAccount(ADA, DOLLAR);
    for (const name of ['r1', 'r2', 'r3', 'r4', 'r5']) await ask(account, name, nano(1000));
    const seen: string[][] = [];
    let before: number | undefined;
    do {
      const page = await ledger().requests(account.id, {
        span: all,
        limit: 2,
        ...(before !== undefined && { before }),
      });
      seen.push(page.items.map(({ requestId }) => requestId));
      before = page.next;
    } while (before !== undefined);
    assert.deepEqual(seen, [['r5', 'r4'], ['r3', 'r2'], ['r1']]);
  });

  it('gives the receipt of an own request and of no other', async () => {
    const account = await ledger().createAccount(ADA, DOLLAR);
    const other = await ledger().createAccount('b@example.com', DOLLAR);
    await ask(account, 'r1', nano(1000));
    assert.deepEqual(await ledger().receipt(account.id, 'r1'), {
      requestId: 'r1',
      at: new Date(NEW_YEAR.getTime() + 1000),
      ...USED,
      cost: 1000,
      held: 1007,
      heldAt: NEW_YEAR,
    });
    assert.equal(await ledger().receipt(other.id, 'r1'), undefined);
    assert.equal(await ledger().receipt(account.id, 'r2'), undefined);
  });

  it('lists every movement of money with what it was for', async () => {
    const account = await ledger().createAccount(ADA, DOLLAR);
    await ask(account, 'r1', nano(1000));
    await ledger().release(await ledger().hold(account.id, 'r2', nano(5)));
    const open = await ledger().hold(account.id, 'r3', nano(9));
    const { items } = await ledger().transactions(account.id, { span: all, limit: 50 });
    const shown = ({ kind, amount, requestId, feature, charge }: Transaction) => [
      kind,
      amount,
      requestId,
      feature,
      charge,
    ];
    assert.deepEqual(items.map(shown), [
      ['hold', -9, 'r3', undefined, undefined],
      ['release', 5, undefined, undefined, undefined],
      ['hold', -5, undefined, undefined, undefined],
      ['settle', 7, 'r1', 'generate', 1000],
      ['hold', -1007, 'r1', 'generate', undefined],
      ['fund', DOLLAR, undefined, undefined, undefined],
    ]);
    await ledger().release(open);
  });

  it('knows what the model took lately, without what was free', async () => {
    const account = await ledger().createAccount(ADA, DOLLAR);
    await ask(account, 'r1', nano(1000));
    await ask(account, 'r2', nano(0));
    await ask(account, 'r3', nano(1000), { ...USED, source: 'template' });
    await ask(account, 'r4', nano(1000), { ...USED, seconds: 3 });
    await ask(account, 'r5', nano(1000), { ...USED, feature: 'fix' });
    const seconds = async (limit: number) =>
      (await ledger().recentCharges('generate', limit)).map((charge) => charge.seconds);
    assert.deepEqual(await seconds(9), [3, 2]);
    assert.deepEqual(await seconds(1), [3]);
  });

  it('keeps one feedback a request, the latest, of its own account alone', async () => {
    const account = await ledger().createAccount(ADA, DOLLAR);
    const other = await ledger().createAccount('b@example.com', DOLLAR);
    await ask(account, 'r1', nano(1000));
    const shared = { prompt: 'a Bell state', code: 'code' };
    assert.equal(await ledger().giveFeedback(other.id, 'r1', { rating: 'up' }), false);
    assert.equal(await ledger().giveFeedback(account.id, 'r2', { rating: 'up' }), false);
    assert.equal(await ledger().giveFeedback(account.id, 'r1', { rating: 'down', comment: 'no', shared }), true);
    const given = { requestId: 'r1', at: new Date(NEW_YEAR.getTime() + 1000), feature: 'generate', source: 'model' };
    assert.deepEqual(await ledger().listFeedback(), [{ ...given, rating: 'down', comment: 'no', shared }]);
    assert.equal(await ledger().giveFeedback(account.id, 'r1', { rating: 'up' }), true);
    assert.deepEqual(await ledger().listFeedback(), [{ ...given, rating: 'up' }], 'what was shared is taken back');
  });
}
