import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../service/src/config.ts';
import { costOf, createRate } from '../../service/src/domain/price.ts';
import type { Contender } from './answer.ts';
import type { Case } from './case.ts';
import { judge, type Levels } from './judge.ts';
import { tableOf } from './markdown.ts';
import type { Options } from './options.ts';
import { createBank } from './peers/bank.ts';
import { createLlamaContender } from './peers/llama-contender.ts';
import { FIXED, nearest, type Template } from './peers/template.ts';
import { type Latency, latencyOf } from './report.ts';
import { startServiceContender } from './service-contender.ts';
import { percentText, type Share, shareOf, shareText } from './share.ts';
import { levelsOf, type RefusalShares, type Result, refusalsOf } from './slices.ts';
import { writeReport } from './write.ts';

const PEERS = fileURLToPath(new URL('../work/peers/', import.meta.url));
/** The documented machine and markup: the same price for everybody's seconds. */
const RATE = createRate(1.1, 40);
const NANOS = 1_000_000_000;

interface Entry {
  readonly name: string;
  /** The model's file; none for templates. */
  readonly file: string | undefined;
  start(): Promise<Contender>;
}

/** What came of one contender. */
export interface Compared {
  readonly name: string;
  readonly megabytes: number;
  readonly cases: number;
  readonly right: Share;
  readonly levels: Record<keyof Levels, Share>;
  readonly refusals: RefusalShares;
  readonly latency: Latency;
  /** US dollars for a request, on average, by the price formula. */
  readonly usd: number;
}

function entriesOf({ model, reasoning, temperature }: Options): Entry[] {
  const file = readConfig({ ...process.env, ...(model !== undefined && { BIOQL_MODEL: model }) }).modelPath;
  const service = (name: string, engine: string, selfCheck: boolean, withReasoning: boolean): Entry => ({
    name,
    file: engine === 'template' ? undefined : file,
    start: () => startServiceContender({ name, engine, selfCheck, reasoning: withReasoning, temperature, model: file }),
  });
  const choose = createBank();
  const peers = (model: string, path: string): Entry[] => {
    const file = `${PEERS}${path}`;
    const entry = (how: string, template: Template): Entry => {
      const name = `${model}, ${how}`;
      return { name, file, start: () => createLlamaContender({ name, modelPath: file, template }) };
    };
    return [entry('few-shot', FIXED), entry('nearest examples', nearest(choose))];
  };
  return [
    service('ours', 'embedded', true, reasoning),
    service('ours, code alone', 'embedded', true, false),
    service('ours, self-check off', 'embedded', false, reasoning),
    service('templates alone', 'template', true, reasoning),
    ...peers('SmolLM2-135M-Instruct', 'smollm2-135m-instruct-q4_1.gguf'),
    ...peers('Gemma 3 270M', 'gemma-3-270m-q4_k_m.gguf'),
  ];
}

export function comparedOf(name: string, bytes: number, results: readonly Result[]): Compared {
  const charges = results.map(({ answer }) => costOf(answer.seconds, RATE).charge / NANOS);
  return {
    name,
    megabytes: Math.round(bytes / 100_000) / 10,
    cases: results.length,
    right: shareOf(results.map(({ verdict }) => verdict.right)),
    levels: levelsOf(results),
    refusals: refusalsOf(results),
    latency: latencyOf(results),
    usd: Number((charges.reduce((sum, usd) => sum + usd, 0) / Math.max(1, charges.length)).toFixed(6)),
  };
}

const COLUMNS: readonly (readonly [title: string, cell: (one: Compared) => string])[] = [
  ['', ({ name }) => name],
  ['MB', ({ megabytes }) => (megabytes === 0 ? '' : megabytes.toFixed(1))],
  ['right (95 %)', ({ right }) => shareText(right)],
  ['code came (L0)', ({ levels }) => percentText(levels.L0)],
  ['Python (L1)', ({ levels }) => percentText(levels.L1)],
  ['BioQL calls (L2)', ({ levels }) => percentText(levels.L2)],
  ['all slots (L3)', ({ levels }) => percentText(levels.L3)],
  ['circuits (L4)', ({ levels }) => percentText(levels.L4)],
  ['refusals: precision', ({ refusals }) => percentText(refusals.precision)],
  ['refusals: recall', ({ refusals }) => percentText(refusals.recall)],
  ['machine s p50, p95', ({ latency }) => `${latency.machineP50}, ${latency.machineP95}`],
  ['answer there, ms p50, p95', ({ latency }) => `${latency.wallP50}, ${latency.wallP95}`],
  ['USD a request', ({ usd }) => usd.toFixed(6)],
];

/** The comparison for people. */
export const comparisonOf = (compared: readonly Compared[], sample: string): string =>
  `${[
    '# Comparison',
    `Written by \`npm run eval -- --compare\`: ${sample}, each asked of everybody in turn, one request at a time. \`training/README.md\` says how the others are asked.`,
    tableOf(
      COLUMNS.map(([title]) => title),
      compared.map((one) => COLUMNS.map(([, cell]) => cell(one))),
    ),
  ].join('\n\n')}\n`;

/** Asks the same cases of ours, of the templates and of generic models, case by case in turn, so that all meet the same machine. */
export async function compare(options: Options, cases: readonly Case[]): Promise<void> {
  const entries = entriesOf(options);
  const missing = entries.filter(({ file }) => file !== undefined && !existsSync(file));
  if (missing.length > 0)
    throw new Error(
      `missing ${missing.map(({ file }) => file).join(', ')}: training/peers.sh fetches the generic models`,
    );
  const started: Contender[] = [];
  const results = new Map<string, Result[]>(entries.map(({ name }) => [name, []]));
  try {
    for (const { start } of entries) started.push(await start());
    for (const item of cases) {
      for (const { name, ask } of started) {
        const answer = await ask(item.question);
        if (answer !== undefined) results.get(name)?.push({ item, answer, verdict: judge(item, answer) });
      }
    }
  } finally {
    for (const contender of started) await contender.stop();
  }
  const compared = entries.map(({ name, file }) =>
    comparedOf(name, file === undefined ? 0 : statSync(file).size, results.get(name) ?? []),
  );
  const { limit, seed, sets } = options;
  const sample = `${cases.length} cases of ${sets.join(', ')}${limit === undefined ? '' : ` (at most ${limit} a set, drawn with seed ${seed})`}`;
  const text = comparisonOf(compared, sample);
  console.log(text);
  if (options.out !== undefined) writeReport(options.out, { sets, limit, seed, compared }, text);
}
