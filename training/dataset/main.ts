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
import { brokenExample } from './broken.ts';
import { byProgram } from './by-program.ts';
import { type EditPhrasing, editExample, readEdits } from './edit.ts';
import { type Example, example } from './example.ts';
import { type Phrasing, readPhrasings } from './phrasing.ts';
import { joined, readWorkflows, type WorkflowPhrasing, workflowExample } from './workflow.ts';

/** How often each kind of row comes; the rest asks for one program. */
const WORKFLOW_SHARE = 0.09;
const JOINED_SHARE = 0.03;
const EDIT_SHARE = 0.07;
const BROKEN_SHARE = 0.04;
const REFUSAL_SHARE = 0.09;
/** Plain requests are what most people type, so they come more often than their number. */
const PLAIN_SHARE = 0.2;
const PROGRAM_SHARE = 0.03;
/** The code alone is shorter, so that more of what people say is seen in the same time. */
const CODE_ALONE_SHARE = 0.55;

function reply({ answer, lang }: Example, task: Task): string {
  const text = 'refuse' in answer ? refusalText(answer.refuse, lang) : replyText(task, answer.calls, lang, answer.note);
  if (readReply(text).outcome === 'unreadable') throw new Error(`the reader refuses its own reply: ${text}`);
  return text;
}

interface Pools {
  readonly refusals: readonly Phrasing[];
  /** Requests in the plainest words, by algorithm. */
  readonly plain: readonly Phrasing[][];
  /** All other requests, by algorithm. */
  readonly varied: readonly Phrasing[][];
  readonly workflows: readonly WorkflowPhrasing[];
  readonly edits: readonly EditPhrasing[];
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
    workflows: readWorkflows(),
    edits: readEdits(),
  };
}

function pick({ refusals, plain, varied }: Pools, random: Random): Phrasing {
  if (random.chance(REFUSAL_SHARE)) return random.pick(refusals);
  if (random.chance(PROGRAM_SHARE)) return random.pick(byProgram);
  return random.pick(random.pick(random.chance(PLAIN_SHARE) ? plain : varied));
}

/** Two requests that go together. */
function joinedExample(pools: Pools, random: Random): Example {
  const both = joined(example(pick(pools, random), random), example(pick(pools, random), random), random);
  return both ?? joinedExample(pools, random);
}

/** The next example, and the task that it is for. */
function draw(pools: Pools, random: Random): readonly [Task, Example] {
  const asked = (): Task => (random.chance(CODE_ALONE_SHARE) ? 'code' : 'generate');
  const kind = random.next();
  if (kind < WORKFLOW_SHARE) return [asked(), workflowExample(random.pick(pools.workflows), random)];
  if (kind < WORKFLOW_SHARE + JOINED_SHARE) return [asked(), joinedExample(pools, random)];
  if (kind < WORKFLOW_SHARE + JOINED_SHARE + EDIT_SHARE) return ['fix', editExample(random.pick(pools.edits), random)];
  if (kind < WORKFLOW_SHARE + JOINED_SHARE + EDIT_SHARE + BROKEN_SHARE)
    return ['fix', brokenExample(random.pick(random.pick(pools.varied)), random)];
  return [asked(), example(pick(pools, random), random)];
}

/** The rows of the data set, reproducible to the byte from the seed. */
export function* rows(count: number, seed: number): Generator<string> {
  const random = createRandom(seed);
  const pools = poolsOf(readPhrasings());
  for (let made = 0; made < count; made += 1) yield row(draw(pools, random));
}

function row([task, made]: readonly [Task, Example]): string {
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
