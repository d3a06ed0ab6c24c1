import { randomInt } from 'node:crypto';
import { type SimulatedRun, SimulateRequest, type SimulateResponse } from '@bioql/contract/simulate';
import { qubitsOf, writeProgram } from '@bioql/language/program';
import type { FastifyInstance } from 'fastify';
import { createSimulate } from '../application/simulate.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { SimulatedCall } from '../domain/simulation.ts';
import { requireAccount } from './authenticated.ts';
import { HttpError } from './errors.ts';
import { disconnectSignal } from './metered-route.ts';

const SEEDS = 2 ** 32;
const BUSY_SECONDS = 1;

interface Simulating {
  readonly ledger: Ledger;
  readonly stopping: AbortSignal;
}

/** `POST /v1/simulate`, free of charge. */
export function registerSimulate(app: FastifyInstance, { ledger, stopping }: Simulating): void {
  const simulate = createSimulate(stopping);

  app.post('/v1/simulate', {
    schema: { body: SimulateRequest },
    preValidation: requireAccount(ledger),
    handler: async (request, reply): Promise<SimulateResponse> => {
      const { code, seed = randomInt(SEEDS), shots, lang = 'en' } = request.body as SimulateRequest;
      const found = await simulate(
        { code, seed, lang, ...(shots !== undefined && { shots }) },
        disconnectSignal(reply),
      );
      if (found.state === 'not_runnable') throw new HttpError('invalid_request', found.message);
      if (found.state === 'busy')
        throw new HttpError('rate_limited', 'other simulations are running', { retryAfterSeconds: BUSY_SECONDS });
      request.log.info({ calls: found.calls.length }, 'simulate');
      return { runs: found.calls.map((each) => runBody(each, seed)), request_id: request.id };
    },
  });
}

const runBody = ({ call, result, conclusion, note }: SimulatedCall, seed: number): SimulatedRun => ({
  name: call.name,
  algorithm: call.program.algorithm,
  program: writeProgram(call.program),
  backend: call.backend,
  shots: call.shots,
  seed,
  qubits: qubitsOf(call.program),
  depth: result?.depth ?? null,
  counts: result === undefined ? null : Object.fromEntries(result.rows.map(({ bits, count }) => [bits, count])),
  probabilities:
    result === undefined ? null : Object.fromEntries(result.rows.map(({ bits, probability }) => [bits, probability])),
  others: result?.others ?? null,
  svg: result?.svg ?? null,
  ...(conclusion !== undefined && { conclusion }),
  ...(note !== undefined && { note }),
});
