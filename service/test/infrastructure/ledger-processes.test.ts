import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Ledger } from '../../src/domain/ledger.ts';
import { nano } from '../../src/domain/money.ts';
import { openLedger } from '../../src/infrastructure/open-ledger.ts';
import { ADA, DOLLAR } from '../ledger-contract/fixtures.ts';
import { tempDir } from '../temp-dir.ts';

const PROGRAM = fileURLToPath(new URL('ledger-process.ts', import.meta.url));

describe('a ledger of several processes', function () {
  this.timeout(30_000);
  const dir = tempDir();
  let count = 0;
  let databaseUrl: string;
  let ledger: Ledger;
  const children: ChildProcess[] = [];

  const start = (accountId: string, task: 'hold' | 'spend' | 'churn'): ChildProcess => {
    const stdio = ['pipe', 'pipe', 'inherit'] as const;
    const child = spawn(process.execPath, [PROGRAM, databaseUrl, accountId, task], { stdio: [...stdio] });
    children.push(child);
    return child;
  };
  const firstLine = async (child: ChildProcess): Promise<string> =>
    String((await once(child.stdout ?? assert.fail(), 'data'))[0]).trim();
  const kill = async (child: ChildProcess): Promise<void> => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };

  beforeEach(async () => {
    databaseUrl = `sqlite:${dir.path(`${count++}/bioql.db`)}`;
    ledger = await openLedger({ databaseUrl });
  });

  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await ledger.close();
  });

  it('cannot be overdrawn', async () => {
    const { id } = await ledger.createAccount(ADA, nano(5 * DOLLAR));
    const spenders = [start(id, 'spend'), start(id, 'spend')];
    await Promise.all(spenders.map(firstLine));
    for (const spender of spenders) spender.stdin?.write('go\n');
    const held = await Promise.all(spenders.map(firstLine));
    assert.equal(
      held.reduce((sum, text) => sum + Number(text), 0),
      50,
    );
    assert.equal(await ledger.balance(id), 0);
  });

  it('gives back what a killed process held, and not what a live one holds', async () => {
    const { id } = await ledger.createAccount(ADA, DOLLAR);
    const [victim, survivor] = [start(id, 'hold'), start(id, 'hold')];
    await Promise.all([victim, survivor].map(firstLine));
    assert.deepEqual(await ledger.verify(), []);
    await kill(victim);
    assert.deepEqual(
      (await ledger.verify()).map(({ code, found }) => [code, found]),
      [['hold_orphaned', DOLLAR / 4]],
    );
    assert.equal(await ledger.releaseOrphans(), 1);
    assert.deepEqual(await ledger.verify(), []);
    assert.equal(await ledger.balance(id), DOLLAR * 0.75);
    assert.equal(await ledger.releaseOrphans(), 0);
  });

  it('neither loses nor makes money when processes are killed at any moment', async () => {
    const { id } = await ledger.createAccount(ADA, DOLLAR);
    for (let round = 0; round < 5; round++) {
      const child = start(id, 'churn');
      await firstLine(child);
      await new Promise((resolve) => setTimeout(resolve, 20 + round * 13));
      await kill(child);
      await ledger.releaseOrphans();
      assert.deepEqual(await ledger.verify(), []);
      const { balance, totals } = await ledger.usage(ADA);
      assert.equal(balance + totals.cost, DOLLAR);
      assert.equal(totals.cost, totals.requests * 3000);
    }
    assert.ok((await ledger.usage(ADA)).totals.requests > 0);
  });
});
