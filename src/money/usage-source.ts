import { readConfig } from '../config.ts';
import { connect } from '../connect.ts';
import { microsOf } from '../core/money.ts';
import type { Words } from '../core/recent-words.ts';
import { ServiceError } from '../core/service-error.ts';
import { dayBefore, dayOf, type RequestCost, requestOf, type UsageView, usageView } from '../core/usage-view.ts';
import type { Credentials } from '../credentials.ts';
import type { Rating, Receipt, SpanDays } from './messages.ts';

/** What the usage panel asks of the service; nothing of it costs anything. Everything throws a `ServiceError`. */
export interface UsageSource {
  usage(days: SpanDays): Promise<UsageView>;
  more(cursor: string): Promise<{ readonly requests: readonly RequestCost[]; readonly next: string | null }>;
  receipt(id: string): Promise<Receipt>;
  /** `shared` goes along only because the person said so. */
  rate(id: string, rating: Rating, shared: Words | undefined): Promise<void>;
  csv(): Promise<{ readonly name: string; readonly text: string }>;
}

export function createUsageSource(credentials: Credentials, now: () => Date, signal: AbortSignal): UsageSource {
  let span = { from: '', to: '' };
  const client = () => {
    const { service } = readConfig();
    if (service.state === 'none') throw new ServiceError('no_service', 'the settings name no service');
    return connect(credentials, service, signal);
  };
  return {
    async usage(days) {
      const to = dayOf(now());
      span = { from: dayBefore(to, days - 1), to };
      return usageView(await (await client()).usage(span, undefined, signal));
    },
    async more(cursor) {
      const { requests, next_cursor } = await (await client()).usage(span, cursor, signal);
      return { requests: requests.map(requestOf), next: next_cursor };
    },
    async receipt(id) {
      const receipt = await (await client()).receipt(id, signal);
      return {
        ...requestOf(receipt),
        promptTokens: receipt.prompt_tokens,
        completionTokens: receipt.completion_tokens,
        held: microsOf(receipt.held_usd),
      };
    },
    rate: async (id, rating, shared) =>
      (await client()).feedback({ request_id: id, rating, ...(shared && { share: true, ...shared }) }, signal),
    async csv() {
      const text = await (await client()).transactionsCsv(span, signal);
      return { name: `transactions-${span.from}-${span.to}`, text };
    },
  };
}
