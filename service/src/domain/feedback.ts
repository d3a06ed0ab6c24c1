import type { ChargeDetails } from './ledger.ts';

/** What a person says of an answer. Words of the request are in it only where that person shared them. */
export type Feedback = {
  readonly rating: 'up' | 'down';
  readonly comment?: string;
  readonly shared?: { readonly prompt: string; readonly code: string };
};

export type GivenFeedback = Feedback &
  Pick<ChargeDetails, 'feature' | 'source'> & { readonly requestId: string; readonly at: Date };
