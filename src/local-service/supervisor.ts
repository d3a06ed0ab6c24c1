import { restartAfter } from '../core/restarts.ts';

export type ServiceState =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly url: string }
  /** It ended by itself, and is started again after a while. */
  | { readonly kind: 'resting'; readonly restarts: number; readonly waitMs: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** One process of the service. */
export interface Launched {
  /** Its address, once it can answer. It stays open when the process ends before. */
  readonly ready: Promise<string>;
  /** How it ended. */
  readonly ended: Promise<string>;
  stop(): void;
}

export interface SupervisorParts {
  launch(): Launched;
  changed(state: ServiceState): void;
  delay(ms: number, signal: AbortSignal): Promise<unknown>;
  now(): number;
}

/** Keeps one service running: starts it, starts it again when it ends by itself, and stops it. */
export interface Supervisor {
  state(): ServiceState;
  /** Resolves when the service runs, has failed for good, or was stopped. */
  start(): Promise<ServiceState>;
  /** Resolves when its process has ended. */
  stop(): Promise<void>;
}

export function createSupervisor(parts: SupervisorParts): Supervisor {
  let state: ServiceState = { kind: 'stopped' };
  let watch: { readonly stopping: AbortController; readonly over: Promise<void> } | undefined;
  let waiting: ((state: ServiceState) => void)[] = [];

  const become = (next: ServiceState) => {
    state = next;
    if (next.kind === 'stopped' || next.kind === 'failed') watch = undefined;
    parts.changed(next);
    if (next.kind === 'starting' || next.kind === 'resting') return;
    for (const done of waiting) done(next);
    waiting = [];
  };
  const run = async (signal: AbortSignal) => {
    for (let restarts = 0; ; ) {
      become({ kind: 'starting' });
      const startedAt = parts.now();
      const reason = await untilEnded(parts.launch(), signal, (url) => become({ kind: 'running', url }));
      if (signal.aborted) return become({ kind: 'stopped' });
      const next = restartAfter(restarts, parts.now() - startedAt);
      if (next === undefined) return become({ kind: 'failed', reason });
      restarts = next.restarts;
      become({ kind: 'resting', ...next });
      await parts.delay(next.waitMs, signal).catch(() => undefined);
      if (signal.aborted) return become({ kind: 'stopped' });
    }
  };
  return {
    state: () => state,
    async start() {
      if (state.kind === 'running') return state;
      if (watch === undefined) {
        const stopping = new AbortController();
        watch = { stopping, over: run(stopping.signal) };
      }
      return new Promise((done) => waiting.push(done));
    },
    async stop() {
      const current = watch;
      current?.stopping.abort();
      await current?.over;
    },
  };
}

async function untilEnded(process: Launched, signal: AbortSignal, running: (url: string) => void): Promise<string> {
  let ended = false;
  const stop = () => process.stop();
  signal.addEventListener('abort', stop, { once: true });
  void process.ready.then((url) => ended || signal.aborted || running(url));
  try {
    return await process.ended;
  } finally {
    ended = true;
    signal.removeEventListener('abort', stop);
  }
}
