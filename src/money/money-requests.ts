import { type EstimateRequest, EstimateResponse } from '@bioql/contract/estimate';
import { type FeedbackRequest, FeedbackResponse } from '@bioql/contract/feedback';
import { ReceiptResponse, UsageResponse } from '@bioql/contract/usage';
import { parse } from '../core/wire.ts';

export interface UsageSpan {
  readonly from: string;
  readonly to: string;
}

export interface ShortRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly data?: object;
  readonly accept: 'application/json' | 'text/csv';
}

/** Sends a request that is answered at once, and gives the body of the answer. */
export type SendShort = (request: ShortRequest, signal: AbortSignal) => Promise<string>;

/** What costs nothing to ask. */
export interface MoneyRequests {
  /** A page of requests, with the sums of the whole span. */
  usage(span: UsageSpan, cursor: string | undefined, signal: AbortSignal): Promise<UsageResponse>;
  receipt(requestId: string, signal: AbortSignal): Promise<ReceiptResponse['receipt']>;
  transactionsCsv(span: UsageSpan, signal: AbortSignal): Promise<string>;
  estimate(request: EstimateRequest, signal: AbortSignal): Promise<EstimateResponse>;
  feedback(request: FeedbackRequest, signal: AbortSignal): Promise<void>;
}

export function moneyRequests(send: SendShort): MoneyRequests {
  const get = (path: string, signal: AbortSignal, accept: ShortRequest['accept'] = 'application/json') =>
    send({ method: 'GET', path, accept }, signal);
  const post = (path: string, data: object, signal: AbortSignal) =>
    send({ method: 'POST', path, data, accept: 'application/json' }, signal);
  return {
    async usage({ from, to }, cursor, signal) {
      const query = new URLSearchParams({ from, to, ...(cursor !== undefined && { cursor }) });
      return parse(UsageResponse, await get(`/v1/usage?${query}`, signal));
    },
    async receipt(requestId, signal) {
      return parse(ReceiptResponse, await get(`/v1/usage/${encodeURIComponent(requestId)}`, signal)).receipt;
    },
    transactionsCsv: ({ from, to }, signal) =>
      get(`/v1/transactions?${new URLSearchParams({ from, to, format: 'csv' })}`, signal, 'text/csv'),
    estimate: async (request, signal) => parse(EstimateResponse, await post('/v1/estimate', request, signal)),
    async feedback(request, signal) {
      parse(FeedbackResponse, await post('/v1/feedback', request, signal));
    },
  };
}
