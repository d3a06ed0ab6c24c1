import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { type ServiceProcess, startService } from '../service-process.ts';
import { tempDir } from '../temp-dir.ts';

interface Recorded {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The program that the answer must hold. */
  readonly says: string;
}

const RECORDED: readonly Recorded[] = JSON.parse(readFileSync(new URL('./old-clients.json', import.meta.url), 'utf8'));

interface Replayed {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  // What an old client reads is checked field by field.
  readonly body: Record<string, unknown>;
}

/** Sends the bytes as they were recorded; `fetch` would add headers of its own. */
async function replay(url: string, { headers, body }: Pick<Recorded, 'headers' | 'body'>): Promise<Replayed> {
  const sent = request(url, { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) } });
  sent.end(body);
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    sent.on('response', resolve).on('error', reject),
  );
  return { status: response.statusCode, headers: response.headers, body: JSON.parse(await text(response)) };
}

/** The documented answer of version 3.3.0: what its clients read, and of what type. */
const DOCUMENTED = {
  code: 'string',
  reasoning: 'string',
  model: 'string',
  timing: { total_seconds: 'number', generation_seconds: 'number' },
  cost: {
    base_cost_usd: 'number',
    user_cost_usd: 'number',
    profit_usd: 'number',
    profit_margin_percent: 'number',
  },
  user: { email: 'string', balance: 'number' },
};

type Shape = { readonly [name: string]: string | Shape };

const typesOf = (value: unknown, shape: Shape): Shape =>
  Object.fromEntries(
    Object.entries(shape).map(([name, wanted]) => {
      const found = (value as Record<string, unknown>)[name];
      return [name, typeof wanted === 'string' ? typeof found : typesOf(found, wanted)];
    }),
  );

describe('a client of version 3.3.0', function () {
  this.timeout(60_000);
  const dir = tempDir();
  let service: ServiceProcess;
  before(async () => {
    service = await startService({ BIOQL_DATA_DIR: dir.path('data') });
  });
  after(() => service.stop());

  for (const recorded of RECORDED) {
    const { says, headers, body: sent } = recorded;
    it(`gets the documented answer to ${says} (${headers['user-agent']})`, async () => {
      const { status, headers: got, body } = await replay(`${service.url}/`, recorded);
      assert.equal(status, 200);
      assert.match(String(got['content-type']), /^application\/json/);
      assert.deepEqual(typesOf(body, DOCUMENTED), DOCUMENTED);
      assert.ok(
        String(body['code']).startsWith('from bioql import quantum\n\nresult = quantum("'),
        String(body['code']),
      );
      assert.ok(String(body['code']).includes(`quantum("${says}", backend="simulator", shots=1024)\nprint(result)`));
      assert.equal(String(body['reasoning']) !== '', JSON.parse(sent).include_reasoning);
      const { cost, user, timing } = body as Record<string, Record<string, number | string>>;
      assert.equal(cost?.['profit_margin_percent'], 40);
      assert.equal(user?.['email'], 'demo@bioql.com');
      assert.equal(cost?.['base_cost_usd'], Math.round((Number(timing?.['total_seconds']) * 1.1e6) / 3600) / 1e6);
    });
  }

  it('pays for every answer out of its balance', async () => {
    const [first] = RECORDED as [Recorded, ...Recorded[]];
    const balances = [];
    for (let time = 0; time < 2; time += 1) {
      const { body } = await replay(`${service.url}/`, first);
      balances.push((body as { user: { balance: number } }).user.balance);
    }
    const [before = 0, after = 0] = balances;
    assert.ok(after < before);
  });

  it('is told of a wrong key by its status', async () => {
    const [first] = RECORDED as [Recorded, ...Recorded[]];
    const body = first.body.replace('870ce7ae', '00000000');
    assert.equal((await replay(`${service.url}/`, { ...first, body })).status, 401);
  });
});
