import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authenticate } from '../application/authenticate.ts';
import type { Account, Ledger } from '../domain/ledger.ts';
import { HttpError } from './errors.ts';

declare module 'fastify' {
  interface FastifyRequest {
    account: Account | null;
  }
}

/** The key of the header, else of the body. */
export function keyOf({ headers, body }: FastifyRequest): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  const key = body !== null && typeof body === 'object' && 'api_key' in body ? body.api_key : undefined;
  return typeof key === 'string' && key !== '' ? key : undefined;
}

/** Makes every request of the routes that use it belong to an account; call once an app. */
export function decorateAccount(app: FastifyInstance): void {
  app.decorateRequest('account', null);
}

/** A hook that lets a request pass only with a known key. */
export const requireAccount =
  (ledger: Ledger) =>
  async (request: FastifyRequest): Promise<void> => {
    request.account = await authenticate(ledger, keyOf(request));
  };

export function accountOf({ account }: FastifyRequest): Account {
  if (account === null) throw new HttpError('unauthorized', 'no account');
  return account;
}
