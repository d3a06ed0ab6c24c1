import type { Answer } from '../domain/answer.ts';
import { isChargeable } from '../domain/answer.ts';
import type { Account, Hold, Ledger } from '../domain/ledger.ts';
import type { NanoUsd } from '../domain/money.ts';
import { type Cost, costOf, type Rate } from '../domain/price.ts';
import { AbortedError, type Answering, answerPrompt, type Delta, type Prompt } from './answer-prompt.ts';
import { ServiceError } from './service-error.ts';

const LOADING_SECONDS = 2;
const SLOWEST_SECONDS_PER_TOKEN = 0.05;

/** An answer with what it cost and what is left. */
export interface Billed {
  readonly answer: Answer;
  readonly cost: Cost;
  readonly balance: NanoUsd;
}

export interface Generating extends Answering {
  readonly ledger: Ledger;
  readonly rate: Rate;
  /** A request waits and runs no longer than this. */
  readonly deadlineMs: number;
  /** Aborts when the service gives up waiting for requests in flight. */
  readonly stopping: AbortSignal;
}

/** The most machine seconds that a request of so many tokens is charged for. */
const boundSeconds = (maxTokens: number, deadlineMs: number): number =>
  Math.min(deadlineMs / 1000, LOADING_SECONDS + maxTokens * SLOWEST_SECONDS_PER_TOKEN);

/**
 * Holds, answers, settles. Refusals, templates, failures and what is stopped before its first token are free;
 * a request that its client stops later pays for what ran.
 */
export async function generate(
  { ledger, rate, deadlineMs, stopping, ...answering }: Generating,
  account: Account,
  request: Prompt & { readonly requestId: string },
  emit: (delta: Delta) => void,
  client: AbortSignal,
): Promise<Billed> {
  const bound = boundSeconds(request.maxTokens, deadlineMs);
  const hold = await ledger.hold(account.id, request.requestId, costOf(bound, rate).charge);
  const deadline = AbortSignal.timeout(deadlineMs);
  let answer: Answer;
  try {
    answer = await answerPrompt(answering, request, emit, AbortSignal.any([client, deadline, stopping]));
  } catch (error) {
    await closeStopped({ ledger, rate, hold, bound, paid: client.aborted, error });
    if (client.aborted) throw new ServiceError('stopped', 'the client stopped the request', { cause: error });
    if (stopping.aborted) throw new ServiceError('draining', 'the service is shutting down', { cause: error });
    if (deadline.aborted) throw new ServiceError('deadline_exceeded', 'the answer took too long', { cause: error });
    throw error;
  }
  const seconds = Math.min(answer.totalSeconds, bound);
  const cost = costOf(isChargeable(answer) ? seconds : 0, rate);
  const balance = await ledger.settle(hold, cost.charge, {
    source: answer.source,
    seconds,
    promptTokens: answer.promptTokens,
    completionTokens: answer.completionTokens,
  });
  return { answer: { ...answer, totalSeconds: seconds }, cost, balance };
}

interface Stopped {
  readonly ledger: Ledger;
  readonly rate: Rate;
  readonly hold: Hold;
  readonly bound: number;
  /** Whether the client stopped it, and so pays for what ran. */
  readonly paid: boolean;
  readonly error: unknown;
}

async function closeStopped({ ledger, rate, hold, bound, paid, error }: Stopped): Promise<void> {
  if (!paid || !(error instanceof AbortedError) || error.usage.completionTokens === 0) {
    await ledger.release(hold);
    return;
  }
  const { prefillMs, decodeMs, promptTokens, completionTokens } = error.usage;
  const seconds = Math.min((prefillMs + decodeMs) / 1000, bound);
  await ledger.settle(hold, costOf(seconds, rate).charge, { source: 'model', seconds, promptTokens, completionTokens });
}
