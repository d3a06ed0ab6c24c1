/**
 * What the decoding grammar costs a token: the same prompts decoded greedily with it and without it, in turn.
 *
 *     node bench/grammar.ts [--rounds 3]
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ALGORITHMS } from '@bioql/language/algorithms/index';
import { promptParts } from '@bioql/language/exchange';
import { replyGrammar } from '@bioql/language/grammar';
import { getLlama, LlamaGrammarEvaluationState, LlamaLogLevel } from 'node-llama-cpp';

const MODEL = fileURLToPath(new URL('../models/bioql-smollm2-q4_0.gguf', import.meta.url));
const RESULTS = new URL('./results/grammar.json', import.meta.url);
const MAX_TOKENS = 200;

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const llama = await getLlama({ gpu: false, build: 'never', maxThreads: 1, logLevel: LlamaLogLevel.error });
const model = await llama.loadModel({ modelPath: MODEL });
const context = await model.createContext({ contextSize: 2048, threads: 1, sequences: 1 });
const sequence = context.getSequence();
const gbnf = replyGrammar('generate');
const parsing = performance.now();
const grammar = await llama.createGrammar({ grammar: gbnf });
const parseMs = performance.now() - parsing;

const prompts = ALGORITHMS.map((algorithm) => {
  const [slots] = algorithm.examples;
  if (slots === undefined) throw new Error(`${algorithm.id} has no example`);
  return promptParts('generate', algorithm.write(slots)).flatMap((part) =>
    'special' in part ? model.tokenize(part.special, true) : model.tokenize(part.text, false, 'trimLeadingSpace'),
  );
});

/** Milliseconds for each token after the first. */
async function decode(prompt: (typeof prompts)[number], constrained: boolean): Promise<number[]> {
  await sequence.clearHistory();
  const state = constrained ? new LlamaGrammarEvaluationState({ model, grammar }) : undefined;
  const times: number[] = [];
  let last = performance.now();
  for await (const _ of sequence.evaluate(prompt, {
    temperature: 0,
    ...(state && { grammarEvaluationState: state }),
  })) {
    const now = performance.now();
    times.push(now - last);
    last = now;
    if (times.length >= MAX_TOKENS) break;
  }
  return times.slice(1);
}

const free: number[] = [];
const bound: number[] = [];
for (let round = 0; round < Number(options.rounds); round += 1) {
  for (const prompt of prompts) {
    free.push(...(await decode(prompt, false)));
    bound.push(...(await decode(prompt, true)));
  }
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const report = {
  cores: availableParallelism(),
  cpu: cpus()[0]?.model.trim(),
  algorithms: ALGORITHMS.length,
  grammarBytes: gbnf.length,
  parseMs: Number(parseMs.toFixed(2)),
  tokens: { free: free.length, bound: bound.length },
  msPerToken: {
    free: { mean: Number(mean(free).toFixed(3)), median: Number(median(free).toFixed(3)) },
    bound: { mean: Number(mean(bound).toFixed(3)), median: Number(median(bound).toFixed(3)) },
  },
  ratio: Number((mean(bound) / mean(free)).toFixed(3)),
};
console.log(JSON.stringify(report, null, 2));
writeFileSync(RESULTS, `${JSON.stringify(report, null, 2)}\n`);
await llama.dispose();
