import type { Call } from '../call.ts';

/** What may be inserted at a place. */
export type Suggestion =
  | { readonly kind: 'none' }
  /** Known without asking anybody; the likeliest first. */
  | { readonly kind: 'ready'; readonly texts: readonly string[] }
  /** Words that a model must understand, and how its answer is written here. */
  | {
      readonly kind: 'ask';
      readonly prompt: string;
      /** `undefined` when the answer does not fit here. */
      write(calls: readonly Call[]): string | undefined;
    };
