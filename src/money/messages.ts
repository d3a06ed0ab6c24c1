// What the usage panel's page and the extension tell each other.
import type { Micros } from '../core/money.ts';
import type { Words } from '../core/recent-words.ts';
import type { RequestCost, UsageView } from '../core/usage-view.ts';
import type { UsageTexts } from './texts.ts';

export const SPANS = [7, 30, 90] as const;
export type SpanDays = (typeof SPANS)[number];

export interface Receipt extends RequestCost {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly held: Micros;
}

export type Rating = 'up' | 'down';

/** The sums at the top of the page. */
export interface Summary {
  readonly balance: Micros;
  readonly today: Micros;
  readonly thisMonth: Micros;
  readonly perDay?: Micros;
}

export type FromPage =
  | { readonly kind: 'ready'; readonly days: SpanDays }
  | { readonly kind: 'load'; readonly days: SpanDays }
  | { readonly kind: 'more' }
  | { readonly kind: 'receipt'; readonly id: string }
  | { readonly kind: 'rate'; readonly id: string; readonly rating: Rating; readonly share: boolean }
  | { readonly kind: 'csv' }
  | { readonly kind: 'log' }
  | { readonly kind: 'remedy' };

export type ToPage =
  | { readonly kind: 'start'; readonly texts: UsageTexts; readonly lang: string }
  | { readonly kind: 'usage'; readonly view: UsageView; readonly summary: Summary }
  | { readonly kind: 'more'; readonly requests: readonly RequestCost[]; readonly next: string | null }
  /** `words` are those that could be shared, while this window remembers them. */
  | { readonly kind: 'receipt'; readonly receipt: Receipt; readonly words: Words | undefined }
  | { readonly kind: 'rated'; readonly id: string; readonly shared: boolean }
  /** Instead of everything; `remedy` names the button that helps. */
  | { readonly kind: 'failed'; readonly sentence: string; readonly remedy: string };
