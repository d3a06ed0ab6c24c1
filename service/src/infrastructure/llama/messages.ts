import type { CompletionRequest, CompletionUsage, EngineErrorCode } from '../../domain/text-model.ts';

/** From the pool to a worker process. */
export type ToWorker =
  | { readonly type: 'complete'; readonly id: number; readonly request: CompletionRequest }
  | { readonly type: 'abort'; readonly id: number };

/** From a worker process to the pool. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'text'; readonly id: number; readonly text: string }
  | { readonly type: 'done'; readonly id: number; readonly usage: CompletionUsage }
  | { readonly type: 'failed'; readonly id: number; readonly code: EngineErrorCode; readonly message: string };
