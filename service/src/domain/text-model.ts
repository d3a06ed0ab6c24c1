import type { Part } from '@bioql/language/exchange';

/** One completion that an engine is asked for. */
export interface CompletionRequest {
  readonly parts: readonly Part[];
  /** GBNF that the completion is held to. */
  readonly grammar: string;
  readonly maxTokens: number;
  /** 0 = greedy. */
  readonly temperature: number;
  /** Nucleus of the sampling, in (0, 1]. */
  readonly topP: number;
  readonly seed: number;
}

/** What a completion took. Times are machine milliseconds on the engine, waiting excluded. */
export interface CompletionUsage {
  readonly stop: 'end' | 'length' | 'aborted';
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly prefillMs: number;
  readonly decodeMs: number;
}

export type EngineErrorCode =
  | 'engine_loading'
  | 'engine_overloaded'
  | 'engine_crashed'
  | 'engine_failed'
  | 'prompt_too_long';

export class EngineError extends Error {
  readonly code: EngineErrorCode;
  constructor(code: EngineErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EngineError';
    this.code = code;
  }
}

/**
 * What runs a model: the embedded engine, an upstream, or a double in tests. `complete` calls `onText` with each piece
 * of text, in order; when `signal` aborts it stops computing and resolves with `stop: 'aborted'` and what ran so far.
 * Failures are an `EngineError`.
 */
export interface TextModel {
  readonly name: string;
  ready(): boolean;
  /** Resolves when it can answer for the first time; rejects when it never will. */
  whenReady(): Promise<void>;
  complete(request: CompletionRequest, onText: (text: string) => void, signal: AbortSignal): Promise<CompletionUsage>;
  close(): Promise<void>;
}
