import type { ServerResponse } from 'node:http';

const KEEP_ALIVE_MS = 15_000;

/** Server-sent events on a response whose headers are not sent yet. */
export interface EventStream {
  send(event: 'delta' | 'result' | 'error', data: unknown): void;
  end(): void;
}

/** Opens the stream; a comment line every 15 s keeps proxies awake. */
export function openEventStream(response: ServerResponse): EventStream {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  const timer = setInterval(() => response.write(': keep-alive\n\n'), KEEP_ALIVE_MS);
  response.on('close', () => clearInterval(timer));
  return {
    send: (event, data) => {
      if (!response.destroyed) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    end: () => response.end(),
  };
}
