import type { Answer, ServiceReceipt } from './answer.ts';
import { exactText, type Micros } from './money.ts';

/** What the requests since the window was opened add up to. */
export interface Session {
  readonly requests: number;
  readonly tokens: number;
  readonly cost: Micros;
  readonly lastCost?: Micros;
  readonly balance?: Micros;
}

export const NEW_SESSION: Session = { requests: 0, tokens: 0, cost: 0 };

export function withAnswer(session: Session, { receipt }: Pick<Answer, 'receipt'>): Session {
  const requests = session.requests + 1;
  if (receipt.by === 'extension') return { ...session, requests, lastCost: 0 };
  return {
    requests,
    tokens: session.tokens + receipt.promptTokens + receipt.completionTokens,
    cost: session.cost + receipt.cost,
    lastCost: receipt.cost,
    balance: receipt.balance,
  };
}

/** What a request was for. */
export type Feature = 'generate' | 'fix';

/** The line of a request in the output channel. It holds neither the prompt nor the key. */
export function requestLine({ result, source, receipt }: Answer, feature: Feature = 'generate'): string {
  const what = result.outcome === 'refused' ? 'refused' : source;
  if (receipt.by === 'extension') return `${feature} · ${what} (in the extension) · ${exactText(0)}`;
  return receiptLine(feature, what, receipt);
}

export const receiptLine = (feature: string, what: string, receipt: ServiceReceipt): string =>
  [
    `${feature} ${receipt.requestId}`,
    what,
    `${receipt.seconds.toFixed(3)} s`,
    `${receipt.promptTokens} + ${receipt.completionTokens} tokens`,
    exactText(receipt.cost),
    `balance ${exactText(receipt.balance)}`,
  ].join(' · ');
