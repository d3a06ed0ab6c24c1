import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from './config.ts';
import { connect } from './connect.ts';
import type { Answer } from './core/answer.ts';
import { answerHere } from './core/answer-here.ts';
import { isServiceError, type ServiceError } from './core/service-error.ts';
import { withRunDefaults } from './core/with-run-defaults.ts';
import type { Credentials } from './credentials.ts';
import type { GenerateEvent } from './service-client.ts';

export type AskEvent =
  | GenerateEvent
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'busy'; readonly seconds: number }
  | { readonly type: 'offline'; readonly url: string; readonly answer: Answer };

export interface Question {
  readonly prompt: string;
  /** From the second on, the service is asked for another answer than its likeliest. */
  readonly attempt: number;
  readonly config: Config;
}

const RETRY_TEMPERATURE = 0.7;
/** Longer than this, a person is told instead of kept waiting. */
const LONGEST_WAIT_SECONDS = 60;
const MOST_WAITS = 3;

/** Answers a question from wherever the settings say. */
export async function* ask(
  credentials: Credentials,
  question: Question,
  signal: AbortSignal,
): AsyncGenerator<AskEvent> {
  const { attempt, config } = question;
  const prompt = withRunDefaults(question.prompt, config.defaults);
  if (config.service.state === 'none') return yield { type: 'answer', answer: answerHere(prompt) };
  const client = await connect(credentials, config.service, signal);
  const temperature = attempt > 1 ? { temperature: RETRY_TEMPERATURE } : {};
  const request = { prompt, include_reasoning: config.includeReasoning, ...temperature };
  for (let waits = 0; ; waits += 1) {
    try {
      return yield* client.generate(request, signal);
    } catch (error) {
      if (!isServiceError(error)) throw error;
      if (error.code === 'unreachable') {
        return yield { type: 'offline', url: config.service.url, answer: answerHere(prompt) };
      }
      const seconds = waitBefore(error);
      if (seconds === undefined || waits === MOST_WAITS) throw error;
      yield { type: 'busy', seconds };
      await delay(seconds * 1000, undefined, { signal });
    }
  }
}

function waitBefore({ code, retryAfterSeconds }: ServiceError): number | undefined {
  const short = retryAfterSeconds !== undefined && retryAfterSeconds <= LONGEST_WAIT_SECONDS;
  return code === 'rate_limited' && short ? retryAfterSeconds : undefined;
}
