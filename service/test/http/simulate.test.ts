import assert from 'node:assert/strict';
import type { ErrorBody } from '@bioql/contract/errors';
import type { SimulatedRun, SimulateResponse } from '@bioql/contract/simulate';
import { type ServiceProcess, startService } from '../service-process.ts';
import { tempDir } from '../temp-dir.ts';
import { ask, DEMO_KEY } from './client.ts';

const call = (program: string, more = ''): string => `result = quantum("${program}"${more})\nprint(result)\n`;

describe('simulate', function () {
  this.timeout(60_000);
  const dir = tempDir();
  let service: ServiceProcess;
  before(async () => {
    service = await startService({ BIOQL_DATA_DIR: dir.path('data'), BIOQL_ENGINE: 'template' });
  });
  after(() => service.stop());

  const post = (body: unknown, options: RequestInit = {}): Promise<Response> =>
    fetch(`${service.url}/v1/simulate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${DEMO_KEY}` },
      body: JSON.stringify(body),
      ...options,
    });
  const runsOf = async (body: unknown): Promise<SimulatedRun[]> => {
    const response = await post(body);
    const answer = (await response.json()) as SimulateResponse;
    assert.equal(response.status, 200, JSON.stringify(answer));
    assert.match(answer.request_id, /^req_/);
    return answer.runs;
  };
  const errorOf = async (response: Response): Promise<string> =>
    `${response.status} ${((await response.json()) as ErrorBody).error.code}`;

  it('runs every call of a text, with exact probabilities, counts of a seed and a histogram', async () => {
    const code = `from bioql import quantum\n\n${call('Create 3-qubit GHZ state', ', backend="ionq_qpu", shots=500')}again = quantum("bell pair")`;
    const [ghz, bell] = (await runsOf({ code, seed: 7 })) as [SimulatedRun, SimulatedRun];
    const { probabilities, counts, svg, ...rest } = ghz;
    assert.deepEqual(rest, {
      name: 'result',
      algorithm: 'ghz',
      program: 'Create 3-qubit GHZ state',
      backend: 'ionq_qpu',
      shots: 500,
      seed: 7,
      qubits: 3,
      depth: 4,
      others: { outcomes: 0, probability: 0, count: 0 },
      note: 'An ideal simulation; nothing was sent to ionq_qpu.',
    });
    assert.deepEqual(Object.keys(probabilities ?? {}).sort(), ['000', '111']);
    assert.equal((counts?.['000'] ?? 0) + (counts?.['111'] ?? 0), 500);
    assert.match(svg ?? '', /^<svg .*Create 3-qubit GHZ state.*<\/svg>$/s);
    assert.deepEqual([bell.name, bell.program, bell.shots, bell.note], ['again', 'Create Bell state', 1024, undefined]);
    assert.deepEqual((await runsOf({ code, seed: 7 }))[0], ghz);
    assert.notDeepEqual((await runsOf({ code, seed: 8 }))[0]?.counts, counts);
  });

  it('takes other shots, a seed of its own and Spanish', async () => {
    const asked = { code: call('Run Grover search on 3 qubits for 101'), shots: 50, lang: 'es' };
    const [first, second] = [...(await runsOf(asked)), ...(await runsOf(asked))] as [SimulatedRun, SimulatedRun];
    assert.equal(first.shots, 50);
    assert.notEqual(first.seed, second.seed);
    assert.match(first.svg ?? '', /muestreado, 50 mediciones/);
    assert.match(first.conclusion ?? '', /101/);
  });

  it('lists the likeliest of many outcomes and sums up the rest', async () => {
    const [run] = await runsOf({ code: call('Create uniform superposition of 12 qubits') });
    assert.equal(Object.keys(run?.counts ?? {}).length, 1024);
    assert.equal(run?.others?.outcomes, 4096 - 1024);
    const counted = Object.values(run?.counts ?? {}).reduce((sum, count) => sum + count, run?.others?.count ?? 0);
    assert.equal(counted, 1024);
  });

  it('says why a program has no result', async () => {
    const code = `${call('Dock aspirin to COX-2')}${call('Create 30-qubit GHZ state')}`;
    const [docking, large] = (await runsOf({ code })) as [SimulatedRun, SimulatedRun];
    assert.deepEqual([docking.counts, docking.probabilities, docking.svg, docking.depth], [null, null, null, null]);
    assert.match(docking.note ?? '', /not simulated/);
    assert.equal(large.counts, null);
    assert.match(large.note ?? '', /30 qubits; at most 20/);
  });

  it('needs a key, and charges nothing', async () => {
    const response = await post(
      { code: call('Create Bell state') },
      { headers: { 'content-type': 'application/json' } },
    );
    assert.equal(await errorOf(response), '401 unauthorized');
    assert.equal((await ask(service.url, { prompt: 'weather tomorrow?' })).body.user.balance, 10);
  });

  for (const [what, body, message] of [
    ['no code', {}, /code/],
    ['a seed below zero', { code: call('Create Bell state'), seed: -1 }, /seed/],
    ['no shots', { code: call('Create Bell state'), shots: 0 }, /shots/],
    ['a million shots and one', { code: call('Create Bell state'), shots: 1_000_001 }, /^Line 1: .*1,000,000/],
    ['no call', { code: 'print(1)' }, /no quantum/],
    ['17 calls', { code: call('Create Bell state').repeat(17) }, /more than 16/],
    ['a program that nobody understands', { code: `\n${call('Make me rich')}` }, /^Line 2: /],
    ['a backend that there is not', { code: call('Create Bell state', ', backend="ibm_q"'), lang: 'es' }, /^Línea 1: /],
    ['shots that are not written out', { code: call('Create Bell state', ', shots=n') }, /^Line 1: /],
  ] as const) {
    it(`${what}: 400 with the reason`, async () => {
      const response = await post(body);
      const { error } = (await response.json()) as ErrorBody;
      assert.deepEqual([response.status, error.code], [400, 'invalid_request']);
      assert.match(error.message, message);
    });
  }

  it('answers others while it simulates, and turns away a third run at once', async () => {
    const large = { code: call('Run quantum Fourier transform on 19 qubits') };
    const runs = [post(large), post(large), post(large)];
    const started = performance.now();
    assert.equal((await ask(service.url, { prompt: 'a Bell state' })).status, 200);
    assert.ok(performance.now() - started < 1000);
    const answers = await Promise.all(runs);
    const refused = answers.filter(({ status }) => status !== 200);
    assert.equal(refused.length, 1);
    assert.equal(refused[0]?.headers.get('retry-after'), '1');
    assert.equal(await errorOf(refused[0] as Response), '429 rate_limited');
  });

  it('stops a run when its client goes away', async () => {
    const large = { code: call('Run quantum Fourier transform on 20 qubits').repeat(16) };
    const abort = new AbortController();
    const gone = Promise.allSettled([1, 2].map(() => post(large, { signal: abort.signal })));
    setTimeout(() => abort.abort(), 300);
    await gone;
    const started = performance.now();
    let status = 429;
    while (status === 429) status = (await post({ code: call('Create Bell state') })).status;
    assert.equal(status, 200);
    assert.ok(performance.now() - started < 2000);
  });
});
