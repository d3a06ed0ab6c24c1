import { hashApiKey, isApiKey } from '../domain/api-key.ts';
import type { Account, Ledger } from '../domain/ledger.ts';
import { ServiceError } from './service-error.ts';

/** The account of an API key. @throws {ServiceError} `unauthorized` when it is missing, unknown or revoked */
export async function authenticate(ledger: Ledger, key: string | undefined): Promise<Account> {
  if (key === undefined)
    throw new ServiceError('unauthorized', 'an API key is needed: Authorization: Bearer KEY, or api_key in the body');
  const account = isApiKey(key) ? await ledger.accountByKeyHash(hashApiKey(key)) : undefined;
  if (account === undefined) throw new ServiceError('unauthorized', 'the API key is unknown or revoked');
  return account;
}
