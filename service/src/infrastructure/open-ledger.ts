import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Config } from '../config.ts';
import type { Ledger } from '../domain/ledger.ts';
import { createProcesses } from './process-identity.ts';
import { openSqliteLedger } from './sqlite/sqlite-ledger.ts';

/** Opens the configured database; makes its folder when there is none. */
export function openLedger({ databaseUrl }: Pick<Config, 'databaseUrl'>): Promise<Ledger> {
  const file = databaseUrl.slice('sqlite:'.length);
  mkdirSync(dirname(file), { recursive: true });
  return openSqliteLedger({ file, now: () => new Date(), randomBytes, processes: createProcesses() });
}
