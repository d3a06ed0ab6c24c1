import type { KeyFingerprint } from './api-key.ts';
import type { Feedback, GivenFeedback } from './feedback.ts';
import type { NanoUsd } from './money.ts';
import type { Span } from './span.ts';

export type Account = { readonly id: string; readonly email: string };

export type AccountSummary = Account & { readonly createdAt: Date; readonly balance: NanoUsd };

export type ApiKeyRecord = KeyFingerprint & {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly revokedAt?: Date;
};

/** Money set aside for one request, so that requests at the same time cannot spend it twice. */
export type Hold = {
  readonly id: number;
  readonly accountId: string;
  readonly requestId: string;
  readonly amount: NanoUsd;
};

/** What a request was for, as usage counts it. */
export const FEATURES = ['generate', 'fix', 'complete', 'chat'] as const;
export type Feature = (typeof FEATURES)[number];

export type ChargeDetails = {
  readonly feature: Feature;
  readonly source: 'model' | 'template' | 'cache';
  readonly seconds: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
};

export type RequestUsage = ChargeDetails & { readonly requestId: string; readonly at: Date; readonly cost: NanoUsd };

export type UsageTotals = {
  readonly requests: number;
  readonly seconds: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cost: NanoUsd;
};

/** What one feature came to on one day, which is `YYYY-MM-DD` in UTC. */
export type DayUsage = UsageTotals & { readonly day: string; readonly feature: Feature };

/** A request with what was held for it. */
export type Receipt = RequestUsage & { readonly held: NanoUsd; readonly heldAt: Date };

/** A movement of an account's money; `amount` is what it did to what can be spent. */
export type Transaction = {
  readonly id: number;
  readonly kind: 'fund' | 'hold' | 'settle' | 'release';
  readonly at: Date;
  readonly amount: NanoUsd;
  /** Unknown of a hold that was given back: nothing was charged. */
  readonly requestId?: string;
  readonly feature?: Feature;
  readonly charge?: NanoUsd;
};

/** A part of a list that goes from the newest to the oldest. */
export type PageOf = { readonly span: Span; readonly limit: number; readonly before?: number };

/** `next` is the `before` of the page to follow, if there is one. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next?: number };

/** An account's requests, oldest first. */
export type Usage = {
  readonly account: Account;
  readonly balance: NanoUsd;
  readonly requests: readonly RequestUsage[];
  readonly totals: UsageTotals;
};

/** Something in the book that is not as it must be: `subject` says what, the amounts say by how much. */
export type Difference = {
  readonly code: 'transaction_unbalanced' | 'balance_differs' | 'hold_differs' | 'charge_differs' | 'hold_orphaned';
  readonly subject: string;
  readonly expected: NanoUsd;
  readonly found: NanoUsd;
};

export type LedgerErrorCode =
  | 'account_exists'
  | 'account_unknown'
  | 'amount_invalid'
  | 'balance_exhausted'
  | 'balance_too_large'
  | 'charge_above_hold'
  | 'hold_closed'
  | 'key_unknown';

export class LedgerError extends Error {
  readonly code: LedgerErrorCode;

  constructor(code: LedgerErrorCode, message: string) {
    super(message);
    this.name = 'LedgerError';
    this.code = code;
  }
}

/**
 * The prepaid balances of accounts, kept in double entry: each transaction moves money between an account's four
 * books (`funding`, `available`, `held`, `revenue`) and sums to zero, and none is ever changed. A request takes a
 * hold first and then settles or releases it once. Each method is one atomic step, also against other processes, and
 * either happens entirely or throws. E-mail addresses are those that `parseEmail` returns.
 */
export type Ledger = {
  createAccount(email: string, credit: NanoUsd): Promise<Account>;
  /** Adds a positive amount and returns the new balance. */
  credit(email: string, amount: NanoUsd): Promise<NanoUsd>;
  findAccount(email: string): Promise<Account | undefined>;
  listAccounts(): Promise<AccountSummary[]>;

  addKey(accountId: string, name: string, key: KeyFingerprint): Promise<ApiKeyRecord>;
  listKeys(accountId: string): Promise<ApiKeyRecord[]>;
  /** Revoking again changes nothing. */
  revokeKey(id: string): Promise<ApiKeyRecord>;
  /** `undefined` when the key is unknown or revoked. */
  accountByKeyHash(hash: string): Promise<Account | undefined>;

  /** Throws `balance_exhausted` when less than `amount` is available. */
  hold(accountId: string, requestId: string, amount: NanoUsd): Promise<Hold>;
  /** Charges at most the hold, gives the rest back and returns the balance. More than the hold is refused. */
  settle(hold: Hold, amount: NanoUsd, details: ChargeDetails): Promise<NanoUsd>;
  /** Gives the whole hold back and returns the balance. */
  release(hold: Hold): Promise<NanoUsd>;
  /** What the account can still spend: holds are already taken off. */
  balance(accountId: string): Promise<NanoUsd>;
  usage(email: string): Promise<Usage>;
  /** The days of a span on which something was asked, oldest first. */
  usageByDay(accountId: string, span: Span): Promise<DayUsage[]>;
  requests(accountId: string, page: PageOf): Promise<Page<RequestUsage>>;
  /** `undefined` when the account has no such request. */
  receipt(accountId: string, requestId: string): Promise<Receipt | undefined>;
  transactions(accountId: string, page: PageOf): Promise<Page<Transaction>>;
  /** The newest answers of the model that were paid for, of all accounts. */
  recentCharges(feature: Feature, limit: number): Promise<ChargeDetails[]>;

  /** Keeps an account's feedback on a request of its own instead of what it gave before; `false` when it has no such request. */
  giveFeedback(accountId: string, requestId: string, feedback: Feedback): Promise<boolean>;
  /** All feedback, oldest first, without saying whose. */
  listFeedback(): Promise<GivenFeedback[]>;

  /** Everything that is wrong with the book; empty when it is right. */
  verify(): Promise<Difference[]>;
  /** Gives back the holds of processes that are no more, and says how many there were. */
  releaseOrphans(): Promise<number>;
  close(): Promise<void>;
};
