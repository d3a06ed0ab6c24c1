import { type CompleteRequest, CompleteResponse } from '@bioql/contract/complete';
import { receiptOf, type ServiceReceipt } from '../core/answer.ts';
import type { Said } from '../core/inline/suggestions.ts';
import { parse } from '../core/wire.ts';
import type { SendShort } from '../money/money-requests.ts';

export interface Completed extends Said {
  readonly source: CompleteResponse['source'];
  readonly receipt: ServiceReceipt;
}

export interface CompleteRequests {
  complete(request: Omit<CompleteRequest, 'language'>, signal: AbortSignal): Promise<Completed>;
}

export const completeRequests = (send: SendShort): CompleteRequests => ({
  async complete(request, signal) {
    const data: CompleteRequest = { ...request, language: 'python' };
    const body = await send({ method: 'POST', path: '/v1/complete', data, accept: 'application/json' }, signal);
    const said = parse(CompleteResponse, body);
    const { insertions, model, source } = said;
    return {
      texts: insertions.map(({ text }) => text),
      // A template stands in for a model that may be back a moment later.
      model: source === 'template' && insertions.length > 0 ? undefined : model,
      source,
      receipt: receiptOf(said),
    };
  },
});
