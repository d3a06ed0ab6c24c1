import Type, { type Static } from 'typebox';
import { GenerateResponse } from './generate.ts';

const MAX_TEXT_CHARACTERS = 100_000;

/** `POST /v1/complete`: what may be inserted between two parts of a file. */
export const CompleteRequest = Type.Object(
  {
    api_key: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    /** The text before the cursor; in a notebook the cells above come first. */
    prefix: Type.String({ maxLength: MAX_TEXT_CHARACTERS }),
    suffix: Type.String({ maxLength: MAX_TEXT_CHARACTERS }),
    language: Type.Literal('python'),
    /** Whether a person asks for it by hand: then BioQL need not be in play yet. */
    invoked: Type.Optional(Type.Boolean()),
    /** Most tokens that the model may write. */
    max_length: Type.Optional(Type.Integer({ minimum: 1, maximum: 2048 })),
    temperature: Type.Optional(Type.Number({ minimum: 0, maximum: 2 })),
    top_p: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
    /** `true`: the answer comes as a `result` event. */
    stream: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type CompleteRequest = Static<typeof CompleteRequest>;

export const CompleteResponse = Type.Object({
  /** The likeliest first; empty, and free, when there is nothing useful to say. */
  insertions: Type.Array(Type.Object({ text: Type.String() })),
  ...Type.Pick(GenerateResponse, ['model', 'timing', 'cost', 'user', 'request_id', 'source', 'usage']).properties,
});
export type CompleteResponse = Static<typeof CompleteResponse>;
