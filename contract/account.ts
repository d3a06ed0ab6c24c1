import Type, { type Static } from 'typebox';

/** `GET /v1/account`. Today and this month are those of UTC. */
export const AccountResponse = Type.Object({
  email: Type.String(),
  balance: Type.Number(),
  currency: Type.Literal('USD'),
  /** The key of this request, as it may be shown. */
  key: Type.Object({ name: Type.String(), last_four: Type.String() }),
  spent: Type.Object({ today: Type.Number(), this_month: Type.Number() }),
  request_id: Type.String(),
});
export type AccountResponse = Static<typeof AccountResponse>;

/** `GET /v1/plans`: a month of each plan at so many machine seconds a request. */
export const PlansResponse = Type.Object({
  currency: Type.Literal('USD'),
  usd_per_machine_hour: Type.Number(),
  markup_percent: Type.Number(),
  seconds_per_request: Type.Number(),
  plans: Type.Array(
    Type.Object({
      name: Type.String(),
      requests_per_month: Type.Integer(),
      revenue_usd: Type.Number(),
      cost_usd: Type.Number(),
      profit_usd: Type.Number(),
    }),
  ),
  request_id: Type.String(),
});
export type PlansResponse = Static<typeof PlansResponse>;
