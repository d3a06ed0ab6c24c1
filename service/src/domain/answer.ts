import type { Call } from '@bioql/language/call';
import type { Refusal } from '@bioql/language/refusal';

/** What answered: the model, or the template when the model could not. */
export type Source = 'model' | 'template';

/** The answer to one generate request, before money. */
export type Answer = {
  readonly source: Source;
  readonly reasoning: string;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Machine seconds that the answer took, prompt and code; what is charged when the answer is chargeable. */
  readonly totalSeconds: number;
  readonly generationSeconds: number;
} & (
  | { readonly outcome: 'completed'; readonly code: string; readonly calls: readonly Call[] }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
);

/** Refusals and template answers are free. */
export const isChargeable = ({ source, outcome }: Answer): boolean => source === 'model' && outcome === 'completed';
