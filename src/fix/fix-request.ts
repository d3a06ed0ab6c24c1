import { type FixRequest, FixResponse } from '@bioql/contract/fix';
import { receiptOf, type ServiceReceipt } from '../core/answer.ts';
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
    const said = parse(FixResponse, body);
    const { outcome, code, explanation, source } = said;
    return {
      outcome,
      code,
      explanation,
      source,
      receipt: receiptOf(said),
    };
  },
});
