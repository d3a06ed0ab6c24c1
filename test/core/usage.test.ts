import assert from 'node:assert/strict';
import type { UsageResponse } from '@bioql/contract/usage';
import { budgetOf, dayIsSpent, isCostly } from '../../src/core/budget.ts';
import { NOTHING_KNOWN, spentThisMonth, spentToday, withCharge, withReport } from '../../src/core/spending.ts';
import { axisTop, usageChart } from '../../src/core/usage-chart.ts';
import { dayBefore, daysBetween, usageView } from '../../src/core/usage-view.ts';

const sum = (requests: number, cost_usd: number) => ({
  requests,
  seconds: requests / 10,
  prompt_tokens: 30 * requests,
  completion_tokens: 60 * requests,
  cost_usd,
});

const RESPONSE: UsageResponse = {
  from: '2025-01-30',
  to: '2025-02-02',
  time_zone: 'UTC',
  currency: 'USD',
  balance: 9.999,
  totals: sum(3, 0.0006),
  days: [
    { day: '2025-01-31', ...sum(1, 0.0001), features: [{ feature: 'generate', ...sum(1, 0.0001) }] },
    {
      day: '2025-02-02',
      ...sum(2, 0.0005),
      features: [
        { feature: 'generate', ...sum(1, 0.0002) },
        { feature: 'fix', ...sum(1, 0.0003) },
      ],
    },
  ],
  months: [
    { month: '2025-01', ...sum(1, 0.0001) },
    { month: '2025-02', ...sum(2, 0.0005) },
  ],
  features: [
    { feature: 'generate', ...sum(2, 0.0003) },
    { feature: 'fix', ...sum(1, 0.0003) },
  ],
  requests: [],
  next_cursor: null,
  request_id: 'req_1',
};

describe('usage as it is shown', () => {
  const view = usageView(RESPONSE);

  it('has every day of the span, and whole micro-dollars', () => {
    assert.deepEqual(
      view.days.map(({ day, cost, tokens }) => [day, cost, tokens]),
      [
        ['2025-01-30', 0, 0],
        ['2025-01-31', 100, 90],
        ['2025-02-01', 0, 0],
        ['2025-02-02', 500, 180],
      ],
    );
    assert.deepEqual([view.balance, view.total.cost], [9_999_000, 600]);
  });

  it('counts days over months and leap years', () => {
    assert.equal(dayBefore('2024-03-01', 1), '2024-02-29');
    assert.equal(daysBetween('2023-12-30', '2024-03-01').length, 63);
  });

  it('is a chart with a named bar a day, and a pattern a feature', () => {
    const svg = usageChart({
      days: view.days,
      features: ['generate', 'fix'],
      width: 600,
      perDay: 400,
      texts: {
        title: 'Cost <by> day',
        budget: 'limit',
        day: (day) => day.slice(5),
        sentence: ({ day }) => `On ${day}`,
      },
    });
    assert.equal(svg.match(/<g class="day" role="img"/g)?.length, 4);
    assert.match(svg, /aria-label="Cost &lt;by&gt; day"/);
    assert.match(svg, /data-day="2025-02-02" aria-label="On 2025-02-02"/);
    assert.equal(svg.match(/class="part feature-0"/g)?.length, 2);
    assert.equal(svg.match(/url\(#bioql-pattern-1\)/g)?.length, 1);
    assert.match(svg, /class="limit"/);
    assert.doesNotMatch(svg, /NaN|undefined|style=/);
    const heights = [...svg.matchAll(/class="part feature-(\d)"[^>]* height="([\d.]+)"/g)].map(([, at, height]) => [
      at,
      Number(height),
    ]);
    const [first, second, third] = heights.map(([, height]) => height as number) as [number, number, number];
    assert.ok(Math.abs(second / first - 2) < 0.01 && Math.abs(third / first - 3) < 0.01, 'heights are as the costs');
  });

  it('has an axis of round steps that holds the highest bar', () => {
    assert.deepEqual([1, 4, 5, 500, 2_001, 1_000_000].map(axisTop), [4, 4, 8, 800, 4_000, 2_000_000]);
  });
});

describe('what is spent', () => {
  const day = (text: string) => new Date(`${text}T10:00:00Z`);

  it('is the report and what came since, each day anew', () => {
    const now = day('2025-02-02');
    let spending = withCharge(NOTHING_KNOWN, 40, now);
    assert.deepEqual([spentToday(spending, now), spentThisMonth(spending, now)], [40, 40]);
    spending = withCharge(withReport(spending, usageView(RESPONSE), now), 7, now);
    assert.deepEqual([spentToday(spending, now), spentThisMonth(spending, now)], [507, 507]);
    const next = day('2025-02-03');
    assert.deepEqual([spentToday(spending, next), spentThisMonth(spending, next)], [0, 507]);
    assert.equal(spentToday(withCharge(spending, 5, next), next), 5);
  });

  it('reaches a budget, of which zero is none', () => {
    const budget = budgetOf(0.001, 0.01);
    assert.deepEqual(
      [999, 1_000].map((spent) => dayIsSpent(budget, spent)),
      [false, true],
    );
    assert.deepEqual(
      [10_000, 10_001].map((most) => isCostly(budget, most)),
      [false, true],
    );
    const none = budgetOf(0, 0);
    assert.deepEqual([dayIsSpent(none, 9e9), isCostly(none, 9e9)], [false, false]);
  });
});
