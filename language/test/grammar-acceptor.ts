import { getLlama, LlamaGrammarEvaluationState, LlamaLogLevel } from 'node-llama-cpp';

/** node-llama-cpp keeps these to itself: there is no public way to ask a grammar about a token. */
interface SamplerBindings {
  canBeNextTokenForGrammarEvaluationState(state: unknown, token: number): boolean;
  acceptGrammarEvaluationStateToken(state: unknown, token: number): void;
}
interface Internals {
  readonly _bindings: { readonly AddonSampler: SamplerBindings };
  readonly _state: unknown;
}
const internals = (value: object): Internals => value as Internals;

/** Asks llama.cpp itself whether a grammar takes a text. */
export interface Acceptor {
  load(gbnf: string): Promise<(text: string) => boolean>;
  dispose(): Promise<void>;
}

export async function createAcceptor(modelPath: string): Promise<Acceptor> {
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    logLevel: LlamaLogLevel.error,
    skipDownload: true,
  });
  const model = await llama.loadModel({ modelPath, vocabOnly: true });
  const sampler = internals(llama)._bindings.AddonSampler;
  const end = model.tokens.eos;
  if (end === null) throw new Error('the model has no end token');
  return {
    async load(gbnf) {
      const grammar = await llama.createGrammar({ grammar: gbnf });
      return (text) => {
        const { _state: state } = internals(new LlamaGrammarEvaluationState({ model, grammar }));
        const mayFollow = (token: number): boolean => sampler.canBeNextTokenForGrammarEvaluationState(state, token);
        for (const token of model.tokenize(text, false, 'trimLeadingSpace')) {
          if (!mayFollow(token)) return false;
          sampler.acceptGrammarEvaluationStateToken(state, token);
        }
        return mayFollow(end);
      };
    },
    dispose: () => llama.dispose(),
  };
}
