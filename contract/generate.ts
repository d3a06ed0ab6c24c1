import Type, { type Static } from 'typebox';
import { MAX_PROMPT_CHARACTERS } from './limits.ts';

/** `POST /` and `POST /v1/generate`. The API key may come in the `Authorization: Bearer` header instead of the body. */
export const GenerateRequest = Type.Object(
  {
    api_key: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    prompt: Type.String({ minLength: 1, maxLength: MAX_PROMPT_CHARACTERS }),
    include_reasoning: Type.Optional(Type.Boolean()),
    /** Most tokens that the model may write. */
    max_length: Type.Optional(Type.Integer({ minimum: 1, maximum: 2048 })),
    temperature: Type.Optional(Type.Number({ minimum: 0, maximum: 2 })),
    top_p: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
    /** Accepted from later clients; the grammar makes it needless, so it has no effect. */
    repetition_penalty: Type.Optional(Type.Number({ minimum: 0, maximum: 2 })),
    /** `true`: the answer comes as server-sent events. */
    stream: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type GenerateRequest = Static<typeof GenerateRequest>;

export const Timing = Type.Object({ total_seconds: Type.Number(), generation_seconds: Type.Number() });

/** US dollars, to the micro-dollar. `profit_margin_percent` is a markup on the base cost; its name is the documented one. */
export const Cost = Type.Object({
  base_cost_usd: Type.Number(),
  user_cost_usd: Type.Number(),
  profit_usd: Type.Number(),
  profit_margin_percent: Type.Number(),
});
export type Cost = Static<typeof Cost>;

/** One call of the answer, read back from its code. */
export const ProgramSlots = Type.Object({
  algorithm: Type.String(),
  program: Type.String(),
  backend: Type.String(),
  shots: Type.Integer(),
  qubits: Type.Integer(),
});

export const RefusalBody = Type.Object({ kind: Type.String(), reason: Type.String(), message: Type.String() });

export const GenerateResponse = Type.Object({
  code: Type.String(),
  reasoning: Type.String(),
  model: Type.String(),
  timing: Timing,
  cost: Cost,
  user: Type.Object({ email: Type.String(), balance: Type.Number() }),
  request_id: Type.String(),
  source: Type.Union([Type.Literal('model'), Type.Literal('template'), Type.Literal('cache')]),
  outcome: Type.Union([Type.Literal('completed'), Type.Literal('refused')]),
  program: Type.Array(ProgramSlots),
  usage: Type.Object({ prompt_tokens: Type.Integer(), completion_tokens: Type.Integer() }),
  refusal: Type.Optional(RefusalBody),
});
export type GenerateResponse = Static<typeof GenerateResponse>;

/** The data of a `delta` event of a stream. The stream ends with one `result` (a `GenerateResponse`) or one `error`. */
export const Delta = Type.Object({
  field: Type.Union([Type.Literal('reasoning'), Type.Literal('code')]),
  text: Type.String(),
});
export type Delta = Static<typeof Delta>;
