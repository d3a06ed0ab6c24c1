import { type CompletionUsage, EngineError, type TextModel } from '../../domain/text-model.ts';
import type { Adapter } from './adapter.ts';
import { startWorker, type WorkerProcess } from './worker-process.ts';

export interface PoolOptions {
  readonly name: string;
  readonly modelPath: string;
  readonly adapters: readonly Adapter[];
  readonly workers: number;
  readonly threads: number;
  /** Requests that may wait for a free worker; one more is refused. */
  readonly queue: number;
  readonly onWorkerExit: (code: number | null) => void;
}

const RESTART_DELAYS_MS = [0, 500, 2000, 10_000];
/** A model that fails to load this often at the start never will. */
const LOADING_ATTEMPTS = 3;

interface Waiter {
  readonly resolve: (worker: WorkerProcess) => void;
  readonly reject: (error: EngineError) => void;
}

/** The embedded engine: a pool of one-model processes, each restarted when it dies. */
export function createLlamaPool(options: PoolOptions): TextModel {
  const { name, modelPath, adapters, workers, threads, queue, onWorkerExit } = options;
  const processes = new Set<WorkerProcess>();
  const live = new Set<WorkerProcess>();
  const free: WorkerProcess[] = [];
  const waiting: Waiter[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const firstReady = Promise.withResolvers<void>();
  let everReady = false;
  let closing = false;

  const release = (worker: WorkerProcess): void => {
    if (!live.has(worker)) return;
    const next = waiting.shift();
    if (next === undefined) free.push(worker);
    else next.resolve(worker);
  };

  const start = (failures: number): void => {
    const worker = startWorker(modelPath, threads, adapters);
    let served = failures;
    worker.ready.then(
      () => {
        served = 0;
        everReady = true;
        firstReady.resolve();
        live.add(worker);
        release(worker);
      },
      () => undefined,
    );
    processes.add(worker);
    worker.gone.then((code) => {
      processes.delete(worker);
      live.delete(worker);
      const at = free.indexOf(worker);
      if (at !== -1) free.splice(at, 1);
      if (closing) return;
      onWorkerExit(code);
      if (!everReady && served + 1 >= LOADING_ATTEMPTS) {
        const files = [modelPath, ...adapters.map(({ path }) => path)].join(' with ');
        firstReady.reject(new EngineError('engine_failed', `the model ${files} cannot be loaded`));
        return;
      }
      if (live.size === 0)
        for (const waiter of waiting.splice(0))
          waiter.reject(new EngineError('engine_crashed', 'no model process is left'));
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          start(served + 1);
        },
        RESTART_DELAYS_MS[Math.min(served, RESTART_DELAYS_MS.length - 1)],
      );
      timers.add(timer);
    });
  };
  start(0);
  // One after the other, so that the first can answer as soon as may be.
  firstReady.promise.then(
    () => {
      for (let started = 1; started < workers && !closing; started += 1) start(0);
    },
    () => undefined,
  );

  async function acquire(signal: AbortSignal): Promise<WorkerProcess> {
    const idle = free.shift();
    if (idle !== undefined) return idle;
    if (live.size === 0) {
      throw everReady
        ? new EngineError('engine_crashed', 'the model process is being restarted')
        : new EngineError('engine_loading', 'the model is still loading');
    }
    if (waiting.length >= queue) throw new EngineError('engine_overloaded', 'too many requests are waiting');
    return await new Promise<WorkerProcess>((resolve, reject) => {
      const waiter: Waiter = {
        resolve(worker) {
          signal.removeEventListener('abort', leave);
          resolve(worker);
        },
        reject,
      };
      const leave = (): void => {
        waiting.splice(waiting.indexOf(waiter), 1);
        reject(signal.reason);
      };
      waiting.push(waiter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  return {
    name,
    ready: () => live.size > 0,
    whenReady: () => firstReady.promise,
    async complete(request, onText, signal): Promise<CompletionUsage> {
      signal.throwIfAborted();
      const worker = await acquire(signal);
      try {
        signal.throwIfAborted();
        return await worker.complete(request, onText, signal);
      } finally {
        release(worker);
      }
    },
    async close() {
      closing = true;
      for (const timer of timers) clearTimeout(timer);
      const all = [...processes];
      for (const worker of all) worker.kill();
      await Promise.all(all.map(({ gone }) => gone));
    },
  };
}
