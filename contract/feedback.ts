import Type, { type Static } from 'typebox';
import { MAX_PROMPT_CHARACTERS } from './limits.ts';

/**
 * `POST /v1/feedback`: on a request of one's own; what is given later replaces it. The words of the request are kept only when
 * they are sent along with `share: true`.
 */
export const FeedbackRequest = Type.Object(
  {
    api_key: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    request_id: Type.String({ minLength: 1, maxLength: 100 }),
    rating: Type.Union([Type.Literal('up'), Type.Literal('down')]),
    comment: Type.Optional(Type.String({ maxLength: 2000 })),
    share: Type.Optional(Type.Boolean()),
    prompt: Type.Optional(Type.String({ minLength: 1, maxLength: MAX_PROMPT_CHARACTERS })),
    code: Type.Optional(Type.String({ minLength: 1, maxLength: 20_000 })),
  },
  { additionalProperties: false },
);
export type FeedbackRequest = Static<typeof FeedbackRequest>;

export const FeedbackResponse = Type.Object({
  feedback: Type.Object({
    request_id: Type.String(),
    rating: Type.Union([Type.Literal('up'), Type.Literal('down')]),
    shared: Type.Boolean(),
  }),
  request_id: Type.String(),
});
export type FeedbackResponse = Static<typeof FeedbackResponse>;
