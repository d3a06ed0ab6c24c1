import assert from 'node:assert/strict';
import type { ChatResponse } from '@bioql/contract/chat';
import type { ErrorBody } from '@bioql/contract/errors';
import type { CompletionRequest, TextModel } from '../../src/domain/text-model.ts';
import { type ServiceProcess, startService } from '../service-process.ts';
import { tempDir } from '../temp-dir.ts';
import { DEMO_KEY, eventsOf } from './client.ts';
import { BELL, type ScriptedService, startScripted } from './scripted-service.ts';

const IONQ = BELL.replace('simulator', 'ionq_qpu').replace('1024', '50');
const WORKFLOW =
  'from bioql import quantum\n\nresult_1 = quantum("Create Bell state", backend="simulator", shots=1024)\nprint(result_1)\nresult_2 = quantum("Create Bell state", backend="ibm_brisbane", shots=2000)\nprint(result_2)';

const user = (content: string) => ({ role: 'user', content });
const shown = (code: string) => ({ role: 'assistant', content: `Here it is.\n\n\`\`\`python\n${code}\n\`\`\`` });

const post = (url: string, body: object, options: RequestInit = {}): Promise<Response> =>
  fetch(`${url}/v1/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${DEMO_KEY}` },
    body: JSON.stringify(body),
    ...options,
  });

async function say(url: string, ...messages: object[]): Promise<ChatResponse> {
  const response = await post(url, { messages });
  const body = (await response.json()) as ChatResponse;
  assert.equal(response.status, 200, JSON.stringify(body));
  return body;
}

