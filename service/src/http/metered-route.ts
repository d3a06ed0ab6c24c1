import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Used } from '../application/metered.ts';
import type { Account, Ledger } from '../domain/ledger.ts';
import type { Cost } from '../domain/price.ts';
import { accountOf, requireAccount } from './authenticated.ts';
import { bodyOf, toHttpError } from './errors.ts';
import { type EventStream, openEventStream } from './event-stream.ts';

/** One request of a metered route. */
export interface Asked<Body> {
  readonly account: Account;
  readonly requestId: string;
  readonly body: Body;
  /** Sends a piece of the answer, where the client wants it as it comes. */
  readonly emit: (delta: unknown) => void;
  /** Aborts when the client goes away before the answer is complete. */
  readonly client: AbortSignal;
}

/** The whole answer, and what the log says of it. */
export interface Answered {
  readonly response: unknown;
  readonly log: Pick<Used, 'source' | 'totalSeconds' | 'completionTokens'> & {
    readonly outcome: string;
    readonly cost: Cost;
  };
}

export interface MeteredRoute<Body> {
  readonly urls: readonly string[];
  /** What the log calls it. */
  readonly name: string;
  readonly body: TSchema;
  readonly ledger: Ledger;
  run(asked: Asked<Body>): Promise<Answered>;
}

/** Aborts when the client goes away before the answer is complete. */
export function disconnectSignal(reply: FastifyReply): AbortSignal {
  const abort = new AbortController();
  if (reply.raw.destroyed) abort.abort();
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) abort.abort();
  });
  return abort.signal;
}

/**
 * A POST route that costs: with a key, answered whole or, when the body says `stream: true`, as server-sent events, and stopped
 * when its client goes away.
 */
export function registerMetered<Body extends { readonly stream?: boolean }>(
  app: FastifyInstance,
  { urls, name, body: schema, ledger, run }: MeteredRoute<Body>,
): void {
  async function answer(request: FastifyRequest, reply: FastifyReply, emit: Asked<Body>['emit']): Promise<unknown> {
    const { response, log } = await run({
      account: accountOf(request),
      requestId: request.id,
      body: request.body as Body,
      emit,
      client: disconnectSignal(reply),
    });
    const { source, outcome, totalSeconds, completionTokens, cost } = log;
    request.log.info({ source, outcome, seconds: totalSeconds, tokens: completionTokens, nanoUsd: cost.charge }, name);
    return response;
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
      const result = await answer(request, reply, (delta) => open().send('delta', delta));
      open().send('result', result);
    } catch (error) {
      // Nothing is sent yet: the error keeps its status code.
      if (opened === undefined || !(error instanceof Error)) throw error;
      const seen = toHttpError(error);
      if (seen.code === 'internal_error') request.log.error({ err: error }, `${name} failed`);
      opened.send('error', bodyOf(seen, request.id));
    }
    open().end();
  }

  for (const url of urls) {
    app.post(url, {
      schema: { body: schema },
      preValidation: requireAccount(ledger),
      handler: async (request, reply) =>
        (request.body as Body).stream === true ? stream(request, reply) : answer(request, reply, () => undefined),
    });
  }
}
