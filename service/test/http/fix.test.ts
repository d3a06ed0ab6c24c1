import assert from 'node:assert/strict';
import type { ErrorBody } from '@bioql/contract/errors';
import type { FixResponse } from '@bioql/contract/fix';
import { type Call, writeCode } from '@bioql/language/call';
import { refusalText } from '@bioql/language/exchange';
import { readProgram } from '@bioql/language/program';
import type { CompletionRequest, TextModel } from '../../src/domain/text-model.ts';
import { startService } from '../service-process.ts';
import { tempDir } from '../temp-dir.ts';
import { DEMO_KEY } from './client.ts';
import { type ScriptedService, startScripted } from './scripted-service.ts';

const IMPORT = 'from bioql import quantum\n\n';

const post = (url: string, body: object, options: RequestInit = {}): Promise<Response> =>
  fetch(`${url}/v1/fix`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${DEMO_KEY}` },
    body: JSON.stringify(body),
    ...options,
  });

async function fixOf(url: string, body: object): Promise<FixResponse> {
  const response = await post(url, body);
  const answer = (await response.json()) as FixResponse;
  assert.equal(response.status, 200, JSON.stringify(answer));
  assert.match(answer.request_id, /^req_/);
  return answer;
}

const callOf = (program: string, backend = 'simulator', shots = 1024): Call => {
  const read = readProgram(program);
  assert.ok(read);
  return { name: 'result', program: read, backend, shots };
};

/** The code that was sent with the changes made. */
const changed = (code: string, { changes }: FixResponse): string =>
  changes.reduceRight((text, { range, text: put }) => text.slice(0, range.from) + put + text.slice(range.to), code);

describe('fix, with a scripted model', () => {
  const dir = tempDir();
  let service: ScriptedService;
  let replies: string[] = [];
  let asked: CompletionRequest[] = [];
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
      return { ...usage, stop: 'aborted', completionTokens: 5 };
    },
  };
  const promptOf = (at: number): string =>
    asked[at]?.parts.map((part) => ('text' in part ? part.text : '')).join('') ?? '';

  before(async () => {
    service = await startScripted(dir.path('fix.sqlite'), new Date('2026-11-22T12:00:00Z'), model);
  });
  beforeEach(() => {
    replies = [];
    asked = [];
  });
  after(() => service.close());

  const balance = async (): Promise<number> => (await fixOf(service.url, { code: `${IMPORT}print(1)\n` })).user.balance;

  it('mends by rules for free, with the range and the reason of each change', async () => {
    const code = `${IMPORT}r = quantum("Creat Bell state", backend="IBM Torino", shots="1,000")  # mine\nprint(r.energy)\n`;
    const answer = await fixOf(service.url, { code });
    assert.equal(
      answer.code,
      `${IMPORT}r = quantum("Create Bell state", backend="ibm_torino", shots=1000)  # mine\nprint(r.energy)\n`,
    );
    assert.equal(changed(code, answer), answer.code);
    assert.deepEqual(
      answer.changes.map(({ kind, text }) => [kind, text]),
      [
        ['program', 'e'],
        ['backend', 'ibm_t'],
        ['shots', '1000'],
      ],
    );
    assert.match(answer.explanation, /The backend "IBM Torino" is now "ibm_torino"\. It is quantum hardware/);
    assert.deepEqual(
      [answer.source, answer.outcome, answer.cost.user_cost_usd, asked.length],
      ['template', 'completed', 0, 0],
    );
  });

  it('speaks Spanish when asked', async () => {
    const { changes } = await fixOf(service.url, { code: `${IMPORT}quantum("Creat Bell state")`, lang: 'es' });
    assert.match(changes[0]?.message ?? '', /^El programa "Creat Bell state" es ahora "Create Bell state"\.$/);
  });

  it('says so when nothing is wrong', async () => {
    const code = `${IMPORT}quantum("Create Bell state")\n`;
    const answer = await fixOf(service.url, { code });
    assert.deepEqual([answer.code, answer.changes, answer.outcome], [code, [], 'completed']);
    assert.match(answer.explanation, /nothing to fix/);
  });

  it('asks the model for the rest, with only the statement, and puts its answer where it belongs', async () => {
    const before = await balance();
    replies = [writeCode(callOf('Create 4-qubit GHZ state'))];
    const code = `import json\n\n\ndef run():\n    # keep me\n    out = quantum("four of them all tangled up", shots=1024)\n    print(json.dumps(out))\n`;
    const answer = await fixOf(service.url, { code });
    assert.equal(
      answer.code,
      `${IMPORT}import json\n\n\ndef run():\n    # keep me\n    out = quantum("Create 4-qubit GHZ state", shots=1024)\n    print(json.dumps(out))\n`.replace(
        'quantum\n\nimport',
        'quantum\nimport',
      ),
    );
    assert.equal(changed(code, answer), answer.code);
    assert.equal(
      promptOf(0),
      'fix\nout = quantum("four of them all tangled up", shots=1024)\n---\nBioQL does not understand this program.\nassistant\n',
    );
    assert.deepEqual([answer.source, answer.model, answer.usage.completion_tokens], ['model', 'scripted', 20]);
    assert.ok(answer.cost.user_cost_usd > 0);
    assert.equal(Math.round((before - answer.user.balance) * 1e6), Math.round(answer.cost.user_cost_usd * 1e6));
    const account = (await service.ledger.listAccounts())[0];
    const receipt = account && (await service.ledger.receipt(account.id, answer.request_id));
    assert.equal(receipt?.feature, 'fix');
  });

  it('tells the model what the person says, and the last line of a traceback', async () => {
    replies = [writeCode(callOf('Create 5-qubit W state')), writeCode(callOf('Create Bell state'))];
    const code = `${IMPORT}w = quantum("Create 5-qubit GHZ state")\nprint(w)\n`;
    const answer = await fixOf(service.url, { code, instruction: 'make it a W state' });
    assert.equal(answer.code, `${IMPORT}w = quantum("Create 5-qubit W state")\nprint(w)\n`);
    assert.match(promptOf(0), /^fix\nw = quantum\("Create 5-qubit GHZ state"\)\n---\nmake it a W state\n/);
    const traceback = `Traceback (most recent call last):\n  File "a.py", line 3, in <module>\nbioql.ProgramError: 5 qubits is too much for me\n`;
    await fixOf(service.url, { code, diagnostics: traceback });
    assert.match(promptOf(1), /---\nbioql\.ProgramError: 5 qubits is too much for me\n/);
  });

  it('grants a wish about backend and shots without the model', async () => {
    const code = `${IMPORT}w = quantum("Create 5-qubit GHZ state")\nprint(w)\n`;
    const answer = await fixOf(service.url, { code, instruction: 'now on ionq with 500 shots' });
    assert.equal(
      answer.code,
      `${IMPORT}w = quantum("Create 5-qubit GHZ state", backend="ionq_qpu", shots=500)\nprint(w)\n`,
    );
    assert.deepEqual([answer.source, answer.cost.user_cost_usd], ['template', 0]);
  });

  it('puts further calls of an answer behind the statement, by free names', async () => {
    replies = [writeCode(callOf('Create Bell state'), callOf('Create Bell state', 'ibm_brisbane', 2000))];
    const code = `${IMPORT}bell = quantum("Create Bell state")\nprint(bell)\nbell_2 = 1\n`;
    const answer = await fixOf(service.url, { code, instruction: 'and then the same on ibm_brisbane with 2000 shots' });
    assert.equal(
      answer.code,
      `${IMPORT}bell = quantum("Create Bell state")\nprint(bell)\nbell_3 = quantum("Create Bell state", backend="ibm_brisbane", shots=2000)\nprint(bell_3)\nbell_2 = 1\n`,
    );
  });

  it('turns a database that says nothing clear into the call that the model reads in it', async () => {
    replies = [writeCode(callOf('Run VQE for LiH'))];
    const code = `from bioql import BioQL\n\nconn = BioQL.connect("localhost")\n# the energy of lithium hydride at rest\nrows = conn.execute("SELECT energy FROM molecules")\nprint(rows)\n`;
    const answer = await fixOf(service.url, { code });
    assert.match(answer.code, /^from bioql import quantum\n\n/);
    assert.match(
      answer.code,
      /\nrows = quantum\("Run VQE for LiH", backend="simulator", shots=1024\)\nprint\(rows\)\n$/,
    );
    assert.doesNotMatch(answer.code, /connect|execute/);
    assert.match(promptOf(0), /lithium hydride/);
  });

  it('refuses honestly, uncharged, with the code as it was', async () => {
    const before = await balance();
    for (const reply of [refusalText('out_of_scope', 'en'), 'no code at all']) {
      replies = [reply, reply, reply];
      const code = `${IMPORT}r = quantum("paint my house")\n`;
      const answer = await fixOf(service.url, { code });
      assert.deepEqual(
        [answer.outcome, answer.code, answer.changes, answer.cost.user_cost_usd],
        ['refused', code, [], 0],
      );
      assert.equal(answer.refusal?.reason, reply === 'no code at all' ? 'not_fixed' : 'out_of_scope');
    }
    assert.equal(await balance(), before);
  });

  it('keeps what rules have mended when the model cannot do the rest', async () => {
    const reply = refusalText('out_of_scope', 'en');
    replies = [reply, reply, reply];
    const code = `${IMPORT}a = quantum("Creat Bell state")\nb = quantum("paint my house")\n`;
    const answer = await fixOf(service.url, { code });
    assert.deepEqual([answer.outcome, answer.source, answer.cost.user_cost_usd], ['completed', 'template', 0]);
    assert.match(answer.code, /a = quantum\("Create Bell state"\)\nb = quantum\("paint my house"\)/);
    assert.match(answer.explanation, /Still to be fixed, in this order:\nBioQL does not understand this program\./);
  });

  it('stops when the client goes away, and charges what ran', async () => {
    const before = await balance();
    const abort = new AbortController();
    const gone = post(service.url, { code: `${IMPORT}quantum("who knows what")` }, { signal: abort.signal });
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    abort.abort();
    await assert.rejects(gone);
    let after = await balance();
    for (let tries = 0; after === before && tries < 50; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      after = await balance();
    }
    assert.ok(after < before);
  });

  it('works with an empty balance as far as it is free', async () => {
    const account = (await service.ledger.listAccounts())[0];
    assert.ok(account);
    const left = await service.ledger.balance(account.id);
    const hold = await service.ledger.hold(account.id, 'req_all', left);
    const free = await fixOf(service.url, { code: `${IMPORT}quantum("Creat Bell state")` });
    assert.equal(free.code, `${IMPORT}quantum("Create Bell state")`);
    assert.equal(free.user.balance, 0);
    const half = await fixOf(service.url, { code: `${IMPORT}quantum("Creat Bell state")\nquantum("who knows what")` });
    assert.match(half.explanation, /the balance is used up/);
    const none = await post(service.url, { code: `${IMPORT}quantum("who knows what")` });
    assert.deepEqual([none.status, ((await none.json()) as ErrorBody).error.code], [402, 'balance_exhausted']);
    await service.ledger.release(hold);
  });

  for (const [what, body, status] of [
    ['no code', {}, 400],
    ['blank code', { code: '  \n' }, 400],
    ['too much code', { code: 'x'.repeat(100_001) }, 400],
    ['an unknown field', { code: 'x', colour: 'red' }, 400],
    ['a body beyond the limit', { code: 'x'.repeat(300_000) }, 413],
  ] as const) {
    it(`${what}: ${status}`, async () => assert.equal((await post(service.url, body)).status, status));
  }

  it('needs a key', async () => {
    const response = await post(service.url, { code: 'x' }, { headers: { 'content-type': 'application/json' } });
    assert.equal(response.status, 401);
  });

  it('streams its result', async () => {
    const response = await post(service.url, { code: `${IMPORT}quantum("Creat Bell state")`, stream: true });
    assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    const [, data = ''] = /^event: result\ndata: (.*)$/m.exec(await response.text()) ?? [];
    assert.equal((JSON.parse(data) as FixResponse).code, `${IMPORT}quantum("Create Bell state")`);
  });
});

describe('fix, with the real model', function () {
  this.timeout(120_000);
  const dir = tempDir();

  it('answers with code that BioQL reads, or refuses uncharged with the code as it was', async () => {
    const service = await startService({ BIOQL_DATA_DIR: dir.path('data') });
    try {
      const code = `${IMPORT}r = quantum("5 qubits all sharing one fate", backend="simulator", shots=100)\nprint(r)\n`;
      const answer = await fixOf(service.url, { code });
      assert.equal(changed(code, answer), answer.code);
      if (answer.outcome === 'refused') {
        assert.equal(answer.code, code);
        assert.equal(answer.cost.user_cost_usd, 0);
        assert.ok(answer.refusal?.message);
      } else {
        assert.match(answer.code, /^from bioql import quantum\n\nr = quantum\(".+".*\)\nprint\(r\)\n$/);
        assert.equal(answer.source, 'model');
        assert.ok(answer.cost.user_cost_usd > 0);
      }
    } finally {
      await service.stop();
    }
  });
});
