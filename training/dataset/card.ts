/**
 * Writes the data card: where the training data come from and what is in them.
 *
 *     node training/dataset/card.ts
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readReply } from '@bioql/language/exchange';
import { plain } from '@bioql/language/normalize';
import { rows } from './main.ts';

const FOLDER = fileURLToPath(new URL('./phrasings/', import.meta.url));
const CARD = new URL('../DATA_CARD.md', import.meta.url);
const SEED = 1;
const ROWS = 5000;

interface Written {
  readonly file: string;
  readonly text: string;
  readonly lang: string;
  readonly register: string;
  readonly algorithm?: string;
  readonly refuse?: string;
}

const written = (): Written[] =>
  globSync('**/*.jsonl', { cwd: FOLDER })
    .sort()
    .flatMap((file) =>
      readFileSync(`${FOLDER}${file}`, 'utf8')
        .trim()
        .split('\n')
        .map((line) => ({ ...(JSON.parse(line) as Written), file })),
    );

const kindOf = ({ file, refuse }: Written): string => {
  if (file === 'tasks/workflow.jsonl') return 'several runs';
  if (file === 'tasks/edits.jsonl') return 'a change to given code';
  return refuse === undefined ? 'one program' : 'a refusal';
};

const percent = (count: number, of: number): string => `${((100 * count) / of).toFixed(1)} %`;

/** How many there are of each, the most first. */
function table(title: string, values: readonly string[]): string {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length] as const);
  const lines = counts
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([value, count]) => `| ${value} | ${count} | ${percent(count, values.length)} |`);
  return [`| ${title} | count | share |`, '|---|---|---|', ...lines].join('\n');
}

interface Row {
  readonly task: string;
  readonly reply: readonly { readonly text?: string }[];
}

interface Made {
  readonly task: string;
  readonly outcome: string;
  readonly algorithms: readonly string[];
}

const TASKS: Readonly<Record<string, string>> = {
  generate: '`generate` (reasoning and code)',
  code: '`code` (code alone)',
  fix: '`fix` (given code mended or changed)',
};

function made(line: string): Made {
  const { task, reply } = JSON.parse(line) as Row;
  const read = readReply(reply[0]?.text ?? '');
  const outcome = read.outcome === 'completed' ? (read.calls.length === 1 ? 'one call' : 'several calls') : 'a refusal';
  const algorithms = read.outcome === 'completed' ? read.calls.map(({ program }) => program.algorithm) : [];
  return { task: TASKS[task] ?? task, outcome, algorithms };
}

/** The card as Markdown; a test holds the file to it. */
export function dataCard(): string {
  const all = written();
  const generated = [...rows(ROWS, SEED)].map(made);
  const requests = all.filter(({ algorithm }) => algorithm !== undefined);
  return `# Data card

Written by \`node training/dataset/card.ts\`; a test holds it to the data.

## Where it comes from

- **Phrasings**: ${all.length} prompts with marked slots (\`dataset/phrasings/\`), ${new Set(all.map(({ text }) => plain(text))).size} of them different, written one by one
  for this project by a language model in the voices of many people, by authors who did not see each other's. No text of any other data set, user, web page or product is in them.
- **Programs, reasoning and code**: computed by \`language/\`, never written by a model. Each is read back, checked against the limits of its
  backend and refused by the generator when it is not what its reader understands.
- **Names** that fill slots (molecules, proteins, diseases, machines) are facts in everyday use. DNA and protein sequences are drawn at random.
- **People**: none. There are no personal data and no usage data.
- **Licence**: Apache-2.0, like the rest of the repository.
- **Kept apart**: the development sets in \`dev/\` come from other authors. \`near-duplicates.ts\` compares every phrasing with every text of theirs
  (runs of 8 words, of 13 with values made equal, edit distance), as a test.

## What it cannot teach

Requests in other languages than English and Spanish; how real users of this product write, of whom there are none yet; other dialects
of BioQL than the one of \`language/\`.

## Written phrasings

${table('asks for', all.map(kindOf))}

${table(
  'language',
  all.map(({ lang }) => lang),
)}

${table(
  'register',
  all.map(({ register }) => register),
)}

${table(
  'algorithm (requests for one program)',
  requests.map(({ algorithm }) => `\`${algorithm}\``),
)}

${table(
  'refusal',
  all.flatMap(({ refuse }) => (refuse === undefined ? [] : [`\`${refuse}\``])),
)}

${table(
  'file',
  all.map(({ file }) => `\`${file}\``),
)}

## Generated rows

Of the first ${ROWS} rows of seed ${SEED} (\`node training/dataset/main.ts --count ${ROWS} --seed ${SEED} --out FILE\`, the same bytes everywhere):

${table(
  'task',
  generated.map(({ task }) => task),
)}

${table(
  'answer',
  generated.map(({ outcome }) => outcome),
)}

${table(
  'algorithm of a call',
  generated.flatMap(({ algorithms }) => algorithms).map((algorithm) => `\`${algorithm}\``),
)}
`;
}

if (import.meta.main) writeFileSync(CARD, dataCard());
