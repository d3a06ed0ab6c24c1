import { ChatDelta, type ChatRequest, ChatResponse } from '@bioql/contract/chat';
import { receiptOf, type ServiceReceipt } from '../core/answer.ts';
import type { ServerEvent } from '../core/sse.ts';
import { parse } from '../core/wire.ts';

/** Sends a request that is answered piece by piece; the last event is the `result`. */
export type SendStream = (path: string, data: object, signal: AbortSignal) => AsyncGenerator<ServerEvent>;

/** An answer of the service in a conversation. */
export interface Conversed {
  readonly outcome: ChatResponse['outcome'];
  readonly content: string;
  readonly code: string | undefined;
  readonly source: ChatResponse['source'];
  readonly receipt: ServiceReceipt;
}

export type ChatEvent =
  | ({ readonly type: 'delta' } & ChatDelta)
  | { readonly type: 'conversed'; readonly conversed: Conversed };

export interface ChatRequests {
  chat(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatEvent>;
}

export const chatRequests = (send: SendStream): ChatRequests => ({
  async *chat(request, signal) {
    for await (const { event, data } of send('/v1/chat', request, signal)) {
      if (event === 'delta') yield { type: 'delta', ...parse(ChatDelta, data) };
      if (event === 'result') yield { type: 'conversed', conversed: conversedOf(parse(ChatResponse, data)) };
    }
  },
});

const conversedOf = (response: ChatResponse): Conversed => {
  const { outcome, content, code, source } = response;
  return { outcome, content, code, source, receipt: receiptOf(response) };
};
