import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { CLI, startService } from '../service-process.ts';
import { tempDir } from '../temp-dir.ts';

describe('bioql generate', function () {
  this.timeout(60_000);
  const dir = tempDir();
  const run = (env: Readonly<Record<string, string>>, ...args: string[]): string =>
    execFileSync(process.execPath, [CLI, 'generate', ...args], {
      env: { ...process.env, BIOQL_DATA_DIR: dir.path('data'), ...env },
      encoding: 'utf8',
    });

  it('answers with the real model when no service runs', () => {
    const answer = JSON.parse(run({ BIOQL_PORT: '1' }, 'Create a Bell state', '--json'));
    assert.equal(answer.source, 'model');
    assert.match(answer.code, /quantum\("Create Bell state"/);
  });

  it('asks the service that runs, and streams its answer', async () => {
    const service = await startService({ BIOQL_DATA_DIR: dir.path('other') });
    try {
      const text = run({ BIOQL_PORT: new URL(service.url).port }, 'Create a Bell state', '--stream');
      assert.match(
        text,
        /^Bell state phi\+.*\n\nfrom bioql import quantum\n\nresult = .*\nprint\(result\)\n# USD 0\.\d{6}, balance 9\.\d{6}\n$/,
      );
    } finally {
      await service.stop();
    }
  });

  it('says which service does not answer', () => {
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'generate', 'x', '--url', 'http://127.0.0.1:1'], {
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stderr, /127\.0\.0\.1:1.*\[service_unreachable\]/);
  });
});
