import assert from 'node:assert/strict';
import { AccountResponse, PlansResponse } from '@bioql/contract/account';
import type { ErrorBody } from '@bioql/contract/errors';
import { EstimateResponse } from '@bioql/contract/estimate';
import { FeedbackResponse } from '@bioql/contract/feedback';
import { ReceiptResponse, TransactionsResponse, UsageResponse } from '@bioql/contract/usage';
import type { Static, TSchema } from 'typebox';
import { Check, Errors } from 'typebox/value';
import { createApiKey, fingerprintOf } from '../../src/domain/api-key.ts';
import { nano } from '../../src/domain/money.ts';
import { tempDir } from '../temp-dir.ts';
import { ask, DEMO_KEY } from './client.ts';
import { BELL, type ScriptedService, startScripted } from './scripted-service.ts';

/** What a Bell state of the scripted model costs: a tenth of a second. */
const CHARGE = 0.000043;
const day = (text: string) => new Date(`${text}T12:00:00Z`);

describe('money over HTTP', () => {
  const dir = tempDir();
  let service: ScriptedService;
  /** Requests on the last day of January, and on the first and the third of February. */
  const ids: string[] = [];

  before(async () => {
    service = await startScripted(dir.path('bioql.sqlite'), day('2025-01-31'));
    for (const moment of ['2025-01-31', '2025-02-01', '2025-02-01', '2025-02-03', '2025-02-03', '2025-02-03']) {
      service.goTo(day(moment));
      ids.push((await ask(service.url, { prompt: 'a Bell state' })).body.request_id);
    }
  });
  after(async () => {
    assert.deepEqual(await service.ledger.verify(), []);
    await service.close();
  });

  const send = (path: string, body?: object, headers: Record<string, string> = {}) =>
    fetch(`${service.url}${path}`, {
      headers: {
        authorization: `Bearer ${DEMO_KEY}`,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });

  async function get<Schema extends TSchema>(schema: Schema, path: string, body?: object): Promise<Static<Schema>> {
    const response = await send(path, body);
    const answer = await response.json();
    assert.equal(response.status, 200, JSON.stringify(answer));
    assert.ok(Check(schema, answer), JSON.stringify([...Errors(schema, answer)]));
    return answer;
  }
  const refusal = async (response: Response) => {
    const { error } = (await response.json()) as ErrorBody;
    assert.match(error.request_id, /^req_/);
    return `${response.status} ${error.code}: ${error.message}`;
  };

  it('tells the account, its key and what it spent', async () => {
    const { request_id, ...account } = await get(AccountResponse, '/v1/account');
    assert.match(request_id, /^req_/);
    assert.deepEqual(account, {
      email: 'demo@bioql.com',
      balance: 9.999742,
      currency: 'USD',
      key: { name: 'demo', last_four: 'e7ae' },
      spent: { today: 0.000129, this_month: 0.000215 },
    });
  });

  it('adds usage up by day, month and feature, and lists the requests', async () => {
    const usage = await get(UsageResponse, '/v1/usage?from=2025-01-31&to=2025-02-03');
    const sum = (requests: number) => ({
      requests,
      seconds: Math.round(requests * 100) / 1000,
      prompt_tokens: 10 * requests,
      completion_tokens: 20 * requests,
      cost_usd: Math.round(requests * CHARGE * 1e6) / 1e6,
    });
    assert.deepEqual([usage.from, usage.to, usage.balance], ['2025-01-31', '2025-02-03', 9.999742]);
    assert.deepEqual(usage.totals, sum(6));
    assert.deepEqual(
      usage.days,
      [
        { day: '2025-01-31', ...sum(1) },
        { day: '2025-02-01', ...sum(2) },
        { day: '2025-02-03', ...sum(3) },
      ].map((each) => ({ ...each, features: [{ feature: 'generate', ...sum(each.requests) }] })),
    );
    assert.deepEqual(usage.months, [
      { month: '2025-01', ...sum(1) },
      { month: '2025-02', ...sum(5) },
    ]);
    assert.deepEqual(usage.features, [{ feature: 'generate', ...sum(6) }]);
    assert.deepEqual(
      usage.requests.map(({ request_id }) => request_id),
      ids.toReversed(),
    );
  });

  it('takes a span and a page', async () => {
    const first = await get(UsageResponse, '/v1/usage?from=2025-02-01&to=2025-02-02&limit=1');
    assert.equal(first.totals.requests, 2);
    assert.deepEqual(
      first.requests.map(({ request_id }) => request_id),
      [ids[2]],
    );
    const next = await get(
      UsageResponse,
      `/v1/usage?from=2025-02-01&to=2025-02-02&limit=1&cursor=${first.next_cursor}`,
    );
    assert.deepEqual([next.requests[0]?.request_id, next.next_cursor], [ids[1], null]);
    const last30 = await get(UsageResponse, '/v1/usage');
    assert.deepEqual([last30.from, last30.to], ['2025-01-05', '2025-02-03']);
  });

  for (const [query, why] of [
    ['from=2025-02-30', /no day of the calendar/],
    ['from=2025-02-03&to=2025-02-01', /from is after to/],
    ['from=2023-01-01&to=2025-01-01', /at most 366 days/],
    ['limit=0', /limit must be 1 to 200/],
    ['limit=201', /limit must be 1 to 200/],
    ['limit=ten', /limit/],
    ['cursor=-1', /cursor/],
    ['since=2025', /additional properties/],
  ] as const) {
    it(`usage?${query}: 400`, async () => {
      const seen = await refusal(await send(`/v1/usage?${query}`));
      assert.match(seen, /^400 invalid_request/);
      assert.match(seen, why);
    });
  }

  it('gives the receipt of an own request, and no other', async () => {
    const { receipt } = await get(ReceiptResponse, `/v1/usage/${ids[0]}`);
    assert.deepEqual([receipt.request_id, receipt.source, receipt.cost_usd], [ids[0], 'model', CHARGE]);
    assert.ok(receipt.held_usd >= receipt.cost_usd);
    assert.match(await refusal(await send('/v1/usage/req_0')), /^404 not_found/);
  });

  it('keeps the requests of one account from another', async () => {
    const { id } = await service.ledger.createAccount('b@example.com', nano(0));
    const key = createApiKey((size) => new Uint8Array(size).fill(7));
    await service.ledger.addKey(id, 'laptop', fingerprintOf(key));
    const headers = { authorization: `Bearer ${key}` };
    assert.match(await refusal(await send(`/v1/usage/${ids[0]}`, undefined, headers)), /^404/);
    const rate = { request_id: ids[0], rating: 'up' };
    assert.match(await refusal(await send('/v1/feedback', rate, headers)), /^404/);
    const account = (await (await send('/v1/account', undefined, headers)).json()) as AccountResponse;
    assert.deepEqual([account.key.name, account.balance, account.spent.today], ['laptop', 0, 0]);
    const usage = (await (await send('/v1/usage', undefined, headers)).json()) as UsageResponse;
    assert.deepEqual([usage.totals.requests, usage.requests], [0, []]);
  });

  it('lists transactions that add up to the balance', async () => {
    const { transactions, next_cursor } = await get(TransactionsResponse, '/v1/transactions?limit=200');
    assert.equal(next_cursor, null);
    assert.equal(transactions.length, 13);
    const micros = transactions.reduce((sum, { amount_usd }) => sum + Math.round(amount_usd * 1e6), 0);
    assert.equal(micros, 9_999_742);
    assert.partialDeepStrictEqual(transactions[0], { kind: 'settle', charge_usd: CHARGE, for_request: ids[5] });
  });

  for (const [how, path, headers] of [
    ['by the query', '/v1/transactions?format=csv&limit=1', {}],
    ['by the header', '/v1/transactions', { accept: 'text/csv' }],
  ] as const) {
    it(`writes transactions as CSV, asked for ${how}, all of them`, async () => {
      const response = await send(path, undefined, headers);
      assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8');
      assert.match(response.headers.get('content-disposition') ?? '', /bioql-transactions-2025-01-05-2025-02-03\.csv/);
      const lines = (await response.text()).trimEnd().split('\r\n');
      assert.equal(lines[0], 'id,at,kind,amount_usd,charge_usd,feature,for_request');
      assert.equal(lines.length, 14);
      assert.match(lines[1] ?? '', /^13,2025-02-03T12:00:00\.000Z,settle,\d\.\d+,0\.000043,generate,req_[0-9a-f]{32}$/);
      assert.match(lines[13] ?? '', /^1,2025-01-31T12:00:00\.000Z,fund,10,,,$/);
    });
  }

  it('tells the plans as documented', async () => {
    const { plans, ...rest } = await get(PlansResponse, '/v1/plans');
    assert.partialDeepStrictEqual(rest, { usd_per_machine_hour: 1.1, markup_percent: 40, seconds_per_request: 2 });
    assert.deepEqual(
      plans.map(({ name, revenue_usd, cost_usd, profit_usd }) => [name, revenue_usd, cost_usd, profit_usd]),
      [
        ['Free', 0.09, 0.06, 0.03],
        ['Light', 0.86, 0.61, 0.25],
        ['Pro', 8.56, 6.11, 2.45],
        ['Enterprise', 85.6, 61.11, 24.49],
      ],
    );
  });

  it('estimates from its own answers, and at most what it holds', async () => {
    const estimate = await get(EstimateResponse, '/v1/estimate', { feature: 'generate', prompt: 'a Bell state' });
    assert.deepEqual(estimate.basis, {
      measured: 'this_service',
      requests: 6,
      seconds_per_token: 0.005,
      completion_tokens: 20,
    });
    assert.deepEqual(estimate.typical, { seconds: 0.1, cost_usd: CHARGE });
    const { receipt } = await get(ReceiptResponse, `/v1/usage/${ids[0]}`);
    assert.equal(estimate.most.cost_usd, receipt.held_usd);
    const short = await get(EstimateResponse, '/v1/estimate', { feature: 'generate', prompt: 'x', max_length: 10 });
    assert.deepEqual([short.typical.seconds, short.most.seconds], [0.05, 2.5]);
    assert.deepEqual(estimate.hardware, []);
  });

  it('estimates a feature without answers from the bench, and says so', async () => {
    const { basis, typical, most } = await get(EstimateResponse, '/v1/estimate', { feature: 'fix', code: 'x = 1' });
    assert.equal(basis.measured, 'bench');
    assert.ok(typical.cost_usd > 0 && typical.cost_usd < most.cost_usd);
  });

  it('says of hardware that its provider bills, and makes no price up', async () => {
    const code = `${BELL.replace('backend="simulator"', 'backend="ibm_torino"')}\n`;
    const { hardware } = await get(EstimateResponse, '/v1/estimate', { feature: 'fix', code, lang: 'es' });
    assert.equal(hardware.length, 1);
    assert.partialDeepStrictEqual(hardware[0], {
      backend: 'ibm_torino',
      provider: 'IBM Quantum',
      billed_by: 'provider',
    });
    assert.match(hardware[0]?.note ?? '', /factura/);
    assert.doesNotMatch(hardware[0]?.note ?? '', /[$€]/);
  });

  it('keeps feedback on an own request, the latest one, and words only with consent', async () => {
    const rated = { request_id: ids[1] };
    const first = { ...rated, rating: 'down', comment: ' wrong ', share: true, prompt: 'a Bell state', code: BELL };
    const { feedback } = await get(FeedbackResponse, '/v1/feedback', first);
    assert.deepEqual(feedback, { ...rated, rating: 'down', shared: true });
    assert.partialDeepStrictEqual(await service.ledger.listFeedback(), [
      { requestId: ids[1], rating: 'down', comment: 'wrong', shared: { prompt: 'a Bell state', code: BELL } },
    ]);
    await get(FeedbackResponse, '/v1/feedback', { ...rated, rating: 'up' });
    const [kept, ...others] = await service.ledger.listFeedback();
    assert.deepEqual([kept?.rating, kept?.shared, kept?.comment, others.length], ['up', undefined, undefined, 0]);
  });

  for (const [what, body, why] of [
    ['a request of nobody', { request_id: 'req_0', rating: 'up' }, /^404 not_found/],
    ['words without consent', { request_id: 'x', rating: 'up', prompt: 'secret' }, /^400 .*share: true/],
    ['consent without words', { request_id: 'x', rating: 'up', share: true }, /^400 .*needs prompt and code/],
    ['five stars', { request_id: 'x', rating: 'stars' }, /^400/],
  ] as const) {
    it(`feedback, ${what}: ${String(why).slice(2, 5)}`, async () => {
      assert.match(await refusal(await send('/v1/feedback', body)), why);
    });
  }

  it('estimates by the feature alone, but no feature that there is not', async () => {
    assert.equal((await get(EstimateResponse, '/v1/estimate', { feature: 'chat' })).basis.measured, 'bench');
    assert.match(await refusal(await send('/v1/estimate', { feature: 'poem' })), /^400 invalid_request/);
  });

  for (const path of ['/v1/account', '/v1/usage', '/v1/usage/x', '/v1/transactions', '/v1/plans']) {
    it(`${path} needs a key`, async () => {
      assert.match(await refusal(await send(path, undefined, { authorization: '' })), /^401 unauthorized/);
    });
  }
});