describe('chat, with a scripted model', function () {
  this.timeout(20_000);
  const dir = tempDir();
  const asked: string[] = [];
  let reply: (request: CompletionRequest, onText: (text: string) => void, signal: AbortSignal) => Promise<boolean>;
  const model: TextModel = {
    name: 'scripted',
    ready: () => true,
    whenReady: async () => undefined,
    close: async () => undefined,
    async complete(request, onText, signal) {
      asked.push(request.parts.map((part) => ('text' in part ? part.text : '')).join('|'));
      const ended = await reply(request, onText, signal);
      return { stop: ended ? 'end' : 'aborted', promptTokens: 10, completionTokens: 20, prefillMs: 10, decodeMs: 90 };
    },
  };
  let service: ScriptedService;
  before(async () => {
    service = await startScripted(dir.path('bioql.sqlite'), new Date(), model);
  });
  beforeEach(() => {
    asked.length = 0;
  });
  after(() => service.close());

  const replies = (...texts: string[]): void => {
    reply = async (_request, onText) => {
      for (const piece of (texts.shift() ?? '').match(/.{1,7}/gs) ?? []) onText(piece);
      return true;
    };
  };

  it('writes a program, charged as chat', async () => {
    replies(`Bell state on 2 qubits.\n${BELL}`);
    const answer = await say(service.url, user('hello, a Bell state please'));
    assert.match(asked[0] ?? '', /generate\nhello, a Bell state please/);
    assert.match(answer.content, /^Bell state on 2 qubits\.\n\n\*Qubits 2/);
    assert.deepEqual(
      [answer.code, answer.outcome, answer.source, answer.model],
      [BELL, 'completed', 'model', 'scripted'],
    );
    assert.equal(answer.program[0]?.algorithm, 'bell');
    assert.ok(answer.cost.user_cost_usd > 0);
    const usage = await service.ledger.usage('demo@bioql.com');
    assert.equal(usage.requests.at(-1)?.feature, 'chat');
    assert.equal(usage.requests.at(-1)?.requestId, answer.request_id);
  });

  it('streams several steps, each on a line of its own, as the whole answer has them', async () => {
    replies(`1. Bell state, simulator. 2. Step 1 again, ibm_brisbane.\n${WORKFLOW}`);
    const text = { content: '', code: '' };
    let result: ChatResponse | undefined;
    const wish = 'prepare a Bell state on the simulator, then the same on ibm_brisbane with 2000 shots, and compare';
    for await (const { event, data } of eventsOf(await post(service.url, { messages: [user(wish)], stream: true }))) {
      if (event === 'delta') text[data['field'] as keyof typeof text] += String(data['text']);
      if (event === 'result') result = data as ChatResponse;
    }
    assert.equal(text.content, '1. Bell state, simulator.\n2. Step 1 again, ibm\\_brisbane.');
    assert.ok(result?.content.startsWith(`${text.content}\n\n`));
    assert.match(result?.content ?? '', /Running there costs money/);
    assert.equal(text.code, WORKFLOW);
    assert.equal(result?.code, WORKFLOW);
    assert.equal(result?.program.length, 2);
  });

  it('changes the last program by what is named, for free and without the model', async () => {
    const answer = await say(service.url, user('a Bell state'), shown(BELL), user('now on ionq with 50 shots'));
    assert.deepEqual(asked, []);
    assert.equal(answer.code, IONQ);
    assert.equal(answer.cost.user_cost_usd, 0);
    assert.match(answer.content, /Shots: `1024` → `50`/);
  });

  it('asks the model for changes that are not so plain', async () => {
    replies(BELL.replace('1024', '2048'));
    const answer = await say(service.url, user('a Bell state'), shown(BELL), user('twice as many shots, 2048'));
    assert.match(asked[0] ?? '', /fix\nresult = quantum\("Create Bell state".*\)\n---\ntwice as many shots, 2048/);
    assert.match(answer.content, /Shots: `1024` → `2048`/);
    assert.ok(answer.cost.user_cost_usd > 0);
  });

  it('fixes, explains, compares, runs and declines without the model, for free, even with an empty purse', async () => {
    const poor = await service.ledger.balance((await service.ledger.findAccount('demo@bioql.com'))?.id ?? '');
    const fix = await say(service.url, user(`/fix\n\`\`\`\n${BELL.replace('simulator', 'simulater')}\n\`\`\``));
    assert.equal(fix.code, BELL);
    const explain = await say(service.url, user('a Bell state'), shown(BELL), user('¿qué hace?'));
    assert.match(explain.content, /^### Estado de Bell/);
    const compare = await say(service.url, user('Bell vs GHZ'));
    assert.match(compare.content, /\*\*GHZ state\*\*/);
    const run = await say(service.url, user('a Bell state'), shown(BELL), user('/run with 100 shots'));
    assert.match(run.content, /\| `00` \| 50\.00% \| \d+\u00a0█/);
    assert.match(run.content, /100 shots, seed \d+/);
    const decline = await say(service.url, user('what will the weather be like tomorrow?'));
    assert.deepEqual([decline.outcome, decline.refusal?.kind], ['refused', 'out_of_scope']);
    assert.equal(decline.refusal?.message, decline.content);
    assert.deepEqual(asked, []);
    assert.equal(await service.ledger.balance((await service.ledger.findAccount('demo@bioql.com'))?.id ?? ''), poor);
  });

  it('is free when the model refuses', async () => {
    replies('refuse out_of_scope en');
    const answer = await say(service.url, user('a sandwich with cheese'));
    assert.deepEqual([answer.outcome, answer.code, answer.cost.user_cost_usd], ['refused', undefined, 0]);
    assert.equal(answer.refusal?.message, answer.content);
  });

  it('keeps what of a fix needed no model when the model refuses, for free', async () => {
    replies('refuse out_of_scope en');
    const code = `${BELL.replace('simulator', 'simulater')}\nother = quantum("make me happy")`;
    const answer = await say(service.url, user(`/fix\n\`\`\`\n${code}\n\`\`\``));
    assert.match(answer.code ?? '', /backend="simulator"/);
    assert.match(answer.content, /Still to be fixed/);
    assert.deepEqual([answer.outcome, answer.cost.user_cost_usd], ['completed', 0]);
  });

  it('reads attachments', async () => {
    const response = await post(service.url, {
      messages: [user('/explain')],
      context: [{ name: 'ghz.py', content: BELL }],
      lang: 'es',
    });
    assert.match(((await response.json()) as ChatResponse).content, /^### Estado de Bell/);
  });

  it('stops the model when the client goes away', async () => {
    const stopped = Promise.withResolvers<void>();
    const began = Promise.withResolvers<void>();
    reply = async (_request, _onText, signal) => {
      began.resolve();
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      stopped.resolve();
      return false;
    };
    const abort = new AbortController();
    const gone = post(service.url, { messages: [user('a Bell state')] }, { signal: abort.signal });
    await began.promise;
    abort.abort();
    await stopped.promise;
    await assert.rejects(gone);
  });

  for (const [what, body, message] of [
    ['no messages', { messages: [] }, /messages/],
    ['an answer as the last message', { messages: [shown(BELL)] }, /last/],
    ['a role that there is not', { messages: [{ role: 'system', content: 'x' }] }, /messages/],
    ['an unknown field', { messages: [user('hi')], tools: [] }, /additional/],
  ] as const) {
    it(`${what}: 400`, async () => {
      const response = await post(service.url, body);
      const { error } = (await response.json()) as ErrorBody;
      assert.deepEqual([response.status, error.code], [400, 'invalid_request']);
      assert.match(error.message, message);
    });
  }

  it('needs a key', async () => {
    const response = await post(
      service.url,
      { messages: [user('hi')] },
      { headers: { 'content-type': 'application/json' } },
    );
    assert.equal(response.status, 401);
  });
});

describe('chat, with the real model', function () {
  this.timeout(60_000);
  const dir = tempDir();
  let service: ServiceProcess;
  before(async () => {
    service = await startService({ BIOQL_DATA_DIR: dir.path('data') });
  });
  after(() => service.stop());

  it('writes a program and talks about it', async () => {
    const first = await say(service.url, user('a GHZ state on 3 qubits, please'));
    assert.match(first.code ?? '', /quantum\("Create 3-qubit GHZ state"/);
    assert.equal(first.source, 'model');
    const history = [user('a GHZ state on 3 qubits, please'), shown(first.code ?? '')];
    const changed = await say(service.url, ...history, user('lo mismo en ibm_torino'));
    assert.match(changed.code ?? '', /backend="ibm_torino"/);
    assert.match((await say(service.url, ...history, user('/run'))).content, /`111`/);
  });

  it('answers a wish that only a model can read, or refuses it, and says what it cost', async () => {
    const answer = await say(
      service.url,
      user('a Bell state'),
      shown(BELL),
      user('make it entangle three qubits instead'),
    );
    assert.ok(['completed', 'refused'].includes(answer.outcome));
    assert.ok(answer.content.length > 0);
    assert.equal(answer.code !== undefined, answer.outcome === 'completed');
    assert.equal(answer.cost.user_cost_usd > 0, answer.outcome === 'completed' && answer.source === 'model');
  });
});
