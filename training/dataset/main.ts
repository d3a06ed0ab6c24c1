/**
 * Writes the training data set as JSONL, one `{prompt, reply, task, instruction, reasoning, code}` a line.
 *
 *     node training/dataset/main.ts --count 40000 --seed 1 --out training/work/data/train.jsonl
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { END, promptParts, readReply, refusalText, replyText, type Task } from '@bioql/language/exchange';
import { createRandom, type Random } from '@bioql/language/random';
import { byProgram } from './by-program.ts';
import { type Example, example } from './example.ts';
import { type Phrasing, readPhrasings } from './phrasing.ts';

const REFUSAL_SHARE = 0.07;
/** Plain requests are what most people type, so they come more often than their number. */
const PLAIN_SHARE = 0.2;
const PROGRAM_SHARE = 0.03;
const CODE_ALONE_SHARE = 0.25;

function reply({ answer, lang }: Example, task: Task): string {
  const text = 'refuse' in answer ? refusalText(answer.refuse, lang) : replyText(task, answer.call, lang, answer.note);
  if (readReply(text).outcome === 'unreadable') throw new Error(`the reader refuses its own reply: ${text}`);
  return text;
}

interface Pools {
  readonly refusals: readonly Phrasing[];
  /** Requests in the plainest words, by algorithm. */
  readonly plain: readonly Phrasing[][];
  /** All other requests, by algorithm. */
  readonly varied: readonly Phrasing[][];
}

const byAlgorithm = (phrasings: readonly Phrasing[]): Phrasing[][] => [
  ...Map.groupBy(phrasings, ({ algorithm }) => algorithm).values(),
];

function poolsOf(phrasings: readonly Phrasing[]): Pools {
  const requests = phrasings.filter(({ algorithm }) => algorithm !== undefined);
  return {
    refusals: phrasings.filter(({ refuse }) => refuse !== undefined),
    plain: byAlgorithm(requests.filter(({ register }) => register === 'plain')),
    varied: byAlgorithm(requests.filter(({ register }) => register !== 'plain')),
  };
}

function pick({ refusals, plain, varied }: Pools, random: Random): Phrasing {
  if (random.chance(REFUSAL_SHARE)) return random.pick(refusals);
  if (random.chance(PROGRAM_SHARE)) return random.pick(byProgram);
  return random.pick(random.pick(random.chance(PLAIN_SHARE) ? plain : varied));
}

/** The rows of the data set, reproducible to the byte from the seed. */
export function* rows(count: number, seed: number): Generator<string> {
  const random = createRandom(seed);
  const pools = poolsOf(readPhrasings());
  for (let made = 0; made < count; made += 1) yield row(pick(pools, random), random);
}

function row(phrasing: Phrasing, random: Random): string {
  const made = example(phrasing, random);
  const task: Task = random.chance(CODE_ALONE_SHARE) ? 'code' : 'generate';
  const text = reply(made, task);
  const read = readReply(text);
  return JSON.stringify({
    prompt: promptParts(task, made.prompt),
    reply: [{ text }, { special: END }],
    task,
    instruction: made.prompt,
    reasoning: read.outcome === 'completed' ? read.reasoning : '',
    code: read.outcome === 'completed' ? read.code : '',
  });
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '40000' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  });
  if (values.out === undefined) throw new TypeError('--out FILE is missing');
  mkdirSync(dirname(values.out), { recursive: true });
  const lines = [...rows(Number(values.count), Number(values.seed))];
  writeFileSync(`${values.out}.part`, `${lines.join('\n')}\n`);
  renameSync(`${values.out}.part`, values.out);
  console.log(`${lines.length} examples in ${values.out}`);
}
