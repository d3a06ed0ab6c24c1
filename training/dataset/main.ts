/**
 * Writes the training data set as JSONL, one `{prompt, reply, task, instruction, reasoning, code}` a line.
 *
 *     node training/dataset/main.ts --count 40000 --seed 1 --out training/work/data/train.jsonl
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { END, promptParts, readReply, refusalText, replyText, type Task } from '@bioql/language/exchange';
import { type Example, example } from './example.ts';
import { withNoise } from './noise.ts';
import { type Phrasing, readPhrasings } from './phrasing.ts';
import { createRandom, type Random } from './random.ts';

const REFUSAL_SHARE = 0.12;
const CODE_ALONE_SHARE = 0.25;

function reply({ answer, lang }: Example, task: Task): string {
  const text = 'refuse' in answer ? refusalText(answer.refuse, lang) : replyText(task, answer.call, lang, answer.note);
  if (readReply(text).outcome === 'unreadable') throw new Error(`the reader refuses its own reply: ${text}`);
  return text;
}

/** The rows of the data set, reproducible to the byte from the seed. */
export function* rows(count: number, seed: number): Generator<string> {
  const random = createRandom(seed);
  const phrasings = readPhrasings();
  const refusals = phrasings.filter(({ refuse }) => refuse !== undefined);
  const kinds = [...Map.groupBy(phrasings, ({ algorithm }) => algorithm)]
    .filter(([kind]) => kind !== undefined)
    .map(([, group]) => group);
  for (let made = 0; made < count; made += 1) yield row(pick(random, refusals, kinds), random);
}

const pick = (random: Random, refusals: readonly Phrasing[], kinds: readonly Phrasing[][]): Phrasing =>
  random.chance(REFUSAL_SHARE) ? random.pick(refusals) : random.pick(random.pick(kinds));

function row(phrasing: Phrasing, random: Random): string {
  const made = example(phrasing, random);
  const instruction = withNoise(made.prompt, random);
  const task: Task = random.chance(CODE_ALONE_SHARE) ? 'code' : 'generate';
  const text = reply(made, task);
  const read = readReply(text);
  return JSON.stringify({
    prompt: promptParts(task, instruction),
    reply: [{ text }, { special: END }],
    task,
    instruction,
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
