/**
 * Asks a running service every prompt of the development set and counts the right answers.
 *
 *     node training/evaluate/main.ts [--set FILE.jsonl] [--model FILE.gguf] [--engine template] [--temperature 0] [--code-only] [--out FILE.json] [--wrong]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { GenerateResponse } from '@bioql/contract/generate';
import { explainCalls } from '@bioql/language/call';
import { readCode } from '@bioql/language/python';
import { startService } from '../../service/test/service-process.ts';
import { wilson } from './wilson.ts';

interface Case {
  readonly lang: string;
  readonly register: string;
  readonly prompt: string;
  readonly expect:
    | { readonly program: string; readonly backend: string; readonly shots: number }
    | { readonly refuse: string };
}

const DEMO_KEY = 'bioql_test_870ce7ae';
const { values: options } = parseArgs({
  options: {
    set: { type: 'string', default: fileURLToPath(new URL('../dev/generate.jsonl', import.meta.url)) },
    model: { type: 'string' },
    engine: { type: 'string', default: 'embedded' },
    temperature: { type: 'string', default: '0' },
    'code-only': { type: 'boolean', default: false },
    out: { type: 'string' },
    wrong: { type: 'boolean', default: false },
  },
});

const CASES = readFileSync(options.set, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

async function ask(url: string, prompt: string): Promise<GenerateResponse> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      api_key: DEMO_KEY,
      prompt,
      include_reasoning: !options['code-only'],
      temperature: Number(options.temperature),
    }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as GenerateResponse;
}

interface Judged {
  readonly right: boolean;
  /** Whether the reasoning states what the code runs; `undefined` when there is none. */
  readonly agrees: boolean | undefined;
}

function judge({ expect }: Case, answer: GenerateResponse): Judged {
  if ('refuse' in expect) return { right: answer.refusal?.reason === expect.refuse, agrees: undefined };
  const [call] = answer.program;
  const right = call?.program === expect.program && call.backend === expect.backend && call.shots === expect.shots;
  const read = readCode(answer.code);
  const agrees =
    read === undefined || answer.reasoning === ''
      ? undefined
      : (['en', 'es'] as const).some((lang) => answer.reasoning.endsWith(explainCalls(read, lang)));
  return { right, agrees };
}

const kindOf = ({ expect }: Case): string =>
  'refuse' in expect
    ? expect.refuse === 'out_of_scope'
      ? 'refuse: out of scope'
      : 'refuse: invalid'
    : ([
        ['Bell', 'bell'],
        ['GHZ', 'ghz'],
        ['inverse', 'iqft'],
        ['Fourier', 'qft'],
        ['Grover', 'grover'],
        ['superposition', 'superposition'],
      ].find(([word]) => expect.program.includes(word as string))?.[1] ?? 'other');

const median = (values: number[], at: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * at)] ?? 0;

const dataDir = mkdtempSync(join(tmpdir(), 'bioql-eval-'));
const service = await startService({
  BIOQL_DATA_DIR: dataDir,
  BIOQL_ENGINE: options.engine,
  ...(options.model && { BIOQL_MODEL: options.model }),
});
const slices = new Map<string, { right: number; of: number }>();
const count = (slice: string, right: boolean): void => {
  const old = slices.get(slice) ?? { right: 0, of: 0 };
  slices.set(slice, { right: old.right + Number(right), of: old.of + 1 });
};
const seconds: number[] = [];
const sources: Record<string, number> = {};
let model = '';
try {
  for (const item of CASES) {
    const answer = await ask(service.url, item.prompt);
    const { right, agrees } = judge(item, answer);
    seconds.push(answer.timing.total_seconds);
    sources[answer.source] = (sources[answer.source] ?? 0) + 1;
    if (answer.source === 'model') model = answer.model;
    count('all', right);
    count('refuse' in item.expect ? 'refusals' : 'answers', right);
    count(`language: ${item.lang}`, right);
    count(`register: ${item.register}`, right);
    count(`kind: ${kindOf(item)}`, right);
    if (agrees !== undefined) count('reasoning agrees with the code', agrees);
    if (!('refuse' in item.expect) && item.expect.backend === 'simulator')
      count(
        'no hardware unless asked',
        answer.program.every(({ backend }) => backend === 'simulator'),
      );
    if (options.wrong && !right)
      console.log(JSON.stringify({ ...item, got: answer.refusal?.reason ?? answer.program[0] }));
  }
} finally {
  await service.stop();
  rmSync(dataDir, { recursive: true });
}

const rows = [...slices]
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([slice, { right, of }]) => {
    const [low, high] = wilson(right, of);
    return { slice, right, of, percent: (100 * right) / of, low, high };
  });
for (const { slice, right, of, percent, low, high } of rows) {
  console.log(
    `${slice.padEnd(34)} ${String(right).padStart(4)}/${String(of).padEnd(4)} ${percent.toFixed(1).padStart(6)} %  [${low.toFixed(1)}, ${high.toFixed(1)}]`,
  );
}
console.log(
  `machine seconds p50 ${median(seconds, 0.5).toFixed(3)}, p95 ${median(seconds, 0.95).toFixed(3)}; answered by ${JSON.stringify(sources)}`,
);
if (options.out !== undefined) {
  const report = {
    model,
    engine: options.engine,
    temperature: Number(options.temperature),
    reasoning: !options['code-only'],
    prompts: CASES.length,
    sources,
    slices: rows,
  };
  writeFileSync(options.out, `${JSON.stringify(report, null, 2)}\n`);
}
