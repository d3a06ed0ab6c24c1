import Type, { type Static } from 'typebox';
import { MAX_PROMPT_CHARACTERS } from './limits.ts';

/** `POST /v1/estimate`: what a request would cost. It costs nothing itself. */
export const EstimateRequest = Type.Object(
  {
    api_key: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    feature: Type.Union([
      Type.Literal('generate'),
      Type.Literal('fix'),
      Type.Literal('complete'),
      Type.Literal('chat'),
    ]),
    prompt: Type.Optional(Type.String({ minLength: 1, maxLength: MAX_PROMPT_CHARACTERS })),
    /** Code whose backends are looked at, too. */
    code: Type.Optional(Type.String({ minLength: 1 })),
    max_length: Type.Optional(Type.Integer({ minimum: 1, maximum: 2048 })),
    /** Of sentences. */
    lang: Type.Optional(Type.Union([Type.Literal('en'), Type.Literal('es')])),
  },
  { additionalProperties: false },
);
export type EstimateRequest = Static<typeof EstimateRequest>;

const Amount = Type.Object({ seconds: Type.Number(), cost_usd: Type.Number() });

export const EstimateResponse = Type.Object({
  currency: Type.Literal('USD'),
  feature: Type.String(),
  /** What such a request takes as a rule. */
  typical: Amount,
  /** What is set aside for it; it is never charged more. */
  most: Amount,
  /** Where `typical` comes from: answers of this service, or of the model's own measurement while there are too few. */
  basis: Type.Object({
    measured: Type.Union([Type.Literal('this_service'), Type.Literal('bench')]),
    requests: Type.Integer(),
    seconds_per_token: Type.Number(),
    completion_tokens: Type.Number(),
  }),
  /** Machines that the code names. Their providers bill for them, not this service. */
  hardware: Type.Array(
    Type.Object({
      backend: Type.String(),
      provider: Type.String(),
      billed_by: Type.Literal('provider'),
      note: Type.String(),
      prices_at: Type.String(),
    }),
  ),
  request_id: Type.String(),
});
export type EstimateResponse = Static<typeof EstimateResponse>;
