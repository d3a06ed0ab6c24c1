import Type, { type Static } from 'typebox';

/** A day of the calendar in UTC, such as `2025-01-31`. */
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Digits = Type.String({ pattern: '^\\d{1,15}$' });

/** The most items of a page, and the most days of a span. */
export const MAX_PAGE = 200;
export const MAX_DAYS = 366;

/** The query of `GET /v1/usage` and `GET /v1/transactions`: both days included, at most 366, by default the last 30. */
export const SpanQuery = Type.Object(
  {
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    /** 1 to 200, by default 50. */
    limit: Type.Optional(Digits),
    /** The `next_cursor` of the page before. */
    cursor: Type.Optional(Digits),
  },
  { additionalProperties: false },
);
export type SpanQuery = Static<typeof SpanQuery>;

export const TransactionsQuery = Type.Object(
  { ...SpanQuery.properties, format: Type.Optional(Type.Union([Type.Literal('json'), Type.Literal('csv')])) },
  { additionalProperties: false },
);
export type TransactionsQuery = Static<typeof TransactionsQuery>;

const sums = {
  requests: Type.Integer(),
  seconds: Type.Number(),
  prompt_tokens: Type.Integer(),
  completion_tokens: Type.Integer(),
  /** US dollars, exact to the micro-dollar. */
  cost_usd: Type.Number(),
};

export const UsageSum = Type.Object(sums);
export type UsageSum = Static<typeof UsageSum>;

/** A newer service may have features that an older client does not know. */
export const FeatureSum = Type.Object({ feature: Type.String(), ...sums });
export type FeatureSum = Static<typeof FeatureSum>;

export const UsageRequest = Type.Object({
  request_id: Type.String(),
  at: Type.String(),
  feature: Type.String(),
  source: Type.String(),
  seconds: Type.Number(),
  prompt_tokens: Type.Integer(),
  completion_tokens: Type.Integer(),
  cost_usd: Type.Number(),
});
export type UsageRequest = Static<typeof UsageRequest>;

/** `GET /v1/usage`. Days and months without a request are left out. */
export const UsageResponse = Type.Object({
  from: Day,
  to: Day,
  /** Days begin and end in this time zone. */
  time_zone: Type.Literal('UTC'),
  currency: Type.Literal('USD'),
  balance: Type.Number(),
  totals: UsageSum,
  days: Type.Array(Type.Object({ day: Day, ...sums, features: Type.Array(FeatureSum) })),
  months: Type.Array(Type.Object({ month: Type.String(), ...sums })),
  features: Type.Array(FeatureSum),
  requests: Type.Array(UsageRequest),
  next_cursor: Type.Union([Type.String(), Type.Null()]),
  request_id: Type.String(),
});
export type UsageResponse = Static<typeof UsageResponse>;

/** `GET /v1/usage/REQUEST_ID`: what one request cost, and what had been set aside for it. */
export const ReceiptResponse = Type.Object({
  receipt: Type.Object({ ...UsageRequest.properties, held_usd: Type.Number(), held_at: Type.String() }),
  request_id: Type.String(),
});
export type ReceiptResponse = Static<typeof ReceiptResponse>;

/** A movement of money: `amount_usd` is what it did to the balance, `charge_usd` what was paid. */
export const TransactionRow = Type.Object({
  id: Type.Integer(),
  at: Type.String(),
  kind: Type.String(),
  amount_usd: Type.Number(),
  charge_usd: Type.Union([Type.Number(), Type.Null()]),
  feature: Type.Union([Type.String(), Type.Null()]),
  /** The request it was for. */
  for_request: Type.Union([Type.String(), Type.Null()]),
});
export type TransactionRow = Static<typeof TransactionRow>;

/** `GET /v1/transactions` as JSON; as CSV (`Accept: text/csv` or `?format=csv`) it is all of the span. */
export const TransactionsResponse = Type.Object({
  currency: Type.Literal('USD'),
  transactions: Type.Array(TransactionRow),
  next_cursor: Type.Union([Type.String(), Type.Null()]),
  request_id: Type.String(),
});
export type TransactionsResponse = Static<typeof TransactionsResponse>;
