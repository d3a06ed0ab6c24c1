import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GenerateResponse } from '@bioql/contract/generate';
import { ServiceError } from '../../src/core/service-error.ts';
import { createServiceClient, type GenerateEvent } from '../../src/service-client.ts';

const RESPONSE: GenerateResponse = {
  code: 'print(1)',
  reasoning: 'Prints á.',
  model: 'm',
  timing: { total_seconds: 5.328, generation_seconds: 5.319 },
  cost: { base_cost_usd: 0.001628, user_cost_usd: 0.002279, profit_usd: 0.000651, profit_margin_percent: 40 },
  user: { email: 'demo@bioql.com', balance: 9.99106 },
  request_id: 'req_1',
  source: 'model',
  outcome: 'completed',
  program: [],
  usage: { prompt_tokens: 3, completion_tokens: 4 },
};

const NEVER = new AbortController().signal;

describe('the client of the service', () => {
  let server: Server;
  let answer: RequestListener;
  const client = (idleMs = 5_000) =>
    createServiceClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, apiKey: 'key', idleMs });
  const events = async (signal = NEVER, idleMs?: number) => {
    const all: GenerateEvent[] = [];
    for await (const event of client(idleMs).generate({ prompt: 'Bell' }, signal)) all.push(event);
    return all;
  };
  const failsWith = (code: string, details: object = {}) =>
    assert.rejects(events(), (error: ServiceError) => {
      assert.ok(error instanceof ServiceError);
      assert.partialDeepStrictEqual({ ...error }, { code, ...details });
      return true;
    });

  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('asks with the key in the header, and reads the stream to its answer', async () => {
    const seen: unknown[] = [];
    answer = async (request, response) => {
      seen.push(request.url, request.headers.authorization, JSON.parse((await request.toArray()).join('')));
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const text = sse('delta', { field: 'reasoning', text: 'Prints á.' }) + sse('result', RESPONSE);
      // In the middle of the two bytes of á.
      const bytes = Buffer.from(text);
      const cut = bytes.indexOf(Buffer.from('á')) + 1;
      response.write(bytes.subarray(0, cut));
      setTimeout(() => response.end(bytes.subarray(cut)), 20);
    };
    const [delta, last] = await events();
    assert.deepEqual(seen, ['/v1/generate', 'Bearer key', { prompt: 'Bell', stream: true }]);
    assert.deepEqual(delta, { type: 'delta', field: 'reasoning', text: 'Prints á.' });
    assert.partialDeepStrictEqual(last, {
      type: 'answer',
      answer: {
        result: { outcome: 'completed', code: 'print(1)' },
        receipt: { requestId: 'req_1', seconds: 5.328, cost: 2279, balance: 9_991_060 },
      },
    });
  });

  it('closes the connection when it is aborted, before and amid the answer', async () => {
    for (const begin of [
      () => {},
      (response: ServerResponse) => response.write(sse('delta', { field: 'code', text: 'x' })),
    ]) {
      const closed = Promise.withResolvers<void>();
      const gone = new AbortController();
      answer = (_request, response) => {
        response.on('close', closed.resolve);
        begin(response);
        setTimeout(() => gone.abort(), 50);
      };
      await assert.rejects(events(gone.signal));
      await closed.promise;
    }
  });

  it('tells failures by code', async () => {
    answer = (_request, response) => respond(response, 429, 'rate_limited', { 'Retry-After': '7' });
    await failsWith('rate_limited', { retryAfterSeconds: 7, requestId: 'req_2' });
    answer = (_request, response) => respond(response, 402, 'balance_exhausted');
    await failsWith('balance_exhausted');
    answer = (_request, response) =>
      response.end(sse('error', { error: { code: 'deadline_exceeded', message: '', request_id: 'r' } }));
    await failsWith('deadline_exceeded', { requestId: 'r' });
  });

  it('does not take for an answer what is none', async () => {
    answer = (_request, response) => response.writeHead(404).end('<html>');
    await failsWith('bad_answer');
    answer = (_request, response) => response.end(sse('result', { code: 1 }));
    await failsWith('bad_answer');
    answer = (_request, response) => response.end(sse('delta', { field: 'code', text: 'x' }));
    await failsWith('connection_failed');
    answer = (_request, response) => response.destroy();
    await failsWith('connection_failed');
  });

  it('gives up on a connection where nothing comes, and knows when there is no service', async () => {
    answer = () => {};
    await assert.rejects(events(NEVER, 50), { code: 'timeout' });
    server.closeAllConnections();
    const nobody = client();
    await new Promise((done) => server.close(done));
    await assert.rejects(nobody.generate({ prompt: 'Bell' }, NEVER).next(), { code: 'unreachable' });
  });

  it('follows no redirect, which would carry the key elsewhere', async () => {
    let requests = 0;
    answer = (_request, response) => {
      requests += 1;
      response.writeHead(302, { location: '/elsewhere' }).end();
    };
    await failsWith('bad_answer');
    assert.equal(requests, 1);
  });
});

const sse = (event: string, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

function respond(response: ServerResponse, status: number, code: string, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ error: { code, message: 'no', request_id: 'req_2' } }));
}
