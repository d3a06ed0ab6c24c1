import { type ReceiptResponse, SpanQuery, type UsageResponse } from '@bioql/contract/usage';
import type { FastifyInstance } from 'fastify';
import { usageReport } from '../application/usage-report.ts';
import type { Ledger } from '../domain/ledger.ts';
import { accountOf, requireAccount } from './authenticated.ts';
import { HttpError } from './errors.ts';
import { pageFrom } from './span-query.ts';
import { receiptBody, usageBody } from './usage-wire.ts';

/** `GET /v1/usage` and `GET /v1/usage/REQUEST_ID`, free of charge. */
export function registerUsage(app: FastifyInstance, ledger: Ledger, clock: () => Date): void {
  app.get('/v1/usage', {
    schema: { querystring: SpanQuery },
    preValidation: requireAccount(ledger),
    handler: async (request): Promise<UsageResponse> => {
      const page = pageFrom(request.query as SpanQuery, clock());
      return usageBody(await usageReport(ledger, accountOf(request), page), page, request.id);
    },
  });

  app.get('/v1/usage/:id', {
    preValidation: requireAccount(ledger),
    handler: async (request): Promise<ReceiptResponse> => {
      const { id } = request.params as { id: string };
      const receipt = await ledger.receipt(accountOf(request).id, id);
      if (receipt === undefined) throw new HttpError('not_found', 'this account has no such request');
      return { receipt: receiptBody(receipt), request_id: request.id };
    },
  });
}
