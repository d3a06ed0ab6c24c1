import type { Part } from '@bioql/language/exchange';
import { getLlama, LlamaLogLevel, type LlamaModel, type Token } from 'node-llama-cpp';
import type { Contender } from '../answer.ts';
import { isComplete, readFreeReply } from './reply.ts';
import type { Template } from './template.ts';

const CONTEXT_TOKENS = 4096;
const MAX_TOKENS = 220;
/** As many as our service gives a request. */
const THREADS = 1;

export interface LlamaOptions {
  readonly name: string;
  readonly modelPath: string;
  readonly template: Template;
}

const tokensOf = (model: LlamaModel, parts: readonly Part[]): Token[] =>
  parts.flatMap((part) =>
    'special' in part ? model.tokenize(part.special, true) : model.tokenize(part.text, false, 'trimLeadingSpace'),
  );

/** A generic model, told by examples what is wanted. It keeps what it was told, and so pays for the request and the reply alone. */
export async function createLlamaContender({ name, modelPath, template }: LlamaOptions): Promise<Contender> {
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    maxThreads: THREADS,
    logLevel: LlamaLogLevel.error,
    skipDownload: true,
  });
  const model = await llama.loadModel({ modelPath, useMmap: true });
  const context = await model.createContext({
    contextSize: CONTEXT_TOKENS,
    batchSize: 512,
    threads: THREADS,
    sequences: 1,
    swaFullCache: true,
  });
  const sequence = context.getSequence();
  const bos = model.tokens.shouldPrependBosToken && model.tokens.bos !== null ? [model.tokens.bos] : [];
  const prefix = [...bos, ...tokensOf(model, template.prefix)];
  await sequence.evaluateWithoutGeneratingNewTokens(prefix);

  async function reply(prompt: string): Promise<{ text: string; tokens: number }> {
    await sequence.eraseContextTokenRanges([{ start: prefix.length, end: sequence.nextTokenIndex }]);
    const written: Token[] = [];
    let text = '';
    for await (const token of sequence.evaluate(tokensOf(model, template.request(prompt)), { temperature: 0 })) {
      written.push(token);
      text = model.detokenize(written);
      if (text.includes(template.stop) || isComplete(text) || written.length >= MAX_TOKENS) break;
    }
    return { text: text.split(template.stop)[0] ?? '', tokens: written.length };
  }

  return {
    name,
    async ask(question) {
      if (question.task !== 'generate') return undefined;
      const started = performance.now();
      const { text, tokens } = await reply(question.prompt);
      const wallMs = performance.now() - started;
      return { ...readFreeReply(text), reasoning: '', source: 'model', seconds: wallMs / 1000, wallMs, tokens };
    },
    stop: () => llama.dispose(),
  };
}
