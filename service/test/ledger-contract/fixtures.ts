import { createHash } from 'node:crypto';
import type { KeyFingerprint } from '../../src/domain/api-key.ts';
import type { ChargeDetails, LedgerErrorCode } from '../../src/domain/ledger.ts';
import { nano } from '../../src/domain/money.ts';

export const ADA = 'ada@example.com';
export const DOLLAR = nano(1_000_000_000);
export const NEW_YEAR = new Date(Date.UTC(2025, 0, 1));
export const USED: ChargeDetails = {
  feature: 'generate',
  source: 'model',
  seconds: 2,
  promptTokens: 30,
  completionTokens: 40,
};

export const refused = (code: LedgerErrorCode): { name: string; code: string } => ({ name: 'LedgerError', code });

export const fingerprint = (text: string): KeyFingerprint => ({
  hash: createHash('sha256').update(text).digest('hex'),
  prefix: 'bioql_live_',
  lastFour: text.slice(-4).padStart(4),
});
