import type { GenerateResponse } from '@bioql/contract/generate';
import { explainCall, writeCode } from '@bioql/language/call';
import { answerByTemplate } from '@bioql/language/template';
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

export function answerOf(response: GenerateResponse): Answer<ServiceReceipt> {
  const { code, reasoning, refusal, usage } = response;
  return {
    result:
      response.outcome === 'completed'
        ? { outcome: 'completed', reasoning, code }
        : { outcome: 'refused', message: refusal?.message ?? reasoning },
    source: response.source,
    receipt: {
      by: 'service',
      requestId: response.request_id,
      email: response.user.email,
      seconds: response.timing.total_seconds,
      promptTokens: usage.prompt_tokens,
      completionTokens: usage.completion_tokens,
      cost: microsOf(response.cost.user_cost_usd),
      balance: microsOf(response.user.balance),
    },
  };
}

/** The answer without any service: by keywords, at no cost. */
export function answerHere(prompt: string): Answer {
  const answer = answerByTemplate(prompt);
  return {
    result:
      answer.outcome === 'completed'
        ? { outcome: 'completed', reasoning: explainCall(answer.call, answer.lang), code: writeCode(answer.call) }
        : { outcome: 'refused', message: answer.refusal.message },
    source: 'template',
    receipt: { by: 'extension' },
  };
}
