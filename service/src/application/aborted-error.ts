import type { CompletionUsage } from '../domain/text-model.ts';

/** The request was stopped by its client; what ran until then is in `usage`. */
export class AbortedError extends Error {
  readonly usage: CompletionUsage;
  constructor(usage: CompletionUsage) {
    super('the request was stopped');
    this.name = 'AbortedError';
    this.usage = usage;
  }
}
