import { type FixRequest, FixResponse } from '@bioql/contract/fix';
import type { ServiceReceipt } from '../core/answer.ts';
import { microsOf } from '../core/money.ts';
import { parse } from '../core/wire.ts';
import type { SendShort } from '../money/money-requests.ts';

/** What the service makes of a fragment. */
export interface Fixed {
  readonly outcome: FixResponse['outcome'];
  readonly code: string;
  /** What was changed, or why nothing was. */
  readonly explanation: string;
  readonly source: FixResponse['source'];
  readonly receipt: ServiceReceipt;
}

export interface FixRequests {
  fix(request: FixRequest, signal: AbortSignal): Promise<Fixed>;
}

export const fixRequests = (send: SendShort): FixRequests => ({
  async fix(request, signal) {
    const body = await send({ method: 'POST', path: '/v1/fix', data: request, accept: 'application/json' }, signal);
    const { outcome, code, explanation, source, request_id, user, timing, usage, cost } = parse(FixResponse, body);
    return {
      outcome,
      code,
      explanation,
      source,
      receipt: {
        by: 'service',
        requestId: request_id,
        email: user.email,
        seconds: timing.total_seconds,
        promptTokens: usage.prompt_tokens,
        completionTokens: usage.completion_tokens,
        cost: microsOf(cost.user_cost_usd),
        balance: microsOf(user.balance),
      },
    };
  },
});
