import type { GenerateRequest, GenerateResponse } from '@bioql/contract/generate';
import type { Call } from '@bioql/language/call';
import { qubitsOf, writeProgram } from '@bioql/language/program';
import type { Prompt } from '../application/answer-prompt.ts';
import { DEFAULT_TOKENS } from '../application/default-tokens.ts';
import type { Billed } from '../application/metered.ts';
import type { Answer } from '../domain/answer.ts';
import { wireUsd } from '../domain/money.ts';
import { type Rate, wholeMs } from '../domain/price.ts';
import { HttpError } from './errors.ts';

/** Everything below space but tab and line ends, delete, and halves of surrogate pairs. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/** @throws {HttpError} `invalid_request` for what a schema cannot say */
export function promptFrom(body: GenerateRequest): Prompt {
  if (body.prompt.trim() === '') throw new HttpError('invalid_request', 'prompt must not be blank');
  if (FORBIDDEN.test(body.prompt)) throw new HttpError('invalid_request', 'prompt must not contain control characters');
  return {
    prompt: body.prompt.trim(),
    task: (body.include_reasoning ?? true) ? 'generate' : 'code',
    maxTokens: body.max_length ?? DEFAULT_TOKENS.generate,
    temperature: body.temperature ?? 0,
    topP: body.top_p ?? 1,
  };
}

export interface Sent {
  readonly requestId: string;
  readonly email: string;
  readonly model: string;
  readonly rate: Rate;
}

type Work = Pick<Answer, 'source' | 'promptTokens' | 'completionTokens' | 'totalSeconds' | 'generationSeconds'>;

/** What every metered answer says of who answered, how long it took and what it cost. */
export const billedBody = ({ answer, cost, balance }: Billed<Work>, { requestId, email, model, rate }: Sent) => ({
  model: answer.source === 'model' ? model : 'template',
  timing: {
    total_seconds: wholeMs(answer.totalSeconds) / 1000,
    generation_seconds: wholeMs(Math.min(answer.generationSeconds, answer.totalSeconds)) / 1000,
  },
  cost: {
    base_cost_usd: wireUsd(cost.base),
    user_cost_usd: wireUsd(cost.charge),
    profit_usd: wireUsd(cost.profit),
    profit_margin_percent: rate.markupBasisPoints / 100,
  },
  user: { email, balance: wireUsd(balance) },
  request_id: requestId,
  source: answer.source,
  usage: { prompt_tokens: answer.promptTokens, completion_tokens: answer.completionTokens },
});

export const programBody = (calls: readonly Call[]): GenerateResponse['program'] =>
  calls.map(({ program, backend, shots }) => ({
    algorithm: program.algorithm,
    program: writeProgram(program),
    backend,
    shots,
    qubits: qubitsOf(program),
  }));

/** The documented answer, and what version 3.3.0 adds to it. */
export function responseFrom(billed: Billed<Answer>, sent: Sent): GenerateResponse {
  const { answer } = billed;
  const calls = answer.outcome === 'completed' ? answer.calls : [];
  return {
    code: answer.outcome === 'completed' ? answer.code : '',
    reasoning: answer.reasoning,
    ...billedBody(billed, sent),
    outcome: answer.outcome,
    program: programBody(calls),
    ...(answer.outcome === 'refused' && { refusal: answer.refusal }),
  };
}
