import Type, { type Static } from 'typebox';
import { GenerateResponse } from './generate.ts';

export const MAX_CHAT_MESSAGES = 100;
export const MAX_CHAT_ATTACHMENTS = 16;
const MAX_CONTENT_CHARACTERS = 50_000;

const Content = Type.String({ maxLength: MAX_CONTENT_CHARACTERS });

/**
 * `POST /v1/chat`. The last message is the person's, and may begin with a command: `/generate`, `/fix`, `/explain`, `/run`, `/cost`,
 * `/help`. Earlier answers come back as they were shown, with their code in fences.
 */
export const ChatRequest = Type.Object(
  {
    api_key: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    messages: Type.Array(
      Type.Object(
        { role: Type.Union([Type.Literal('user'), Type.Literal('assistant')]), content: Content },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: MAX_CHAT_MESSAGES },
    ),
    /** Files, or parts of them, that go with the last message. */
    context: Type.Optional(
      Type.Array(
        Type.Object({ name: Type.String({ maxLength: 500 }), content: Content }, { additionalProperties: false }),
        { maxItems: MAX_CHAT_ATTACHMENTS },
      ),
    ),
    /** Of the answer, where the words do not tell. */
    lang: Type.Optional(Type.Union([Type.Literal('en'), Type.Literal('es')])),
    /** Most tokens that the model may write. */
    max_length: Type.Optional(Type.Integer({ minimum: 1, maximum: 2048 })),
    temperature: Type.Optional(Type.Number({ minimum: 0, maximum: 2 })),
    top_p: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
    /** `true`: the answer comes as server-sent events. */
    stream: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type ChatRequest = Static<typeof ChatRequest>;

export const ChatResponse = Type.Object({
  /** Markdown. */
  content: Type.String(),
  /** The program of the answer, where it has one; it is not in `content`. */
  code: Type.Optional(Type.String()),
  ...Type.Pick(GenerateResponse, [
    'outcome',
    'program',
    'refusal',
    'model',
    'source',
    'timing',
    'cost',
    'user',
    'request_id',
    'usage',
  ]).properties,
});
export type ChatResponse = Static<typeof ChatResponse>;

/** The data of a `delta` event. The stream ends with one `result` (a `ChatResponse`), which is what counts, or one `error`. */
export const ChatDelta = Type.Object({
  field: Type.Union([Type.Literal('content'), Type.Literal('code')]),
  text: Type.String(),
});
export type ChatDelta = Static<typeof ChatDelta>;
