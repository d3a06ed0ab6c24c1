import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ErrorBody } from '@bioql/contract/errors';
import { Delta, type GenerateRequest, GenerateResponse } from '@bioql/contract/generate';
import axios, { type AxiosResponse } from 'axios';
import { type ChatRequests, chatRequests, type SendStream } from './chat/chat-request.ts';
import { type Answer, answerOf, type ServiceReceipt } from './core/answer.ts';
import { isServiceError, ServiceError } from './core/service-error.ts';
import { readEvents, type ServerEvent } from './core/sse.ts';
import { errorOf, parse } from './core/wire.ts';
import { type FixRequests, fixRequests } from './fix/fix-request.ts';
import { type CompleteRequests, completeRequests } from './inline/complete-request.ts';
import { type MoneyRequests, moneyRequests, type SendShort } from './money/money-requests.ts';

export type GenerateEvent =
  | ({ readonly type: 'delta' } & Delta)
  | { readonly type: 'answer'; readonly answer: Answer<ServiceReceipt> };

/** The service, as one account sees it. Aborting the signal closes the connection, and so stops the decoding. */
export interface ServiceClient extends MoneyRequests, CompleteRequests, FixRequests, ChatRequests {
  generate(request: GenerateRequest, signal: AbortSignal): AsyncGenerator<GenerateEvent>;
}

export interface ServiceClientOptions {
  readonly url: string;
  readonly apiKey: string;
  /** How long nothing may come. The service sends at least a comment every 15 seconds. */
  readonly idleMs: number;
}

export function createServiceClient({ url, apiKey, idleMs }: ServiceClientOptions): ServiceClient {
  const request = (
    method: 'GET' | 'POST',
    path: string,
    accept: string,
    data: object | undefined,
    signal: AbortSignal,
  ) =>
    axios.request<Readable>({
      method,
      url: `${url}${path}`,
      data,
      headers: { Authorization: `Bearer ${apiKey}`, Accept: accept },
      signal,
      responseType: 'stream',
      adapter: 'http',
      // VS Code puts its proxy and certificates into node:http itself; and a redirect would carry the key elsewhere.
      proxy: false,
      maxRedirects: 0,
      validateStatus: () => true,
    });
  const post = (path: string, data: object, signal: AbortSignal) =>
    request('POST', path, 'text/event-stream', data, signal);

  const sendShort: SendShort = async ({ method, path, data, accept }, signal) => {
    const watch = watchdog(signal, idleMs);
    try {
      const response = await request(method, path, accept, data, watch.signal);
      if (response.status !== 200) throw await refusedAnswer(response);
      return await text(response.data);
    } catch (error) {
      throw watch.explain(error);
    } finally {
      watch.stop();
    }
  };

  const sendStream: SendStream = async function* (path, data, signal) {
    const watch = watchdog(signal, idleMs);
    try {
      const response = await post(path, { ...data, stream: true }, watch.signal);
      if (response.status !== 200) throw await refusedAnswer(response);
      yield* answerEvents(watch.fed(response.data.setEncoding('utf8')));
    } catch (error) {
      throw watch.explain(error);
    } finally {
      watch.stop();
    }
  };

  return {
    ...moneyRequests(sendShort),
    ...completeRequests(sendShort),
    ...fixRequests(sendShort),
    ...chatRequests(sendStream),
    async *generate(request, signal) {
      for await (const { event, data } of sendStream('/v1/generate', request, signal)) {
        if (event === 'delta') yield { type: 'delta', ...parse(Delta, data) };
        if (event === 'result') yield { type: 'answer', answer: answerOf(parse(GenerateResponse, data)) };
      }
    },
  };
}

/** The events of an answer, up to its result. */
async function* answerEvents(pieces: AsyncIterable<string>): AsyncGenerator<ServerEvent> {
  for await (const event of readEvents(pieces)) {
    if (event.event === 'error') throw errorOf(parse(ErrorBody, event.data));
    yield event;
    if (event.event === 'result') return;
  }
  throw new ServiceError('connection_failed', 'The stream ended before the answer did.');
}

async function refusedAnswer({ status, data, headers }: AxiosResponse<Readable>): Promise<ServiceError> {
  const body = parse(ErrorBody, await text(data));
  const seconds = Number.parseInt(String(headers['retry-after']), 10);
  return errorOf(body, { ...(status === 429 && seconds > 0 && { retryAfterSeconds: seconds }) });
}

const NEVER_ANSWERED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'];

interface Watchdog {
  readonly signal: AbortSignal;
  fed<T>(pieces: AsyncIterable<T>): AsyncIterable<T>;
  explain(error: unknown): unknown;
  stop(): void;
}

/** Aborts a connection on which nothing comes any more, and tells that from a person's own abort. */
function watchdog(signal: AbortSignal, idleMs: number): Watchdog {
  const idle = new AbortController();
  const timer = setTimeout(() => idle.abort(), idleMs);
  return {
    signal: AbortSignal.any([signal, idle.signal]),
    async *fed(pieces) {
      for await (const piece of pieces) {
        timer.refresh();
        yield piece;
      }
    },
    explain(error) {
      if (signal.aborted || isServiceError(error)) return error;
      if (idle.signal.aborted) return new ServiceError('timeout', 'Nothing came any more.', { cause: error });
      const { code, message } = error as NodeJS.ErrnoException;
      const never = NEVER_ANSWERED.includes(code ?? '');
      return new ServiceError(never ? 'unreachable' : 'connection_failed', message, { cause: error });
    },
    stop: () => clearTimeout(timer),
  };
}
