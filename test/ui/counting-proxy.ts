import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request for a suggestion as it went by. */
export interface Passed {
  state: 'on its way' | 'answered' | 'aborted';
}

export interface CountingProxy {
  readonly url: string;
  /** The requests for suggestions so far. */
  readonly passed: readonly Passed[];
  /** Requests wait so long before they go on. */
  slowMs: number;
  target: string;
  close(): void;
}

/** Stands between the editor and the service, and counts what is asked of `/v1/complete`. */
export async function startCountingProxy(): Promise<CountingProxy> {
  const passed: Passed[] = [];
  const server = createServer((incoming, outgoing) => {
    const one: Passed = { state: 'on its way' };
    if (incoming.url === '/v1/complete') passed.push(one);
    const abort = new AbortController();
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) one.state = 'aborted';
      abort.abort();
    });
    const forward = () => {
      if (abort.signal.aborted) return;
      const { method = 'GET', url = '/' } = incoming;
      const headers = { ...incoming.headers, host: new URL(proxy.target).host };
      const upstream = send(`${proxy.target}${url}`, { method, headers, signal: abort.signal }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing).on('finish', () => {
          one.state = 'answered';
        });
      });
      upstream.on('error', () => outgoing.destroy());
      incoming.pipe(upstream);
    };
    if (incoming.url === '/v1/complete') setTimeout(forward, proxy.slowMs);
    else forward();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: CountingProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    slowMs: 0,
    target: '',
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return proxy;
}
