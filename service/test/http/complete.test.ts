import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CompleteResponse } from '@bioql/contract/complete';
import type { ErrorBody } from '@bioql/contract/errors';
import { writeCode } from '@bioql/language/call';
import { findCalls } from '@bioql/language/python';
import type { CompletionRequest, TextModel } from '../../src/domain/text-model.ts';
import { startService } from '../service-process.ts';
import { tempDir } from '../temp-dir.ts';
import { DEMO_KEY } from './client.ts';
import { BELL, type ScriptedService, startScripted } from './scripted-service.ts';

const IMPORT = 'from bioql import quantum\n\n';
const BELL_CALL = 'result = quantum("Create Bell state", backend="simulator", shots=1024)\nprint(result)';

const post = (url: string, body: object, options: RequestInit = {}): Promise<Response> =>
  fetch(`${url}/v1/complete`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${DEMO_KEY}` },
    body: JSON.stringify({ language: 'python', suffix: '', ...body }),
    ...options,
  });

async function completeAt(url: string, prefix: string, more: object = {}): Promise<CompleteResponse> {
  const response = await post(url, { prefix, ...more });
  const body = (await response.json()) as CompleteResponse;
  assert.equal(response.status, 200, JSON.stringify(body));
  return body;
}

const texts = ({ insertions }: CompleteResponse): string[] => insertions.map(({ text }) => text);

describe('complete, with a scripted model', () => {
  const dir = tempDir();
  let service: ScriptedService;
  let replies: string[] = [];
  let asked: CompletionRequest[] = [];
  let stopped = 0;
  const model: TextModel = {
    name: 'scripted',
    ready: () => true,
    whenReady: async () => undefined,
    close: async () => undefined,
    async complete(request, onText, signal) {
      asked.push(request);
      const usage = { promptTokens: 10, prefillMs: 10, decodeMs: 90 } as const;
      const reply = replies.shift();
      if (reply !== undefined) {
        onText(reply);
        return { ...usage, stop: 'end', completionTokens: 20 };
      }
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      stopped += 1;
      return { ...usage, stop: 'aborted', completionTokens: 5 };
    },
  };
  before(async () => {
    service = await startScripted(dir.path('complete.sqlite'), new Date('2026-11-22T12:00:00Z'), model);
  });
  beforeEach(() => {
    replies = [BELL];
    asked = [];
  });
  after(() => service.close());

  const account = async () => (await service.ledger.findAccount('demo@bioql.com'))?.id ?? '';
  const balance = async () => service.ledger.balance(await account());

  it('writes the code below a comment, metered as a completion', async () => {
    const before = await balance();
    const body = await completeAt(service.url, `${IMPORT}# an entangled pair, please: a Bell state\n`);
    assert.deepEqual(texts(body), [BELL_CALL]);
    assert.deepEqual([body.source, body.model, body.cost.user_cost_usd], ['model', 'scripted', 0.000043]);
    assert.deepEqual(body.usage, { prompt_tokens: 10, completion_tokens: 20 });
    assert.equal(before - (await balance()), 43_000);
    const [prompt] = asked;
    assert.match(JSON.stringify(prompt?.parts), /code\\nan entangled pair, please: a Bell state/);
    assert.doesNotMatch(JSON.stringify(prompt?.parts), /import/);
    const [charge] = await service.ledger.recentCharges('complete', 1);
    assert.equal(charge?.completionTokens, 20);
  });

  for (const [what, prefix, wanted] of [
    ['a backend', 'r = quantum("Create Bell state", backend="ibm_tor', ['ino", shots=1024)']],
    ['the print', `${IMPORT}r = quantum("Create Bell state")\n`, ['print(r)']],
    ['nothing where BioQL is not in play', '# a Bell state\n', []],
    ['nothing below an ordinary comment', `${IMPORT}# plot the counts\n`, []],
  ] as const) {
    it(`says ${what} without the model, a hold or a charge`, async () => {
      const before = await balance();
      const body = await completeAt(service.url, prefix);
      assert.deepEqual(texts(body), wanted);
      assert.deepEqual([body.source, body.cost.user_cost_usd, asked.length], ['template', 0, 0]);
      assert.equal(await balance(), before);
      assert.equal(body.user.balance, before / 1e9);
    });
  }

  it('needs no BioQL in play when it is invoked by hand', async () => {
    const body = await completeAt(service.url, '# a Bell state\n', { invoked: true });
    assert.deepEqual(texts(body), [BELL]);
  });

  it('is silent, for free, on a refusal', async () => {
    replies = ['refuse out_of_scope en'];
    const body = await completeAt(service.url, `${IMPORT}# what is the weather?\n`);
    assert.deepEqual([texts(body), body.cost.user_cost_usd], [[], 0]);
  });

  it('checks the answer as generate does', async () => {
    const wrong = BELL.replace('shots=1024', 'shots=77');
    replies = [wrong, BELL];
    assert.deepEqual(texts(await completeAt(service.url, `${IMPORT}# a Bell state\n`)), [BELL_CALL]);
    assert.equal(asked.length, 2);
  });

  it('stops the model when its client goes away, and takes only what ran', async () => {
    replies = [];
    const before = await balance();
    const abort = new AbortController();
    const gone = post(service.url, { prefix: `${IMPORT}# a Bell state\n` }, { signal: abort.signal });
    while (asked.length === 0) await sleep(5);
    abort.abort();
    await assert.rejects(gone);
    for (let tries = 0; stopped === 0 && tries < 100; tries += 1) await sleep(5);
    assert.equal(stopped, 1);
    for (let tries = 0; (await balance()) >= before && tries < 100; tries += 1) await sleep(5);
    assert.ok(before - (await balance()) <= 43_000);
    assert.deepEqual(await service.ledger.verify(), []);
  });

  for (const [what, body, status] of [
    ['no prefix', {}, 400],
    ['another language', { prefix: '', language: 'rust' }, 400],
    ['an unknown field', { prefix: '', prompt: 'a' }, 400],
    ['a prefix of more than 100,000 characters', { prefix: 'x'.repeat(100_001) }, 400],
  ] as const) {
    it(`${what}: ${status}`, async () => {
      const response = await post(service.url, body);
      assert.equal(response.status, status);
      assert.equal(((await response.json()) as ErrorBody).error.code, 'invalid_request');
    });
  }

  it('no key: 401', async () => {
    const response = await post(service.url, { prefix: '' }, { headers: { 'content-type': 'application/json' } });
    assert.equal(response.status, 401);
  });
});

describe('complete, with the real model', function () {
  this.timeout(60_000);
  const dir = tempDir();

  it('turns a comment into code that runs', async () => {
    const service = await startService({ BIOQL_DATA_DIR: dir.path('data') });
    try {
      const prefix = `${IMPORT}# a 3-qubit GHZ state on IonQ, 500 shots\n`;
      const body = await completeAt(service.url, prefix);
      const [text = ''] = texts(body);
      const [call] = findCalls(prefix + text).flatMap((site) => site.call ?? []);
      assert.ok(call, text);
      assert.match(writeCode(call), /Create 3-qubit GHZ state", backend="ionq_qpu", shots=500/);
      assert.equal(body.source, 'model');
      assert.ok(body.cost.user_cost_usd > 0 && body.timing.total_seconds > 0);
    } finally {
      await service.stop();
    }
  });
});
