import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Generating } from '../application/generate.ts';
import { ServiceError } from '../application/service-error.ts';
import { decorateAccount } from './authenticated.ts';
import { registerChat } from './chat-route.ts';
import { registerComplete } from './complete-route.ts';
import { bodyOf, HttpError, statusOf, toHttpError } from './errors.ts';
import { registerFix } from './fix-route.ts';
import { registerGenerate } from './generate-route.ts';
import { checkOrigin } from './guard.ts';
import { registerMoney } from './money-routes.ts';
import { newRequestId } from './request-id.ts';
import { registerSimulate } from './simulate-route.ts';

const BODY_LIMIT_BYTES = 256 * 1024;

export interface AppOptions {
  readonly generating: Generating;
  /** Whether the service listens on a loopback address only. */
  readonly loopback: boolean;
  readonly logger: FastifyBaseLogger;
  /** The time of day, which reports of money go by. */
  readonly clock: () => Date;
  readonly isDraining: () => boolean;
}

/** The service's HTTP interface, apart from the process that listens. */
export function createApp({ generating, loopback, logger, clock, isDraining }: AppOptions): FastifyInstance {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: newRequestId,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
  });

  app.removeContentTypeParser('text/plain');

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.url === '/healthz' || request.url === '/readyz') return;
    checkOrigin(request, loopback);
    if (isDraining()) throw new ServiceError('draining', 'the service is shutting down');
  });

  app.setNotFoundHandler(() => {
    throw new HttpError('not_found', 'there is no such route');
  });

  app.setErrorHandler((error: Error, request, reply) => {
    const seen = toHttpError(error);
    if (seen.code === 'internal_error') request.log.error({ err: error }, 'request failed');
    if (seen.retryAfterSeconds !== undefined) reply.header('retry-after', seen.retryAfterSeconds);
    return reply.status(statusOf(seen)).send(bodyOf(seen, request.id));
  });

  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', (_request, reply) => {
    const ready = generating.model.ready() && !isDraining();
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : isDraining() ? 'draining' : 'loading' });
  });
  decorateAccount(app);
  registerGenerate(app, generating);
  registerComplete(app, generating);
  registerFix(app, generating);
  registerSimulate(app, generating);
  registerChat(app, generating);
  registerMoney(app, generating, clock);
  return app;
}
