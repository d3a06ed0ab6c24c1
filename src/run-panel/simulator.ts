import { Worker } from 'node:worker_threads';
import type { FailureCode, FromWorker, Question, WorkerRun } from './messages.ts';

/** What is left when a program is too large is an error, not a full memory. */
export const MOST_HEAP_MB = 1024;

/** A run in a thread of its own, and what can be asked of it then. */
export interface Simulator {
  ask(question: Question): void;
  /** Every outcome, as a table. */
  csv(): void;
  /** Ends the thread, whatever it is doing. */
  dispose(): void;
}

/** Runs on until it is disposed; nothing is heard of it after that. */
export function startSimulator(script: string, run: WorkerRun, hear: (message: FromWorker) => void): Simulator {
  const worker = new Worker(script, {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
  });
  let disposed = false;
  const tell = (message: FromWorker) => {
    if (!disposed) hear(message);
  };
  worker.on('message', tell);
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const code: FailureCode = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out_of_memory' : 'internal';
    tell({ kind: 'failed', code, detail: String(error) });
  });
  worker.postMessage({ kind: 'run', run });
  return {
    ask: (question) => worker.postMessage({ kind: 'ask', question }),
    csv: () => worker.postMessage({ kind: 'csv' }),
    dispose() {
      disposed = true;
      void worker.terminate();
    },
  };
}
