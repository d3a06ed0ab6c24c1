import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { writeCode } from '@bioql/language/call';
import { pino } from 'pino';
import { provideDemoAccount } from '../../src/domain/demo-account.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { createRate } from '../../src/domain/price.ts';
import { type CompletionUsage, EngineError, type TextModel } from '../../src/domain/text-model.ts';
import { createApp } from '../../src/http/app.ts';
import { createProcesses } from '../../src/infrastructure/process-identity.ts';
import { openSqliteLedger } from '../../src/infrastructure/sqlite/sqlite-ledger.ts';
import { tempDir } from '../temp-dir.ts';

const USAGE: CompletionUsage = { stop: 'end', promptTokens: 10, completionTokens: 20, prefillMs: 10, decodeMs: 90 };
const BELL = writeCode({
  name: 'result',
  program: { algorithm: 'bell', slots: { variant: 'phi+' } },
  backend: 'simulator',
  shots: 1024,
});

/** A model that gives the replies in turn; an error is thrown. */
function scripted(...replies: (string | EngineError)[]): TextModel & { readonly temperatures: number[] } {
  const temperatures: number[] = [];
  return {
    name: 'scripted',
    temperatures,
    ready: () => true,
    whenReady: async () => undefined,
    close: async () => undefined,
    async complete({ temperature }, onText, signal) {
      temperatures.push(temperature);
      const reply = replies.shift();
      if (reply === undefined) {
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        return { ...USAGE, stop: 'aborted', completionTokens: 0 };
      }
      if (reply instanceof EngineError) throw reply;
      onText(reply);
      return USAGE;
    },
  };
}

describe('the app, with a scripted model', () => {
  const dir = tempDir();
  let ledger: Ledger;
  before(async () => {
    ledger = await openSqliteLedger({
      file: dir.path('bioql.sqlite'),
      now: () => new Date(),
      randomBytes,
      processes: createProcesses(),
    });
    await provideDemoAccount(ledger);
  });
  after(() => ledger.close());

  async function generate(
    model: TextModel,
    options: { draining?: boolean; deadlineMs?: number; prompt?: string } = {},
  ) {
    const app = createApp({
      generating: {
        model,
        ledger,
        rate: createRate(1.1, 40),
        deadlineMs: options.deadlineMs ?? 30_000,
        stopping: new AbortController().signal,
        random: () => 0.5,
        now: () => 0,
        onFallback: () => undefined,
        selfCheck: true,
      },
      loopback: true,
      logger: pino({ level: 'silent' }),
      clock: () => new Date(),
      isDraining: () => options.draining === true,
    });
    const response = await app.inject({
      method: 'POST',
      url: '/',
      headers: { host: '127.0.0.1' },
      payload: { api_key: 'bioql_test_870ce7ae', prompt: options.prompt ?? 'a Bell state' },
    });
    await app.close();
    return { status: response.statusCode, retryAfter: response.headers['retry-after'], body: response.json() };
  }

  for (const [what, error, status, code] of [
    ['a model that is loading', new EngineError('engine_loading', 'loading'), 503, 'loading'],
    ['a full queue', new EngineError('engine_overloaded', 'full'), 429, 'rate_limited'],
  ] as const) {
    it(`${what}: ${status} with Retry-After`, async () => {
      const answer = await generate(scripted(error));
      assert.deepEqual([answer.status, answer.body.error.code], [status, code]);
      assert.ok(Number(answer.retryAfter) > 0);
    });
  }

  it('a prompt that does not fit the model: 400', async () => {
    assert.equal((await generate(scripted(new EngineError('prompt_too_long', 'too long')))).status, 400);
  });

  it('a service that is shutting down: 503', async () => {
    const answer = await generate(scripted(BELL), { draining: true });
    assert.deepEqual([answer.status, answer.body.error.code], [503, 'draining']);
  });

  it('an answer that takes too long: 504', async () => {
    const answer = await generate(scripted(), { deadlineMs: 20 });
    assert.deepEqual([answer.status, answer.body.error.code], [504, 'deadline_exceeded']);
  });

  it('asks once more, warmer, when a reply is not understood', async () => {
    const model = scripted('SELECT 1', `Bell state.\n${BELL}`);
    const { body } = await generate(model);
    assert.deepEqual([body.source, body.reasoning, body.code], ['model', 'Bell state.', BELL]);
    assert.deepEqual(model.temperatures, [0, 0.6]);
  });

  it('answers by template when three replies are not understood', async () => {
    const { body } = await generate(scripted('SELECT 1', 'SELECT 2', 'SELECT 3'));
    assert.deepEqual([body.source, body.code, body.cost.user_cost_usd], ['template', BELL, 0]);
  });

  it('answers by template when the model crashes', async () => {
    const { body } = await generate(scripted(new EngineError('engine_crashed', 'gone')));
    assert.deepEqual([body.source, body.code], ['template', BELL]);
  });

  it('turns an impossible program of the model into a refusal, for free', async () => {
    const impossible = `x\n${BELL.replace('Create Bell state', 'Create 2-qubit GHZ state')}`;
    const { body } = await generate(scripted(impossible), { prompt: 'a GHZ state on 2 qubits' });
    assert.deepEqual(
      [body.outcome, body.code, body.refusal.reason, body.cost.user_cost_usd],
      ['refused', '', 'qubits_too_few', 0],
    );
  });

  it('asks again for a program when the model refuses a number that is not there', async () => {
    const { body } = await generate(scripted('refuse shots_out_of_range en', `Bell state.\n${BELL}`));
    assert.deepEqual([body.source, body.outcome, body.code], ['model', 'completed', BELL]);
  });

  it('has charged for the two model answers and nothing else', async () => {
    const account = await ledger.findAccount('demo@bioql.com');
    assert.equal(await ledger.balance(account?.id ?? ''), 10_000_000_000 - 2 * 43_000);
    assert.deepEqual(await ledger.verify(), []);
  });
});
