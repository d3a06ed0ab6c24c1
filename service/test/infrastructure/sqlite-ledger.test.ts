import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { Ledger } from '../../src/domain/ledger.ts';
import { createProcesses, type Processes } from '../../src/infrastructure/process-identity.ts';
import { MIGRATIONS } from '../../src/infrastructure/sqlite/migrations.ts';
import { openSqliteLedger } from '../../src/infrastructure/sqlite/sqlite-ledger.ts';
import { describeLedger } from '../ledger-contract/describe-ledger.ts';
import { ADA, DOLLAR, USED } from '../ledger-contract/fixtures.ts';
import { tempDir } from '../temp-dir.ts';

const open = (file: string, processes: Processes = createProcesses(), now = () => new Date()): Promise<Ledger> =>
  openSqliteLedger({ file, now, randomBytes, processes });

describe('SQLite', () => {
  const dir = tempDir();
  let count = 0;
  let file: string;

  const rawly = <Result>(work: (db: DatabaseSync) => Result): Result => {
    const db = new DatabaseSync(file);
    try {
      return work(db);
    } finally {
      db.close();
    }
  };

  beforeEach(() => {
    file = dir.path(`${count++}.db`);
  });

  describeLedger('SQLite', (now) => open(file, undefined, now));

  async function bookWithOneCharge(): Promise<void> {
    const ledger = await open(file);
    const { id } = await ledger.createAccount(ADA, DOLLAR);
    await ledger.settle(await ledger.hold(id, 'r1', DOLLAR), DOLLAR, USED);
    await ledger.close();
  }

  async function verify(): Promise<string[]> {
    const ledger = await open(file);
    try {
      return (await ledger.verify()).map(({ code, subject, expected, found }) => {
        return `${code} ${subject.replace(/acc_\w+/, 'acc')} ${expected} ${found}`;
      });
    } finally {
      await ledger.close();
    }
  }

  for (const table of ['transactions', 'entries', 'charges']) {
    it(`never changes ${table}`, async () => {
      await bookWithOneCharge();
      const column = table === 'transactions' ? 'at' : 'amount';
      const changes = [
        `UPDATE ${table} SET ${column} = ${column} + 1`,
        `DELETE FROM ${table}`,
        `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`,
      ];
      for (const change of changes) {
        assert.throws(() => rawly((db) => db.exec(change)), { message: `${table} is append-only` }, change);
      }
      assert.deepEqual(await verify(), []);
    });
  }

  it('finds what was changed behind its back', async () => {
    await bookWithOneCharge();
    rawly((db) => db.exec(`UPDATE balances SET available = 5, revenue = revenue - 5`));
    assert.deepEqual(await verify(), [
      'balance_differs acc available 0 5',
      `balance_differs acc revenue ${DOLLAR} ${DOLLAR - 5}`,
    ]);
    rawly((db) =>
      db.exec(`UPDATE balances SET available = 0, revenue = revenue + 5;
      DROP TRIGGER charges_no_update; UPDATE charges SET amount = 1;
      DROP TRIGGER entries_no_delete; DELETE FROM entries WHERE transaction_id = 2 AND book = 'held'`),
    );
    assert.deepEqual(await verify(), [
      `transaction_unbalanced transaction 2 0 ${-DOLLAR}`,
      `balance_differs acc held ${-DOLLAR} 0`,
      `charge_differs transaction 3 charge ${DOLLAR} 1`,
    ]);
  });

  it('finds a hold that lost its money', async () => {
    const ledger = await open(file);
    const { id } = await ledger.createAccount(ADA, DOLLAR);
    await ledger.hold(id, 'r1', DOLLAR);
    rawly((db) => db.exec('DELETE FROM open_holds'));
    assert.deepEqual(
      (await ledger.verify()).map(({ code, found }) => [code, found]),
      [['hold_differs', 0]],
    );
    await ledger.close();
  });

  it('lets no balance go below zero and no account make money', async () => {
    await bookWithOneCharge();
    assert.throws(() => rawly((db) => db.exec('UPDATE balances SET available = -1, revenue = revenue + 1')), /CHECK/);
    assert.throws(() => rawly((db) => db.exec('UPDATE balances SET available = available + 1')), /CHECK/);
  });

  it('tells a process from a later one with its number', async () => {
    const earlier: Processes = { own: { pid: process.pid, startToken: 'earlier' }, isRunning: () => true };
    const before = await open(file, earlier);
    const { id } = await before.createAccount(ADA, DOLLAR);
    await before.hold(id, 'r1', DOLLAR);
    await before.close();
    const ledger = await open(file);
    assert.equal(await ledger.releaseOrphans(), 1);
    assert.equal(await ledger.balance(id), DOLLAR);
    assert.deepEqual(await ledger.verify(), []);
    await ledger.close();
  });

  it('keeps everything over a restart', async () => {
    await bookWithOneCharge();
    const ledger = await open(file);
    assert.equal((await ledger.usage(ADA)).totals.cost, DOLLAR);
    await ledger.close();
  });

  it('does not touch a database of a later version', async () => {
    rawly((db) => db.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`));
    await assert.rejects(open(file), { code: 'database_too_new' });
  });
});
