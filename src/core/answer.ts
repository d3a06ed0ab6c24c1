import type { GenerateResponse } from '@bioql/contract/generate';
import { type Micros, microsOf } from './money.ts';

/** What a request is answered with, and what it took. */
export interface Answer<Kind extends Receipt = Receipt> {
  readonly result:
    | { readonly outcome: 'completed'; readonly reasoning: string; readonly code: string }
    | { readonly outcome: 'refused'; readonly message: string };
  readonly source: GenerateResponse['source'];
  readonly receipt: Kind;
}

/** Who answered: the service, for money, or this extension, free. */
export type Receipt = ServiceReceipt | { readonly by: 'extension' };

export interface ServiceReceipt {
  readonly by: 'service';
  readonly requestId: string;
  readonly email: string;
  readonly seconds: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cost: Micros;
  readonly balance: Micros;
}

/** What every answer of the service says of its cost. */
type Billed = Pick<GenerateResponse, 'request_id' | 'user' | 'timing' | 'usage' | 'cost'>;

export const receiptOf = ({ request_id, user, timing, usage, cost }: Billed): ServiceReceipt => ({
  by: 'service',
  requestId: request_id,
  email: user.email,
  seconds: timing.total_seconds,
  promptTokens: usage.prompt_tokens,
  completionTokens: usage.completion_tokens,
  cost: microsOf(cost.user_cost_usd),
  balance: microsOf(user.balance),
});

export function answerOf(response: GenerateResponse): Answer<ServiceReceipt> {
  const { code, reasoning, refusal } = response;
  return {
    result:
      response.outcome === 'completed'
        ? { outcome: 'completed', reasoning, code }
        : { outcome: 'refused', message: refusal?.message ?? reasoning },
    source: response.source,
    receipt: receiptOf(response),
  };
}
