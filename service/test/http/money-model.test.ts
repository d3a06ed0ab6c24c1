import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import type { AccountResponse } from '@bioql/contract/account';
import type { EstimateResponse } from '@bioql/contract/estimate';
import type { ReceiptResponse, UsageResponse } from '@bioql/contract/usage';
import { CLI, type ServiceProcess, startService } from '../service-process.ts';
import { tempDir } from '../temp-dir.ts';
import { ask, DEMO_KEY } from './client.ts';

describe('money, with the real model and a real database', function () {
  this.timeout(60_000);
  const dir = tempDir();
  let service: ServiceProcess;
  before(async () => {
    service = await startService({ BIOQL_DATA_DIR: dir.path('data') });
  });
  after(() => service.stop());

  const send = async <Body>(path: string, body?: object): Promise<Body> => {
    const response = await fetch(`${service.url}${path}`, {
      headers: { authorization: `Bearer ${DEMO_KEY}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    assert.equal(response.status, 200);
    return (await response.json()) as Body;
  };

  it('has for every request what its answer said, to the micro-dollar', async () => {
    const prompts = [
      'a Bell state',
      'a 4 qubit GHZ state',
      'un estado de Bell con 200 mediciones',
      'weather tomorrow?',
    ];
    const answers = [];
    for (const prompt of prompts) answers.push((await ask(service.url, { prompt })).body);
    const usage = await send<UsageResponse>('/v1/usage');
    assert.deepEqual(
      usage.requests.map(({ request_id, cost_usd, seconds }) => [request_id, cost_usd, seconds]),
      answers
        .toReversed()
        .map(({ request_id, cost, timing }) => [request_id, cost.user_cost_usd, timing.total_seconds]),
    );
    assert.equal(usage.balance, answers.at(-1)?.user.balance);
    const { spent } = await send<AccountResponse>('/v1/account');
    assert.deepEqual([spent.today, spent.this_month], [usage.totals.cost_usd, usage.totals.cost_usd]);
    const [first] = answers;
    const { receipt } = await send<ReceiptResponse>(`/v1/usage/${first?.request_id}`);
    const estimate = await send<EstimateResponse>('/v1/estimate', { feature: 'generate', prompt: 'a Bell state' });
    assert.equal(estimate.most.cost_usd, receipt.held_usd);
    assert.ok(estimate.typical.cost_usd < estimate.most.cost_usd);
  });

  it('hands out feedback on the command line while the service runs', async () => {
    const { request_id, code } = (await ask(service.url, { prompt: 'a Bell state' })).body;
    const given = { request_id, rating: 'up', share: true, prompt: 'a Bell state', code };
    await send('/v1/feedback', given);
    const { stdout } = spawnSync(process.execPath, [CLI, 'feedback', 'export'], {
      env: { ...process.env, BIOQL_DATA_DIR: dir.path('data') },
      encoding: 'utf8',
    });
    assert.partialDeepStrictEqual(JSON.parse(stdout), { request_id, consent: true, prompt: 'a Bell state', code });
  });
});
