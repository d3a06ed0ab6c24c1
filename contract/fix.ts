import Type, { type Static } from 'typebox';
import { GenerateResponse } from './generate.ts';
import { MAX_DIAGNOSTICS_CHARACTERS, MAX_PROMPT_CHARACTERS } from './limits.ts';

/** The most characters of the code of a fix. */
export const MAX_FIX_CHARACTERS = 100_000;

/** `POST /v1/fix`: Python text with BioQL calls, or with code that should be BioQL. What needs no model is free. */
export const FixRequest = Type.Object(
  {
    api_key: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    code: Type.String({ minLength: 1, maxLength: MAX_FIX_CHARACTERS }),
    /** A traceback or a message; without it our own diagnostics are used. */
    diagnostics: Type.Optional(Type.String({ maxLength: MAX_DIAGNOSTICS_CHARACTERS })),
    /** What is to be changed, in words. */
    instruction: Type.Optional(Type.String({ maxLength: MAX_PROMPT_CHARACTERS })),
    /** Of the messages, where the instruction does not tell. */
    lang: Type.Optional(Type.Union([Type.Literal('en'), Type.Literal('es')])),
    /** Most tokens that the model may write. */
    max_length: Type.Optional(Type.Integer({ minimum: 1, maximum: 2048 })),
    temperature: Type.Optional(Type.Number({ minimum: 0, maximum: 2 })),
    top_p: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
    /** `true`: the answer comes as a `result` event. */
    stream: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type FixRequest = Static<typeof FixRequest>;

/** One replacement, in UTF-16 code units of the code that was sent; together, from the last to the first, they make the answer's code. */
export const FixChange = Type.Object({
  kind: Type.String(),
  message: Type.String(),
  range: Type.Object({ from: Type.Integer(), to: Type.Integer() }),
  text: Type.String(),
});
export type FixChange = Static<typeof FixChange>;

export const FixResponse = Type.Object({
  /** The code as it was sent when the fix is refused. */
  code: Type.String(),
  changes: Type.Array(FixChange),
  explanation: Type.String(),
  ...Type.Pick(GenerateResponse, [
    'model',
    'source',
    'timing',
    'cost',
    'user',
    'request_id',
    'outcome',
    'refusal',
    'usage',
  ]).properties,
});
export type FixResponse = Static<typeof FixResponse>;
