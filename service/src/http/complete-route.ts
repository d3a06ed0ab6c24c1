import { CompleteRequest, type CompleteResponse } from '@bioql/contract/complete';
import type { FastifyInstance } from 'fastify';
import { complete } from '../application/complete.ts';
import { DEFAULT_TOKENS } from '../application/default-tokens.ts';
import type { Generating } from '../application/generate.ts';
import { registerMetered } from './metered-route.ts';
import { billedBody } from './wire.ts';

/** `POST /v1/complete`. */
export function registerComplete(app: FastifyInstance, generating: Generating): void {
  const { ledger, rate, model } = generating;
  registerMetered<CompleteRequest>(app, {
    urls: ['/v1/complete'],
    name: 'complete',
    body: CompleteRequest,
    ledger,
    async run({ account, requestId, body, client }) {
      const place = {
        requestId,
        prefix: body.prefix,
        suffix: body.suffix,
        invoked: body.invoked ?? false,
        maxTokens: body.max_length ?? DEFAULT_TOKENS.complete,
        temperature: body.temperature ?? 0,
        topP: body.top_p ?? 1,
      };
      const billed = await complete(generating, account, place, client);
      const { answer, cost } = billed;
      const response: CompleteResponse = {
        insertions: answer.insertions.map((text) => ({ text })),
        ...billedBody(billed, { requestId, email: account.email, model: model.name, rate }),
      };
      return { response, log: { ...answer, cost, outcome: answer.insertions.length > 0 ? 'completed' : 'silent' } };
    },
  });
}
