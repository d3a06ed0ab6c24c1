import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type CompletionRequest, type CompletionUsage, EngineError } from '../../domain/text-model.ts';
import type { Adapter } from './adapter.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** A process that does not stop within this time after an abort hangs, and is killed. */
const ABORT_GRACE_MS = 5_000;

/** A worker as the pool sees it. */
export interface WorkerProcess {
  /** Resolves when the model is loaded; rejects when the process ends before. */
  readonly ready: Promise<void>;
  /** Resolves with the exit code when the process is gone. */
  readonly gone: Promise<number | null>;
  complete(request: CompletionRequest, onText: (text: string) => void, signal: AbortSignal): Promise<CompletionUsage>;
  kill(): void;
}

interface Pending {
  readonly onText: (text: string) => void;
  readonly resolve: (usage: CompletionUsage) => void;
  readonly reject: (error: EngineError) => void;
}

export function startWorker(modelPath: string, threads: number, adapters: readonly Adapter[]): WorkerProcess {
  const child = fork(
    fileURLToPath(new URL('./worker.ts', import.meta.url)),
    ['--model', modelPath, '--threads', String(threads), '--adapters', JSON.stringify(adapters)],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    },
  );
  const pending = new Map<number, Pending>();
  const ready = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<number | null>();
  let nextId = 1;
  const send = (message: ToWorker): void => {
    if (child.connected) child.send(message, () => undefined);
  };

  child.on('message', (message: FromWorker) => {
    if (message.type === 'ready') return ready.resolve();
    const request = pending.get(message.id);
    if (request === undefined) return;
    if (message.type === 'text') return request.onText(message.text);
    pending.delete(message.id);
    if (message.type === 'done') request.resolve(message.usage);
    else request.reject(new EngineError(message.code, message.message));
  });
  const end = (code: number | null, cause?: unknown): void => {
    const error = new EngineError('engine_crashed', `the model process ended (${code ?? 'killed'})`, { cause });
    // Gone first: the pool must not hand this worker to the next request when the present one fails.
    gone.resolve(code);
    ready.reject(error);
    for (const request of pending.values()) request.reject(error);
    pending.clear();
  };
  child.on('exit', (code) => end(code));
  child.on('error', (error) => end(null, error));
  ready.promise.catch(() => undefined);

  return {
    ready: ready.promise,
    gone: gone.promise,
    async complete(request, onText, signal) {
      const id = nextId++;
      let timer: NodeJS.Timeout | undefined;
      const abort = (): void => {
        send({ type: 'abort', id });
        timer = setTimeout(() => child.kill('SIGKILL'), ABORT_GRACE_MS);
      };
      signal.addEventListener('abort', abort, { once: true });
      try {
        return await new Promise<CompletionUsage>((resolve, reject) => {
          if (!child.connected) return reject(new EngineError('engine_crashed', 'the model process is gone'));
          pending.set(id, { onText, resolve, reject });
          send({ type: 'complete', id, request });
        });
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
      }
    },
    kill: () => child.kill('SIGKILL'),
  };
}
