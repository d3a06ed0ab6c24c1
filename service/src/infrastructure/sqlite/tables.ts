import type { Generated } from 'kysely';
import type { ChargeDetails } from '../../domain/ledger.ts';

export const BOOKS = ['funding', 'available', 'held', 'revenue'] as const;
export type Book = (typeof BOOKS)[number];

/** Times are milliseconds since 1970, amounts nano-dollars. */
export type Tables = {
  accounts: { id: string; email: string; created_at: number };
  balances: { account_id: string } & Record<Book, number>;
  api_keys: {
    id: string;
    account_id: string;
    name: string;
    hash: string;
    prefix: string;
    last_four: string;
    created_at: number;
    revoked_at: number | null;
  };
  transactions: {
    id: Generated<number>;
    account_id: string;
    kind: 'fund' | 'hold' | 'settle' | 'release';
    /** The hold, as its transaction, that this one ends. */
    closes: number | null;
    at: number;
  };
  entries: { transaction_id: number; book: Book; amount: number };
  /** A hold has the number of its transaction. */
  open_holds: {
    id: number;
    account_id: string;
    request_id: string;
    amount: number;
    pid: number;
    start_token: string;
  };
  charges: {
    transaction_id: number;
    account_id: string;
    request_id: string;
    source: ChargeDetails['source'];
    feature: ChargeDetails['feature'];
    ms: number;
    prompt_tokens: number;
    completion_tokens: number;
    amount: number;
  };
  /** `prompt` and `code` are there only when they were shared. */
  feedback: {
    account_id: string;
    request_id: string;
    rating: 'up' | 'down';
    comment: string | null;
    prompt: string | null;
    code: string | null;
    at: number;
  };
};
