import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';
import { MIGRATIONS } from './migrations.ts';
import type { Tables } from './tables.ts';

export type LedgerDatabase = Kysely<Tables>;

const BUSY_TIMEOUT_MS = 5_000;
const BUSY_RETRY_MS = 10;
const SQLITE_BUSY = 5;

export class DatabaseVersionError extends Error {
  readonly code = 'database_too_new';

  constructor(found: number) {
    super(`The database has version ${found}, but this program knows versions up to ${MIGRATIONS.length}.`);
    this.name = 'DatabaseVersionError';
  }
}

/** Opens a database file, creates it when there is none, and brings it to the newest version. */
export function openDatabase(file: string): LedgerDatabase {
  const sqlite = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    useWriteAheadLog(sqlite);
    sqlite.exec('PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;');
    migrate(sqlite);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => createDriver(sqlite),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

/** SQLite does not wait when two processes switch a new file to WAL at once, so the waiting is done here. */
function useWriteAheadLog(sqlite: DatabaseSync): void {
  for (let waitedMs = 0; ; waitedMs += BUSY_RETRY_MS) {
    try {
      sqlite.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== SQLITE_BUSY || waitedMs >= BUSY_TIMEOUT_MS) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_RETRY_MS);
    }
  }
}

function migrate(sqlite: DatabaseSync): void {
  const version = (): number => Number(sqlite.prepare('PRAGMA user_version').get()?.user_version);
  if (version() === MIGRATIONS.length) return;
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    // Read again: another process may have migrated while this one waited for its turn.
    if (version() > MIGRATIONS.length) throw new DatabaseVersionError(version());
    for (const migration of MIGRATIONS.slice(version())) sqlite.exec(migration);
    sqlite.exec(`PRAGMA user_version = ${MIGRATIONS.length}; COMMIT;`);
  } catch (error) {
    sqlite.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Writers begin immediately: a transaction that takes the write lock only when it first writes can find that another
 * process wrote in between, and SQLite then fails it without waiting. Readers need no lock, for they see a snapshot.
 */
function createDriver(sqlite: DatabaseSync): SqliteDriver {
  return Object.assign(new SqliteDriver({ database: adapt(sqlite) }), {
    async beginTransaction(connection: Parameters<SqliteDriver['beginTransaction']>[0], settings: TransactionSettings) {
      const begin = settings.accessMode === 'read only' ? 'begin' : 'begin immediate';
      await connection.executeQuery(CompiledQuery.raw(begin));
    },
  });
}

/** Gives `node:sqlite` the form that Kysely expects. Statements are kept: preparing one costs more than running it. */
function adapt(sqlite: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => sqlite.close(),
    prepare(sql) {
      const statement = statements.get(sql) ?? adaptStatement(sqlite, sql);
      statements.set(sql, statement);
      return statement;
    },
  };
}

function adaptStatement(sqlite: DatabaseSync, sql: string): SqliteStatement {
  const statement = sqlite.prepare(sql);
  const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}
