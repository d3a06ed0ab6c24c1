import { Worker } from 'node:worker_threads';
import type { FailureCode } from '../run-panel/messages.ts';
import { MOST_HEAP_MB } from '../run-panel/simulator.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { WORKFLOW } from './run-steps.ts';

/** The steps of a program in a thread of their own. */
export interface WorkflowWorker {
  tell(message: ToWorker): void;
  /** Ends the thread, whatever it is doing; nothing is heard of it after that. */
  dispose(): void;
}

export function startWorkflowWorker(script: string, hear: (message: FromWorker) => void): WorkflowWorker {
  const worker = new Worker(script, {
    workerData: WORKFLOW,
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
  return {
    tell: (message) => worker.postMessage(message),
    dispose() {
      disposed = true;
      void worker.terminate();
    },
  };
}
