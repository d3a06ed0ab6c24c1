import { randomUUID } from 'node:crypto';
import { GenerateRequest, type GenerateResponse } from '@bioql/contract/generate';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Delta } from '../application/answer-prompt.ts';
import { authenticate } from '../application/authenticate.ts';
import { type Generating, generate } from '../application/generate.ts';
import type { Account } from '../domain/ledger.ts';
import { bodyOf, HttpError, toHttpError } from './errors.ts';
import { type EventStream, openEventStream } from './event-stream.ts';
import { promptFrom, responseFrom } from './wire.ts';

declare module 'fastify' {
  interface FastifyRequest {
    account: Account | null;
  }
}

/** The key of the header, else of the body. */
function keyOf({ headers, body }: FastifyRequest): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  const key = body !== null && typeof body === 'object' && 'api_key' in body ? body.api_key : undefined;
  return typeof key === 'string' && key !== '' ? key : undefined;
}

/** Aborts when the client goes away before the answer is complete. */
function disconnectSignal(reply: FastifyReply): AbortSignal {
  const abort = new AbortController();
  if (reply.raw.destroyed) abort.abort();
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) abort.abort();
  });
  return abort.signal;
}

/** `POST /` and `POST /v1/generate`. */
export function registerGenerate(app: FastifyInstance, generating: Generating): void {
  app.decorateRequest('account', null);

  async function run(
    request: FastifyRequest,
    reply: FastifyReply,
    emit: (delta: Delta) => void,
  ): Promise<GenerateResponse> {
    const { account, id } = request;
    if (account === null) throw new HttpError('unauthorized', 'no account');
    const prompt = promptFrom(request.body as GenerateRequest);
    const billed = await generate(generating, account, { ...prompt, requestId: id }, emit, disconnectSignal(reply));
    const { answer, cost } = billed;
    request.log.info(
      {
        source: answer.source,
        outcome: answer.outcome,
        seconds: answer.totalSeconds,
        tokens: answer.completionTokens,
        nanoUsd: cost.charge,
      },
      'generate',
    );
    return responseFrom(billed, {
      requestId: id,
      email: account.email,
      model: generating.model.name,
      rate: generating.rate,
    });
  }

  async function stream(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    let opened: EventStream | undefined;
    const open = (): EventStream => {
      if (opened === undefined) {
        reply.hijack();
        opened = openEventStream(reply.raw);
      }
      return opened;
    };
    try {
      const result = await run(request, reply, (delta) => open().send('delta', delta));
      open().send('result', result);
    } catch (error) {
      // Nothing is sent yet: the error keeps its status code.
      if (opened === undefined || !(error instanceof Error)) throw error;
      const seen = toHttpError(error);
      if (seen.code === 'internal_error') request.log.error({ err: error }, 'generate failed');
      opened.send('error', bodyOf(seen, request.id));
    }
    open().end();
  }

  for (const url of ['/', '/v1/generate']) {
    app.post(url, {
      schema: { body: GenerateRequest },
      preValidation: async (request) => {
        request.account = await authenticate(generating.ledger, keyOf(request));
      },
      handler: async (request, reply) => {
        if ((request.body as GenerateRequest).stream === true) return stream(request, reply);
        return run(request, reply, () => undefined);
      },
    });
  }
}

export const newRequestId = (): string => `req_${randomUUID().replaceAll('-', '')}`;
