import type { ErrorBody } from '@bioql/contract/errors';
import type { GenerateResponse } from '@bioql/contract/generate';

export const DEMO_KEY = 'bioql_test_870ce7ae';

export interface Answered<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

async function post<Body>(url: string, body: string, headers: Record<string, string>): Promise<Answered<Body>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

/** A request with the demo key in the body, as the documented client sends it. */
export const ask = (url: string, request: Readonly<Record<string, unknown>>): Promise<Answered<GenerateResponse>> =>
  post(`${url}/`, JSON.stringify({ api_key: DEMO_KEY, ...request }), {});

/** A request that the service is to turn down. */
export const askBadly = (
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<Answered<ErrorBody>> => post(`${url}/v1/generate`, body, headers);

export interface ServerEvent {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** The events of the answer to a request for a stream. */
export async function* eventsOf(response: Response): AsyncGenerator<ServerEvent> {
  let text = '';
  for await (const chunk of (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
      if (event !== undefined && data !== undefined) yield { event, data: JSON.parse(data) };
    }
  }
}

/** The events of a stream, one by one; leaving the loop closes the connection. */
export async function* askForStream(
  url: string,
  request: Readonly<Record<string, unknown>>,
): AsyncGenerator<ServerEvent> {
  const abort = new AbortController();
  try {
    const response = await fetch(`${url}/v1/generate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${DEMO_KEY}` },
      body: JSON.stringify({ ...request, stream: true }),
      signal: abort.signal,
    });
    yield* eventsOf(response);
  } finally {
    abort.abort();
  }
}
