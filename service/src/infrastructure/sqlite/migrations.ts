/** Making `INSERT OR REPLACE` fail too needs its own trigger: SQLite does not call the delete trigger for it. */
const appendOnly = (table: string, key: string): string => `
  CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
  CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
  CREATE TRIGGER ${table}_no_replace BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${key})
    BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
`;

const LEDGER = `
  CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE balances (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    funding INTEGER NOT NULL CHECK (funding <= 0),
    available INTEGER NOT NULL CHECK (available >= 0),
    held INTEGER NOT NULL CHECK (held >= 0),
    revenue INTEGER NOT NULL CHECK (revenue >= 0),
    CHECK (funding + available + held + revenue = 0)
  ) STRICT;

  CREATE TABLE api_keys (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    prefix TEXT NOT NULL,
    last_four TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT;
  CREATE INDEX api_keys_by_account ON api_keys (account_id);

  CREATE TABLE transactions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL CHECK (kind IN ('fund', 'hold', 'settle', 'release')),
    closes INTEGER REFERENCES transactions (id) CHECK ((closes IS NOT NULL) = (kind IN ('settle', 'release'))),
    at INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX holds_close_once ON transactions (closes) WHERE closes IS NOT NULL;

  CREATE TABLE entries (
    transaction_id INTEGER NOT NULL REFERENCES transactions (id),
    book TEXT NOT NULL CHECK (book IN ('funding', 'available', 'held', 'revenue')),
    amount INTEGER NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (transaction_id, book)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE open_holds (
    id INTEGER PRIMARY KEY REFERENCES transactions (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    request_id TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount >= 0),
    pid INTEGER NOT NULL,
    start_token TEXT NOT NULL
  ) STRICT;

  CREATE TABLE charges (
    transaction_id INTEGER PRIMARY KEY REFERENCES transactions (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    request_id TEXT NOT NULL,
    source TEXT NOT NULL,
    ms INTEGER NOT NULL CHECK (ms >= 0),
    prompt_tokens INTEGER NOT NULL CHECK (prompt_tokens >= 0),
    completion_tokens INTEGER NOT NULL CHECK (completion_tokens >= 0),
    amount INTEGER NOT NULL CHECK (amount >= 0)
  ) STRICT;
  CREATE INDEX charges_by_account ON charges (account_id);

  ${appendOnly('transactions', 'id = NEW.id')}
  ${appendOnly('entries', 'transaction_id = NEW.transaction_id AND book = NEW.book')}
  ${appendOnly('charges', 'transaction_id = NEW.transaction_id')}
`;

/** Until then every request was a generate. */
const FEATURES = "ALTER TABLE charges ADD COLUMN feature TEXT NOT NULL DEFAULT 'generate'";

const FEEDBACK = `
  CREATE TABLE feedback (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    request_id TEXT NOT NULL,
    rating TEXT NOT NULL CHECK (rating IN ('up', 'down')),
    comment TEXT,
    prompt TEXT,
    code TEXT,
    at INTEGER NOT NULL,
    PRIMARY KEY (account_id, request_id),
    CHECK ((prompt IS NULL) = (code IS NULL))
  ) STRICT;
  CREATE INDEX charges_by_request ON charges (request_id);
  CREATE INDEX charges_by_feature ON charges (feature);
  CREATE INDEX transactions_by_account ON transactions (account_id);
  CREATE INDEX transactions_by_time ON transactions (account_id, at);
`;

/** Migration n takes the database from version n - 1 to n. Released ones are never edited; new ones go at the end. */
export const MIGRATIONS: readonly string[] = [LEDGER, FEATURES, FEEDBACK];
