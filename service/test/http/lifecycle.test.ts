import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CLI, startService } from '../service-process.ts';
import { tempDir } from '../temp-dir.ts';
import { ask, askForStream } from './client.ts';

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return (
          readFileSync(`/proc/${name}/stat`, 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ')[1] === String(pid)
        );
      } catch {
        return false; // the process ended meanwhile
      }
    })
    .map(Number);

const bioql = (dataDir: string, ...args: string[]): unknown =>
  JSON.parse(
    execFileSync(process.execPath, [CLI, ...args, '--json'], {
      env: { ...process.env, BIOQL_DATA_DIR: dataDir },
      encoding: 'utf8',
    }),
  );

interface Usage {
  readonly balance: number;
  readonly requests: readonly { readonly cost_usd: number; readonly completion_tokens: number }[];
}

describe('the life of the service', function () {
  this.timeout(60_000);
  const dir = tempDir();
  let count = 0;
  const start = async (env: Readonly<Record<string, string>> = {}) => {
    const dataDir = dir.path(`data-${count++}`);
    return { dataDir, service: await startService({ BIOQL_DATA_DIR: dataDir, BIOQL_WORKERS: '1', ...env }) };
  };

  it('loses and invents no money when it is killed in the middle of a request', async () => {
    const { dataDir, service } = await start();
    const paid = (await ask(service.url, { prompt: 'Create a Bell state' })).body.cost.user_cost_usd;
    let deltas = 0;
    await assert.rejects(async () => {
      for await (const { event } of askForStream(service.url, { prompt: 'a 5-qubit GHZ state' })) {
        if (event === 'delta') deltas += 1;
        if (deltas === 3) service.child.kill('SIGKILL');
      }
    });
    await service.ended;
    assert.ok(deltas >= 3);

    const again = await startService({ BIOQL_DATA_DIR: dataDir, BIOQL_WORKERS: '1' });
    try {
      assert.deepEqual(bioql(dataDir, 'ledger', 'verify'), { ok: true, differences: [] });
      const usage = bioql(dataDir, 'usage', 'demo@bioql.com') as Usage;
      assert.equal(usage.requests.length, 1);
      assert.equal(Math.round(usage.balance * 1e6), Math.round((10 - paid) * 1e6));
      assert.equal((await ask(again.url, { prompt: 'Create a Bell state' })).status, 200);
    } finally {
      await again.stop();
    }
  });

  it('stops decoding when the client goes away, and charges what ran', async () => {
    const { dataDir, service } = await start();
    try {
      const whole = (await ask(service.url, { prompt: 'a 5-qubit GHZ state' })).body.usage.completion_tokens;
      for await (const { event } of askForStream(service.url, { prompt: 'a 5-qubit GHZ state' }))
        if (event === 'delta') break;
      let usage = bioql(dataDir, 'usage', 'demo@bioql.com') as Usage;
      for (let tries = 0; usage.requests.length < 2 && tries < 20; tries += 1) {
        await sleep(100);
        usage = bioql(dataDir, 'usage', 'demo@bioql.com') as Usage;
      }
      const stopped = usage.requests[1];
      assert.ok(stopped !== undefined && stopped.completion_tokens > 0 && stopped.completion_tokens < whole / 2);
      assert.ok(stopped.cost_usd > 0);
      assert.deepEqual(bioql(dataDir, 'ledger', 'verify'), { ok: true, differences: [] });
    } finally {
      await service.stop();
    }
  });

  it('answers by template, for free, while a dead model process is being replaced', async () => {
    const { service } = await start();
    try {
      for (const pid of childrenOf(service.child.pid ?? 0)) process.kill(pid, 'SIGKILL');
      const { body } = await ask(service.url, { prompt: 'Create a Bell state' });
      assert.equal(body.source, 'template');
      assert.equal(body.cost.user_cost_usd, 0);
      let source = '';
      for (let tries = 0; source !== 'model' && tries < 100; tries += 1) {
        await sleep(100);
        source = (await ask(service.url, { prompt: 'Create a Bell state' })).body.source;
      }
      assert.equal(source, 'model');
    } finally {
      await service.stop();
    }
  });

  it('finishes what it has begun before it stops', async () => {
    const { service } = await start();
    let result: unknown;
    let told = false;
    for await (const { event, data } of askForStream(service.url, { prompt: 'a 5-qubit GHZ state' })) {
      if (event === 'delta' && !told) told = service.child.kill('SIGTERM');
      if (event === 'result') result = data['outcome'];
    }
    assert.equal(result, 'completed');
    assert.equal(await service.ended, 0);
  });

  it('tells health and readiness', async () => {
    const { service } = await start();
    try {
      assert.equal((await fetch(`${service.url}/healthz`)).status, 200);
      assert.equal((await fetch(`${service.url}/readyz`)).status, 200);
    } finally {
      await service.stop();
    }
  });

  it('names the variable of a configuration that it cannot use', () => {
    for (const [variable, value] of [
      ['BIOQL_PORT', 'x'],
      ['BIOQL_MODEL', '/nowhere/model.gguf'],
      ['BIOQL_USD_PER_HOUR', '-1'],
    ] as const) {
      assert.throws(
        () =>
          execFileSync(process.execPath, [CLI, 'serve'], {
            env: { ...process.env, BIOQL_DATA_DIR: dir.path('none'), [variable]: value },
            stdio: 'pipe',
          }),
        (error: { status: number; stderr: Buffer }) => error.status === 2 && error.stderr.toString().includes(variable),
      );
    }
  });
});
