/** The process that runs the model: one model, one context, one sequence, one request at a time. Started by `pool.ts`. */
import { parseArgs } from 'node:util';
import { getLlama, type LlamaGrammar, LlamaLogLevel } from 'node-llama-cpp';
import { EngineError } from '../../domain/text-model.ts';
import type { Adapter } from './adapter.ts';
import { type Loaded, runCompletion } from './completion.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const CONTEXT_TOKENS = 4096;

const send = (message: FromWorker): void => {
  process.send?.(message);
};

async function load(modelPath: string, threads: number, adapters: readonly Adapter[]): Promise<Loaded> {
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    maxThreads: threads,
    logLevel: LlamaLogLevel.error,
    skipDownload: true,
  });
  const model = await llama.loadModel({ modelPath, useMmap: true });
  const context = await model.createContext({
    contextSize: CONTEXT_TOKENS,
    batchSize: 512,
    threads,
    sequences: 1,
    lora: { adapters: adapters.map(({ path, scale }) => ({ filePath: path, scale })) },
  });
  const grammars = new Map<string, Promise<LlamaGrammar>>();
  return {
    model,
    sequence: context.getSequence(),
    grammar(gbnf) {
      const known = grammars.get(gbnf) ?? llama.createGrammar({ grammar: gbnf });
      grammars.set(gbnf, known);
      return known;
    },
  };
}

function serve(loaded: Loaded): void {
  const running = new Map<number, AbortController>();
  process.on('message', async (message: ToWorker) => {
    if (message.type === 'abort') return running.get(message.id)?.abort();
    const { id, request } = message;
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const usage = await runCompletion(loaded, request, (text) => send({ type: 'text', id, text }), abort.signal);
      send({ type: 'done', id, usage });
    } catch (error) {
      const code = error instanceof EngineError ? error.code : 'engine_failed';
      send({ type: 'failed', id, code, message: error instanceof Error ? error.message : String(error) });
    } finally {
      running.delete(id);
    }
  });
}

const { values } = parseArgs({
  options: {
    model: { type: 'string' },
    threads: { type: 'string', default: '1' },
    adapters: { type: 'string', default: '[]' },
  },
});
if (values.model === undefined) throw new TypeError('--model FILE is missing');
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined);
serve(await load(values.model, Number(values.threads), JSON.parse(values.adapters)));
send({ type: 'ready' });
