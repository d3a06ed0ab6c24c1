import assert from 'node:assert/strict';
import { subtract, usdText } from '../../src/domain/money.ts';
import { costOf, createRate, estimatePlan, PLAN_SECONDS, PLANS } from '../../src/domain/price.ts';

const DOCUMENTED = createRate(1.1, 40);

const shown = (seconds: number): string[] => {
  const { base, charge, profit } = costOf(seconds, DOCUMENTED);
  return [base, charge, profit].map((amount) => usdText(amount));
};

describe('price', () => {
  it('gives the documented figures', () => {
    assert.deepEqual(shown(5.328), ['0.001628', '0.002279', '0.000651']);
    assert.deepEqual(shown(1), ['0.000306', '0.000428', '0.000122']);
    assert.deepEqual(shown(2), ['0.000611', '0.000856', '0.000245']);
    assert.deepEqual(shown(0), ['0.000000', '0.000000', '0.000000']);
  });

  it('starts from the milliseconds that the wire shows', () => {
    assert.deepEqual(shown(5.3284999), shown(5.328));
    assert.notDeepEqual(shown(5.3335), shown(5.328));
  });

  it('charges whole micro-dollars, never less for more time, and profit is the difference', () => {
    let last = 0;
    for (let ms = 0; ms < 40_000; ms += 7) {
      const { base, charge, profit } = costOf(ms / 1000, DOCUMENTED);
      assert.equal(charge % 1000, 0);
      assert.equal(profit, subtract(charge, base));
      assert.ok(charge >= last);
      last = charge;
    }
  });

  it('is exact for times and rates whose product is no safe integer', () => {
    const { base, charge } = costOf(3600, createRate(98765.432109876, 37.5));
    assert.deepEqual([usdText(base), usdText(charge)], ['98765.432110', '135802.469151']);
  });

  it('gives the documented month of each plan', () => {
    const month = PLANS.map((plan) => {
      const { revenue, cost, profit } = estimatePlan(plan, PLAN_SECONDS, DOCUMENTED);
      return [plan.name, plan.requestsPerMonth, ...[revenue, cost, profit].map((amount) => usdText(amount, 2))];
    });
    assert.deepEqual(month, [
      ['Free', 100, '0.09', '0.06', '0.03'],
      ['Light', 1_000, '0.86', '0.61', '0.25'],
      ['Pro', 10_000, '8.56', '6.11', '2.45'],
      ['Enterprise', 100_000, '85.60', '61.11', '24.49'],
    ]);
  });
});
