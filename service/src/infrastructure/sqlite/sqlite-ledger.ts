import type { RandomBytes } from '../../domain/api-key.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Processes } from '../process-identity.ts';
import { createAccounts } from './accounts.ts';
import { createApiKeys } from './api-keys.ts';
import { openDatabase } from './database.ts';
import { createFeedback } from './feedback.ts';
import { createHistory } from './history.ts';
import { createHolds } from './holds.ts';
import { usageOf } from './usage.ts';
import { verifyLedger } from './verify.ts';

export type SqliteLedgerOptions = {
  readonly file: string;
  readonly now: () => Date;
  readonly randomBytes: RandomBytes;
  readonly processes: Processes;
};

const ID_BYTES = 16;

export async function openSqliteLedger({ file, now, randomBytes, processes }: SqliteLedgerOptions): Promise<Ledger> {
  const db = openDatabase(file);
  const newId = (prefix: string): string => `${prefix}_${Buffer.from(randomBytes(ID_BYTES)).toString('hex')}`;
  return {
    ...createAccounts({ db, now, newId }),
    ...createApiKeys({ db, now, newId }),
    ...createHolds({ db, now, processes }),
    ...createHistory(db),
    ...createFeedback(db, now),
    usage: (email) => usageOf(db, email),
    verify: () => verifyLedger(db, processes),
    close: () => db.destroy(),
  };
}
