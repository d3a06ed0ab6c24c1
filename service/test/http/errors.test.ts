import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import http from 'node:http';
import { CLI, type ServiceProcess, startService } from '../service-process.ts';
import { tempDir } from '../temp-dir.ts';
import { ask, askBadly, DEMO_KEY } from './client.ts';

describe('bad input to the service', function () {
  this.timeout(60_000);
  const dir = tempDir();
  const env = { BIOQL_DATA_DIR: dir.path('data'), BIOQL_ENGINE: 'template' };
  let service: ServiceProcess;
  const bioql = (...args: string[]): string =>
    execFileSync(process.execPath, [CLI, ...args], { env: { ...process.env, ...env }, encoding: 'utf8' });
  before(async () => {
    service = await startService(env);
  });
  after(() => service.stop());

  const key = { authorization: `Bearer ${DEMO_KEY}` };
  const cases: readonly (readonly [string, string, Record<string, string>, number, string])[] = [
    ['no key', '{"prompt": "a Bell state"}', {}, 401, 'unauthorized'],
    ['a wrong key', '{"prompt": "a Bell state"}', { authorization: 'Bearer nonsense' }, 401, 'unauthorized'],
    ['a wrong key in the body', '{"api_key": "bioql_test_000", "prompt": "a Bell state"}', {}, 401, 'unauthorized'],
    ['no prompt', '{}', key, 400, 'invalid_request'],
    ['a blank prompt', '{"prompt": "  "}', key, 400, 'invalid_request'],
    ['a prompt that is a number', '{"prompt": 5}', key, 400, 'invalid_request'],
    ['a prompt of 5000 characters', JSON.stringify({ prompt: 'x'.repeat(5000) }), key, 400, 'invalid_request'],
    ['control characters', '{"prompt": "a Bell\\u0000 state"}', key, 400, 'invalid_request'],
    ['half a surrogate pair', '{"prompt": "a Bell \\ud800 state"}', key, 400, 'invalid_request'],
    ['an unknown field', '{"prompt": "a Bell state", "model": "x"}', key, 400, 'invalid_request'],
    ['a negative length', '{"prompt": "a Bell state", "max_length": -1}', key, 400, 'invalid_request'],
    ['a huge length', '{"prompt": "a Bell state", "max_length": 1e9}', key, 400, 'invalid_request'],
    ['a temperature of 9', '{"prompt": "a Bell state", "temperature": 9}', key, 400, 'invalid_request'],
    ['a temperature as text', '{"prompt": "a Bell state", "temperature": "0"}', key, 400, 'invalid_request'],
    ['a nucleus of 0', '{"prompt": "a Bell state", "top_p": 0}', key, 400, 'invalid_request'],
    ['text that is not JSON', '{"prompt": ', key, 400, 'invalid_json'],
    ['an empty body', '', key, 400, 'invalid_json'],
    ['an array', '[]', key, 400, 'invalid_request'],
    ['a body of 1 MB', JSON.stringify({ prompt: 'x'.repeat(1_000_000) }), key, 413, 'payload_too_large'],
    [
      'a form',
      'prompt=a+Bell+state',
      { ...key, 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'unsupported_media_type',
    ],
    ['plain text', 'a Bell state', { ...key, 'content-type': 'text/plain' }, 415, 'unsupported_media_type'],
    [
      'a web page of another site',
      '{"prompt": "a Bell state"}',
      { ...key, origin: 'https://example.com' },
      403,
      'forbidden_origin',
    ],
  ];
  for (const [what, body, headers, status, code] of cases) {
    it(`${what}: ${status} ${code}`, async () => {
      const answer = await askBadly(service.url, body, headers);
      assert.equal(answer.status, status);
      assert.equal(answer.body.error.code, code);
      assert.match(answer.body.error.request_id, /^req_/);
      assert.ok(answer.body.error.message.length > 5);
    });
  }

  it('charges nothing for any of it and leaves no hold', async () => {
    assert.equal((await ask(service.url, { prompt: 'a Bell state' })).body.user.balance, 10);
    assert.match(bioql('ledger', 'verify'), /right/);
  });

  it('an unknown route: 404', async () => {
    const response = await fetch(`${service.url}/nowhere`);
    assert.equal(response.status, 404);
    assert.equal(((await response.json()) as { error: { code: string } }).error.code, 'not_found');
  });

  it('another Host on a loopback port: 403', async () => {
    const { port } = new URL(service.url);
    const status = await new Promise((resolve, reject) => {
      http
        .request(
          { port, method: 'POST', path: '/', headers: { host: 'evil.example', 'content-type': 'application/json' } },
          (response) => resolve(response.statusCode),
        )
        .on('error', reject)
        .end('{}');
    });
    assert.equal(status, 403);
  });

  it('an empty balance: 402', async () => {
    bioql('accounts', 'create', 'poor@example.com');
    const { key: poor } = JSON.parse(bioql('keys', 'create', 'poor@example.com', '--json'));
    const answer = await askBadly(service.url, '{"prompt": "a Bell state"}', { authorization: `Bearer ${poor}` });
    assert.deepEqual([answer.status, answer.body.error.code], [402, 'balance_exhausted']);
  });

  it('a revoked key: 401', async () => {
    bioql('accounts', 'create', 'gone@example.com', '--credit', '1');
    const { key: made, id } = JSON.parse(bioql('keys', 'create', 'gone@example.com', '--json'));
    const headers = { authorization: `Bearer ${made}` };
    assert.equal((await askBadly(service.url, '{"prompt": "a Bell state"}', headers)).status, 200);
    bioql('keys', 'revoke', id);
    assert.equal((await askBadly(service.url, '{"prompt": "a Bell state"}', headers)).status, 401);
  });
});
