import { EstimateRequest, type EstimateResponse } from '@bioql/contract/estimate';
import { hardwareCosts } from '@bioql/language/hardware-cost';
import { findCalls } from '@bioql/language/python';
import type { FastifyInstance } from 'fastify';
import { DEFAULT_TOKENS } from '../application/default-tokens.ts';
import { type Estimating, estimate } from '../application/estimate.ts';
import { wireUsd } from '../domain/money.ts';
import { requireAccount } from './authenticated.ts';

/** `POST /v1/estimate`, free of charge. */
export function registerEstimate(app: FastifyInstance, estimating: Estimating): void {
  app.post('/v1/estimate', {
    schema: { body: EstimateRequest },
    preValidation: requireAccount(estimating.ledger),
    handler: async (request): Promise<EstimateResponse> => {
      const { feature, code, max_length, lang = 'en' } = request.body as EstimateRequest;
      const { typical, most, basis } = await estimate(estimating, feature, max_length ?? DEFAULT_TOKENS[feature]);
      const calls = findCalls(code ?? '').flatMap(({ call }) => call ?? []);
      return {
        currency: 'USD',
        feature,
        typical: { seconds: typical.seconds, cost_usd: wireUsd(typical.charge) },
        most: { seconds: most.seconds, cost_usd: wireUsd(most.charge) },
        basis: {
          measured: basis.measured,
          requests: basis.requests,
          seconds_per_token: Math.round(basis.secondsPerToken * 1e6) / 1e6,
          completion_tokens: basis.completionTokens,
        },
        hardware: hardwareCosts(calls, lang).map(({ backend, provider, note, pricesAt }) => ({
          backend,
          provider,
          billed_by: 'provider',
          note,
          prices_at: pricesAt,
        })),
        request_id: request.id,
      };
    },
  });
}
