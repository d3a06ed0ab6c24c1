import type { Feature } from '../domain/ledger.ts';

/** The most tokens that the model may write where the request does not say; a generate has room for a workflow of four calls. */
export const DEFAULT_TOKENS: Readonly<Record<Feature, number>> = {
  generate: 700,
  fix: 700,
  complete: 300,
  chat: 700,
};
