import { type Call, checkCall, explainCall, writeCode } from '@bioql/language/call';
import { promptParts, type Reply, readReply, type Task } from '@bioql/language/exchange';
import { programGrammar, replyGrammar } from '@bioql/language/grammar';
import { refusal } from '@bioql/language/refusal';
import { langOf } from '@bioql/language/request';
import { supportsRefusal } from '@bioql/language/support';
import { supportsCall } from '@bioql/language/supports-call';
import { answerByTemplate } from '@bioql/language/template';
import type { Answer } from '../domain/answer.ts';
import { type CompletionUsage, EngineError, type TextModel } from '../domain/text-model.ts';
import { AbortedError } from './aborted-error.ts';

/** What the model is asked, checked. */
export interface Prompt {
  readonly task: Task;
  readonly prompt: string;
  readonly maxTokens: number;
  readonly temperature: number;
  readonly topP: number;
}

export interface Delta {
  readonly field: 'reasoning' | 'code';
  readonly text: string;
}

export interface Answering {
  readonly model: TextModel;
  readonly random: () => number;
  readonly now: () => number;
  /** Told of every model failure that a template answered for. */
  readonly onFallback: (reason: string) => void;
  /** Whether a reply must be supported by its prompt. */
  readonly selfCheck: boolean;
}

const RETRY_TEMPERATURE = 0.6;

/** Splits the growing reply into deltas: one line of reasoning when the task has it, then code. A refusal has none. */
function createSplitter(task: Task, emit: (delta: Delta) => void): (text: string) => void {
  let field: Delta['field'] = task === 'generate' ? 'reasoning' : 'code';
  let refused: boolean | undefined;
  return (text) => {
    refused ??= text.startsWith('r');
    if (refused) return;
    const end = field === 'reasoning' ? text.indexOf('\n') : -1;
    const pieces = end === -1 ? [text] : [text.slice(0, end), text.slice(end + 1)];
    pieces.forEach((piece, at) => {
      if (at === 1) field = 'code';
      if (piece !== '') emit({ field, text: piece });
    });
  };
}

const seconds = ({ prefillMs, decodeMs }: CompletionUsage) => ({
  totalSeconds: (prefillMs + decodeMs) / 1000,
  generationSeconds: decodeMs / 1000,
});

function answerFrom(reply: Exclude<Reply, { outcome: 'unreadable' }>, usage: CompletionUsage, prompt: string): Answer {
  const base = {
    source: 'model' as const,
    promptTokens: usage.promptTokens,
    completionTokens: usage.completionTokens,
    ...seconds(usage),
  };
  if (reply.outcome === 'refused')
    return { ...base, outcome: 'refused', reasoning: '', refusal: refusal(reply.reason, reply.lang) };
  const problem = reply.calls.map(checkCall).find((found) => found !== undefined);
  if (problem !== undefined)
    return { ...base, outcome: 'refused', reasoning: '', refusal: refusal(problem, langOf(prompt)) };
  return { ...base, outcome: 'completed', reasoning: reply.reasoning, code: reply.code, calls: reply.calls };
}

interface Attempt {
  readonly grammar: string;
  readonly temperature: number;
  /** Whether its text goes to the client as it comes. */
  readonly streamed: boolean;
}

/** The most attempts for one request. */
const MAX_ATTEMPTS = 3;

/** "One more qubit", "half the shots": numbers that a program has and its prompt has not. */
const RELATIVE =
  /\b(?:more|fewer|less|double|twice|triple|half|times|another|m[aá]s|menos|doble|duplica\w*|mitad|veces|otr[oa])\b/i;

/** Whether calls say only what their prompt says; what is code in the prompt of a fix is read without its signs. */
function isSupported(task: Task, prompt: string, calls: readonly Call[]): boolean {
  if (task !== 'fix') return calls.every((call) => supportsCall(prompt, call));
  const words = prompt.replace(/["'()=[\]#]/g, ' ');
  return RELATIVE.test(words) || calls.every((call) => supportsCall(words, call));
}

/** Why a reply is asked for once more, and how; `undefined` when it stands. An unchecked reply needs only be readable. */
function nextAttempt(
  reply: Reply,
  { task, prompt, temperature }: Prompt,
  { selfCheck }: Answering,
): Attempt | undefined {
  if (!selfCheck && reply.outcome !== 'unreadable') return undefined;
  const resample = { temperature: Math.max(temperature, RETRY_TEMPERATURE), streamed: false };
  switch (reply.outcome) {
    case 'unreadable':
      return { grammar: replyGrammar(task), ...resample };
    case 'refused':
      // A refusal has sent nothing yet. What is really impossible is found again by checking the program.
      return supportsRefusal(prompt, reply.reason)
        ? undefined
        : { grammar: programGrammar(task), temperature, streamed: true };
    case 'completed':
      return isSupported(task, prompt, reply.calls) ? undefined : { grammar: replyGrammar(task), ...resample };
  }
}

/**
 * Answers a prompt: the model; again, at most twice, when its reply is not understood, refuses numbers that are not there, or
 * says what the prompt does not; then the template. Deltas are those of one attempt; the answer itself is what counts, and pays for
 * the attempt that it came from.
 * @throws {AbortedError} when `signal` aborts while the model runs; an `EngineError` that no template can help.
 */
export async function answerPrompt(
  answering: Answering,
  request: Prompt,
  emit: (delta: Delta) => void,
  signal: AbortSignal,
): Promise<Answer> {
  const { model, random, now, onFallback } = answering;
  const { task } = request;
  const run = async ({
    grammar,
    temperature,
    streamed,
  }: Attempt): Promise<{ text: string; usage: CompletionUsage }> => {
    const show = streamed ? createSplitter(task, emit) : () => undefined;
    const parts = promptParts(task, request.prompt);
    const seed = Math.floor(random() * 2 ** 31);
    let text = '';
    const onText = (piece: string): void => {
      text += piece;
      show(piece);
    };
    const { maxTokens, topP } = request;
    const usage = await model.complete({ parts, grammar, maxTokens, temperature, topP, seed }, onText, signal);
    if (usage.stop === 'aborted') throw new AbortedError(usage);
    return { text, usage };
  };
  try {
    let attempt: Attempt | undefined = {
      grammar: replyGrammar(task),
      temperature: request.temperature,
      streamed: true,
    };
    for (let count = 0; attempt !== undefined && count < MAX_ATTEMPTS; count += 1) {
      const { text, usage } = await run(attempt);
      const reply = readReply(text);
      attempt = nextAttempt(reply, request, answering);
      if (attempt === undefined && reply.outcome !== 'unreadable') return answerFrom(reply, usage, request.prompt);
      if (usage.stop === 'length') break;
    }
  } catch (error) {
    if (!(error instanceof EngineError) || !['engine_crashed', 'engine_failed'].includes(error.code)) throw error;
    onFallback(error.code);
  }
  return templateAnswer(request, now);
}

function templateAnswer(request: Prompt, now: () => number): Answer {
  const started = now();
  const answer = answerByTemplate(request.prompt);
  const base = {
    source: 'template' as const,
    promptTokens: 0,
    completionTokens: 0,
    totalSeconds: (now() - started) / 1000,
    generationSeconds: 0,
  };
  if (answer.outcome === 'refused') return { ...base, outcome: 'refused', reasoning: '', refusal: answer.refusal };
  const reasoning = request.task === 'generate' ? explainCall(answer.call, answer.lang) : '';
  return { ...base, outcome: 'completed', reasoning, code: writeCode(answer.call), calls: [answer.call] };
}
