import { DEMO_KEY, fingerprintOf } from './api-key.ts';
import type { Ledger } from './ledger.ts';
import { nano } from './money.ts';

export const DEMO_EMAIL = 'demo@bioql.com';
const DEMO_CREDIT = nano(10_000_000_000);

/** Makes the documented demo account with its key, once; a spent demo balance is not filled up again. */
export async function provideDemoAccount(ledger: Ledger): Promise<void> {
  const key = fingerprintOf(DEMO_KEY);
  const account = (await ledger.findAccount(DEMO_EMAIL)) ?? (await ledger.createAccount(DEMO_EMAIL, DEMO_CREDIT));
  const keys = await ledger.listKeys(account.id);
  if (!keys.some(({ hash }) => hash === key.hash)) await ledger.addKey(account.id, 'demo', key);
}
