/**
 * What llama.cpp makes of exchanges: the token ids and, with `--tokens N`, the greedy reply.
 * `node parity/llama.ts --model FILE [--adapter FILE] [--tokens N] < EXCHANGES.jsonl`: a line in, `{parts}`, a line out,
 * `{prompt, reply}`, both of token ids.
 */
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { getLlama, LlamaLogLevel } from 'node-llama-cpp';
import { tokensOf } from '../../service/src/infrastructure/llama/completion.ts';

const { values } = parseArgs({
  options: { model: { type: 'string' }, adapter: { type: 'string' }, tokens: { type: 'string', default: '0' } },
});
if (values.model === undefined) throw new TypeError('--model FILE is missing');
const most = Number(values.tokens);

const llama = await getLlama({
  gpu: false,
  build: 'never',
  maxThreads: 1,
  logLevel: LlamaLogLevel.error,
  skipDownload: true,
});
const model = await llama.loadModel({ modelPath: values.model, vocabOnly: most === 0 });

async function createDecoder(): Promise<(prompt: ReturnType<typeof tokensOf>) => Promise<number[]>> {
  const lora = values.adapter === undefined ? {} : { lora: values.adapter };
  const context = await model.createContext({ contextSize: 1024, threads: 1, sequences: 1, ...lora });
  const sequence = context.getSequence();
  return async (prompt) => {
    const reply: number[] = [];
    await sequence.clearHistory();
    for await (const token of sequence.evaluate(prompt, { temperature: 0, yieldEogToken: true })) {
      reply.push(token);
      if (reply.length >= most || model.isEogToken(token)) break;
    }
    return reply;
  };
}

const decode = most === 0 ? async () => [] : await createDecoder();
const lines: string[] = [];
for (const line of (await text(process.stdin)).trimEnd().split('\n')) {
  const prompt = tokensOf(model, JSON.parse(line).parts);
  lines.push(JSON.stringify({ prompt, reply: await decode(prompt) }));
}
process.stdout.write(`${lines.join('\n')}\n`, () => process.exit(0));
