import type { Answer } from '../domain/answer.ts';
import { isChargeable } from '../domain/answer.ts';
import type { Account } from '../domain/ledger.ts';
import { type Answering, answerPrompt, type Delta, type Prompt } from './answer-prompt.ts';
import { type Billed, type Metering, metered } from './metered.ts';

export type Generating = Answering & Metering;

/** Answers a prompt. Refusals and templates are free. */
export const generate = (
  generating: Generating,
  account: Account,
  request: Prompt & { readonly requestId: string },
  emit: (delta: Delta) => void,
  client: AbortSignal,
): Promise<Billed<Answer>> =>
  metered(
    generating,
    { account, requestId: request.requestId, feature: 'generate', maxTokens: request.maxTokens },
    client,
    (signal) => answerPrompt(generating, request, emit, signal),
    (answer) => ({ ...answer, chargeable: isChargeable(answer) }),
  );
