import type { Account, Feature, Hold, Ledger } from '../domain/ledger.ts';
import type { NanoUsd } from '../domain/money.ts';
import { type Cost, costOf, type Rate } from '../domain/price.ts';
import { AbortedError } from './aborted-error.ts';
import { ServiceError } from './service-error.ts';

const LOADING_SECONDS = 2;
const SLOWEST_SECONDS_PER_TOKEN = 0.05;

/** What a piece of work took, and whether it is paid for. */
export interface Used {
  readonly source: 'model' | 'template' | 'cache';
  readonly chargeable: boolean;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly totalSeconds: number;
}

export interface Metering {
  readonly ledger: Ledger;
  readonly rate: Rate;
  /** A request waits and runs no longer than this. */
  readonly deadlineMs: number;
  /** Aborts when the service gives up waiting for requests in flight. */
  readonly stopping: AbortSignal;
}

/** One request that may cost something. */
export interface Metered {
  readonly account: Account;
  readonly requestId: string;
  readonly feature: Feature;
  /** The most tokens that the model may write, all attempts together. */
  readonly maxTokens: number;
}

/** What work gave, what it cost and what is left. */
export interface Billed<Answer> {
  readonly answer: Answer;
  readonly cost: Cost;
  readonly balance: NanoUsd;
}

/** The most machine seconds that a request of so many tokens is charged for. */
export const boundSeconds = (maxTokens: number, deadlineMs: number): number =>
  Math.min(deadlineMs / 1000, LOADING_SECONDS + maxTokens * SLOWEST_SECONDS_PER_TOKEN);

/**
 * Holds, works, settles. Failures and what is stopped before its first token are free; a request that its client stops
 * later pays for what ran. `used` says what of an answer is paid for.
 */
export async function metered<Answer>(
  { ledger, rate, deadlineMs, stopping }: Metering,
  { account, requestId, feature, maxTokens }: Metered,
  client: AbortSignal,
  work: (signal: AbortSignal) => Promise<Answer>,
  used: (answer: Answer) => Used,
): Promise<Billed<Answer>> {
  const bound = boundSeconds(maxTokens, deadlineMs);
  const hold = await ledger.hold(account.id, requestId, costOf(bound, rate).charge);
  const deadline = AbortSignal.timeout(deadlineMs);
  let answer: Answer;
  try {
    answer = await work(AbortSignal.any([client, deadline, stopping]));
  } catch (error) {
    await closeStopped({ ledger, rate, hold, feature, bound, paid: client.aborted, error });
    if (client.aborted) throw new ServiceError('stopped', 'the client stopped the request', { cause: error });
    if (stopping.aborted) throw new ServiceError('draining', 'the service is shutting down', { cause: error });
    if (deadline.aborted) throw new ServiceError('deadline_exceeded', 'the answer took too long', { cause: error });
    throw error;
  }
  const { source, chargeable, promptTokens, completionTokens, totalSeconds } = used(answer);
  const seconds = Math.min(totalSeconds, bound);
  const cost = costOf(chargeable ? seconds : 0, rate);
  const balance = await ledger.settle(hold, cost.charge, {
    source,
    feature,
    seconds,
    promptTokens,
    completionTokens,
  });
  return { answer, cost, balance };
}

interface Stopped {
  readonly ledger: Ledger;
  readonly rate: Rate;
  readonly hold: Hold;
  readonly feature: Feature;
  readonly bound: number;
  /** Whether the client stopped it, and so pays for what ran. */
  readonly paid: boolean;
  readonly error: unknown;
}

async function closeStopped({ ledger, rate, hold, feature, bound, paid, error }: Stopped): Promise<void> {
  if (!paid || !(error instanceof AbortedError) || error.usage.completionTokens === 0) {
    await ledger.release(hold);
    return;
  }
  const { prefillMs, decodeMs, promptTokens, completionTokens } = error.usage;
  const seconds = Math.min((prefillMs + decodeMs) / 1000, bound);
  await ledger.settle(hold, costOf(seconds, rate).charge, {
    source: 'model',
    feature,
    seconds,
    promptTokens,
    completionTokens,
  });
}
