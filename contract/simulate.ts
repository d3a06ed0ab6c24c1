import Type, { type Static, type TSchema } from 'typebox';

/** `POST /v1/simulate`: every call in the code on an ideal simulator, for free. */
export const SimulateRequest = Type.Object(
  {
    api_key: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    code: Type.String({ minLength: 1 }),
    /** Of the samples; without it a random one, which the answer tells. */
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 32 - 1 })),
    /** Instead of those in the code. */
    shots: Type.Optional(Type.Integer({ minimum: 1 })),
    /** Of sentences and of the drawing. */
    lang: Type.Optional(Type.Union([Type.Literal('en'), Type.Literal('es')])),
  },
  { additionalProperties: false },
);
export type SimulateRequest = Static<typeof SimulateRequest>;

const Nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);

/** One call. What has no result (a program that is only described, or one too large) has nulls, and `note` says why. */
export const SimulatedRun = Type.Object({
  name: Type.String(),
  algorithm: Type.String(),
  program: Type.String(),
  backend: Type.String(),
  shots: Type.Integer(),
  seed: Type.Integer(),
  qubits: Type.Integer(),
  depth: Nullable(Type.Integer()),
  /** By bit string, q0 rightmost: of the likeliest outcomes, 1,024 at most. `others` sums up the rest. */
  counts: Nullable(Type.Record(Type.String(), Type.Integer())),
  probabilities: Nullable(Type.Record(Type.String(), Type.Number())),
  others: Nullable(Type.Object({ outcomes: Type.Integer(), probability: Type.Number(), count: Type.Integer() })),
  /** A histogram of the 32 likeliest outcomes. */
  svg: Nullable(Type.String()),
  conclusion: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
});
export type SimulatedRun = Static<typeof SimulatedRun>;

export const SimulateResponse = Type.Object({ runs: Type.Array(SimulatedRun), request_id: Type.String() });
export type SimulateResponse = Static<typeof SimulateResponse>;
