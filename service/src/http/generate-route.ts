import { GenerateRequest } from '@bioql/contract/generate';
import type { FastifyInstance } from 'fastify';
import { type Generating, generate } from '../application/generate.ts';
import { registerMetered } from './metered-route.ts';
import { promptFrom, responseFrom } from './wire.ts';

/** `POST /` and `POST /v1/generate`. */
export function registerGenerate(app: FastifyInstance, generating: Generating): void {
  const { ledger, rate, model } = generating;
  registerMetered<GenerateRequest>(app, {
    urls: ['/', '/v1/generate'],
    name: 'generate',
    body: GenerateRequest,
    ledger,
    async run({ account, requestId, body, emit, client }) {
      const billed = await generate(generating, account, { ...promptFrom(body), requestId }, emit, client);
      const { answer, cost } = billed;
      const response = responseFrom(billed, { requestId, email: account.email, model: model.name, rate });
      return { response, log: { ...answer, cost } };
    },
  });
}
