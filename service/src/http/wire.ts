import type { GenerateRequest, GenerateResponse } from '@bioql/contract/generate';
import { qubitsOf, writeProgram } from '@bioql/language/program';
import type { Prompt } from '../application/answer-prompt.ts';
import type { Billed } from '../application/metered.ts';
import type { Answer } from '../domain/answer.ts';
import { wireUsd } from '../domain/money.ts';
import { type Rate, wholeMs } from '../domain/price.ts';
import { HttpError } from './errors.ts';

/** Room for a workflow of four calls with its reasoning. */
const DEFAULT_MAX_LENGTH = 700;
/** Everything below space but tab and line ends, delete, and halves of surrogate pairs. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/** @throws {HttpError} `invalid_request` for what a schema cannot say */
export function promptFrom(body: GenerateRequest): Prompt {
  if (body.prompt.trim() === '') throw new HttpError('invalid_request', 'prompt must not be blank');
  if (FORBIDDEN.test(body.prompt)) throw new HttpError('invalid_request', 'prompt must not contain control characters');
  return {
    prompt: body.prompt.trim(),
    task: (body.include_reasoning ?? true) ? 'generate' : 'code',
    maxTokens: body.max_length ?? DEFAULT_MAX_LENGTH,
    temperature: body.temperature ?? 0,
    topP: body.top_p ?? 1,
  };
}

interface Sent {
  readonly requestId: string;
  readonly email: string;
  readonly model: string;
  readonly rate: Rate;
}

/** The documented answer, and what version 3.3.0 adds to it. */
export function responseFrom(
  { answer, cost, balance }: Billed<Answer>,
  { requestId, email, model, rate }: Sent,
): GenerateResponse {
  const calls = answer.outcome === 'completed' ? answer.calls : [];
  return {
    code: answer.outcome === 'completed' ? answer.code : '',
    reasoning: answer.reasoning,
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
    outcome: answer.outcome,
    program: calls.map(({ program, backend, shots }) => ({
      algorithm: program.algorithm,
      program: writeProgram(program),
      backend,
      shots,
      qubits: qubitsOf(program),
    })),
    usage: { prompt_tokens: answer.promptTokens, completion_tokens: answer.completionTokens },
    ...(answer.outcome === 'refused' && { refusal: answer.refusal }),
  };
}
