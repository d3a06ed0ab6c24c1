import {
  type LlamaContextSequence,
  type LlamaGrammar,
  LlamaGrammarEvaluationState,
  type LlamaModel,
  type Token,
} from 'node-llama-cpp';
import { type CompletionRequest, type CompletionUsage, EngineError } from '../../domain/text-model.ts';

/** node-llama-cpp sees an abort only when a token comes out, so the prompt is evaluated in pieces of this many tokens. */
const PREFILL_TOKENS = 64;
/** Tokens less likely than this share of the likeliest are never sampled: slots are facts, not style. */
const MIN_P = 0.15;

export interface Loaded {
  readonly model: LlamaModel;
  readonly sequence: LlamaContextSequence;
  readonly grammar: (gbnf: string) => Promise<LlamaGrammar>;
}

/** Texts never become special tokens, whatever they spell. */
export const tokensOf = (model: LlamaModel, parts: CompletionRequest['parts']): Token[] =>
  parts.flatMap((part) =>
    'special' in part ? model.tokenize(part.special, true) : model.tokenize(part.text, false, 'trimLeadingSpace'),
  );

/** Runs one completion on the worker's only sequence. */
export async function runCompletion(
  { model, sequence, grammar }: Loaded,
  request: CompletionRequest,
  onText: (text: string) => void,
  signal: AbortSignal,
): Promise<CompletionUsage> {
  const prompt = tokensOf(model, request.parts);
  if (prompt.length + request.maxTokens > sequence.contextSize) {
    throw new EngineError(
      'prompt_too_long',
      `the prompt has ${prompt.length} tokens; with the answer at most ${sequence.contextSize} fit`,
    );
  }
  const state = new LlamaGrammarEvaluationState({ model, grammar: await grammar(request.grammar) });
  const started = performance.now();
  await sequence.clearHistory();
  const stopped = await prefill(sequence, prompt.slice(0, -1), signal);
  const prefilled = performance.now();
  const usage = (stop: CompletionUsage['stop'], completionTokens: number): CompletionUsage => ({
    stop,
    promptTokens: prompt.length,
    completionTokens,
    prefillMs: prefilled - started,
    decodeMs: performance.now() - prefilled,
  });
  if (stopped) return usage('aborted', 0);
  const decode = sequence.evaluate(prompt.slice(-1), {
    temperature: request.temperature,
    topP: request.topP,
    minP: MIN_P,
    seed: request.seed,
    grammarEvaluationState: state,
  });
  const text = createTextStream(model, onText);
  let count = 0;
  for await (const token of decode) {
    count += 1;
    text.push(token);
    if (signal.aborted) return usage('aborted', count);
    if (count >= request.maxTokens) return usage('length', count);
  }
  return usage('end', count);
}

/** Evaluates the prompt in pieces; `true` when the signal stopped it. */
async function prefill(sequence: LlamaContextSequence, tokens: Token[], signal: AbortSignal): Promise<boolean> {
  for (let at = 0; at < tokens.length; at += PREFILL_TOKENS) {
    if (signal.aborted) return true;
    await sequence.evaluateWithoutGeneratingNewTokens(tokens.slice(at, at + PREFILL_TOKENS));
  }
  return signal.aborted;
}

/** Hands out whole characters: a character of several bytes may be spread over several tokens. */
function createTextStream(model: LlamaModel, onText: (text: string) => void): { push(token: Token): void } {
  let pending: Token[] = [];
  return {
    push(token) {
      pending.push(token);
      const text = model.detokenize(pending, true);
      if (text.endsWith('\ufffd') && pending.length < 4) return;
      pending = [];
      if (text !== '') onText(text);
    },
  };
}
