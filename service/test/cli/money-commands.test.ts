import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { isApiKey } from '../../src/domain/api-key.ts';
import { nano } from '../../src/domain/money.ts';
import { openLedger } from '../../src/infrastructure/open-ledger.ts';
import { tempDir } from '../temp-dir.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

describe('bioql on the command line', function () {
  this.timeout(60_000);
  const dir = tempDir();
  let count = 0;
  let dataDir: string;
  let database: string;

  const bioql = (...args: string[]): { code: number | null; stdout: string; stderr: string } => {
    const env = { PATH: process.env['PATH'], BIOQL_DATA_DIR: dataDir, BIOQL_DATABASE_URL: `sqlite:${database}` };
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { env, encoding: 'utf8' });
    return { code: status, stdout, stderr };
  };
  const json = (...args: string[]) => {
    const { code, stdout, stderr } = bioql(...args, '--json');
    assert.deepEqual([code, stderr], [0, '']);
    return JSON.parse(stdout);
  };

  beforeEach(() => {
    dataDir = dir.path(`${count++}`);
    database = join(dataDir, 'bioql.db');
  });

  it('makes accounts and credits them', () => {
    assert.equal(
      bioql('accounts', 'create', 'Ada@Example.com', '--credit', '10').stdout,
      'ada@example.com has USD 10.000000.\n',
    );
    assert.equal(json('accounts', 'credit', 'ada@example.com', '2.5').balance, 12.5);
    const [account] = json('accounts', 'list');
    assert.deepEqual([account.email, account.balance], ['ada@example.com', 12.5]);
    assert.deepEqual(json('usage', 'ada@example.com').requests, []);
  });

  it('shows a key once and revokes it', () => {
    bioql('accounts', 'create', 'ada@example.com');
    const made = json('keys', 'create', 'ada@example.com', '--name', 'laptop');
    assert.ok(isApiKey(made.key));
    const listed = bioql('keys', 'list', 'ada@example.com').stdout;
    assert.match(listed, /laptop/);
    assert.ok(!listed.includes(made.key));
    assert.notEqual(json('keys', 'revoke', made.id).revoked_at, null);
  });

  it('proves the book and shows the first difference of a wrong one', () => {
    bioql('accounts', 'create', 'ada@example.com', '--credit', '10');
    assert.deepEqual(json('ledger', 'verify'), { ok: true, differences: [] });
    const db = new DatabaseSync(database);
    db.exec('UPDATE balances SET available = available + 5, funding = funding - 5');
    db.close();
    const { code, stdout } = bioql('ledger', 'verify');
    assert.equal(code, 1);
    assert.match(stdout, /^The book is wrong: .* funding should be -10000000000 nano-dollars but is -10000000005\./);
    assert.equal(stdout.trim().split('\n').length, 1);
  });

  it('exports feedback as lines, with words only where they were shared', async () => {
    bioql('accounts', 'create', 'ada@example.com', '--credit', '10');
    assert.equal(bioql('feedback', 'export').stdout, '');
    const ledger = await openLedger({ databaseUrl: `sqlite:${database}` });
    const { id } = (await ledger.findAccount('ada@example.com')) ?? assert.fail();
    for (const name of ['r1', 'r2'])
      await ledger.settle(await ledger.hold(id, name, nano(5)), nano(1), {
        feature: 'generate',
        source: 'model',
        seconds: 1,
        promptTokens: 1,
        completionTokens: 1,
      });
    await ledger.giveFeedback(id, 'r1', { rating: 'up', shared: { prompt: 'un estado de Bell', code: 'x' } });
    await ledger.giveFeedback(id, 'r2', { rating: 'down', comment: 'no' });
    await ledger.close();
    const { stdout } = bioql('feedback', 'export');
    const [first, second, ...others] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.partialDeepStrictEqual(first, { request_id: 'r1', consent: true, lang: 'es', prompt: 'un estado de Bell' });
    assert.deepEqual([second.consent, second.comment, 'prompt' in second, others.length], [false, 'no', false, 0]);
    assert.ok(!stdout.includes('ada@'));
    assert.deepEqual(json('feedback', 'export'), [first, second]);
  });

  it('estimates the plans', () => {
    const { plans } = json('pricing', 'estimate');
    assert.deepEqual(plans[3], {
      name: 'Enterprise',
      requests_per_month: 100_000,
      revenue_usd: 85.6,
      cost_usd: 61.11,
      profit_usd: 24.49,
    });
    assert.match(bioql('pricing', 'estimate').stdout, /^Enterprise +100000 +85\.60 +61\.11 +24\.49$/m);
  });

  const BAD: readonly (readonly [code: string, ...args: string[]])[] = [
    ['email_invalid', 'accounts', 'create', 'nobody'],
    ['amount_invalid', 'accounts', 'create', 'ada@example.com', '--credit', '1.0000001'],
    ['amount_invalid', 'accounts', 'credit', 'ada@example.com', '0'],
    ['seconds_invalid', 'pricing', 'estimate', '--seconds', 'two'],
    ['usage_invalid', 'accounts', 'create'],
    ['usage_invalid', 'accounts', 'create', 'ada@example.com', 'extra'],
    ['usage_invalid', 'keys', 'burn', 'ada@example.com'],
  ];
  for (const [code, ...args] of BAD) {
    it(`refuses "${args.join(' ')}" and writes nothing`, () => {
      const refused = bioql(...args);
      assert.deepEqual([refused.code, refused.stdout], [2, '']);
      assert.match(refused.stderr, new RegExp(`^bioql: .* \\[${code}\\]\n$`));
      assert.ok(!existsSync(database));
      assert.equal(JSON.parse(bioql(...args, '--json').stderr).error.code, code);
    });
  }

  it('refuses what the ledger refuses', () => {
    bioql('accounts', 'create', 'ada@example.com');
    for (const [code, ...args] of [
      ['account_exists', 'accounts', 'create', 'ada@example.com'],
      ['account_unknown', 'accounts', 'credit', 'bob@example.com', '1'],
      ['account_unknown', 'keys', 'create', 'bob@example.com'],
      ['account_unknown', 'usage', 'bob@example.com'],
      ['key_unknown', 'keys', 'revoke', 'key_none'],
    ] as const) {
      const refused = bioql(...args);
      assert.equal(refused.code, 2);
      assert.match(refused.stderr, new RegExp(`\\[${code}\\]\n$`));
    }
  });
});
