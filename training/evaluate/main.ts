/**
 * Asks the service every case of the development sets over HTTP, and judges what comes back: `training/README.md` says how.
 *
 *     npm run eval -- [--set generate]... [--model FILE.gguf] [--engine template] [--limit N [--seed 1]] [--self-check off] [--code-only]
 *                     [--temperature 0] [--out FILE.json] [--wrong FILE.jsonl]
 *     npm run eval -- --compare [--set generate] [--limit 120] [--out FILE.json]
 */
import { basename } from 'node:path';
import { readConfig } from '../../service/src/config.ts';
import { casesOf } from './case.ts';
import { compare } from './compare.ts';
import { markdownOf, summaryOf } from './markdown.ts';
import { type Options, readOptions } from './options.ts';
import { reportOf } from './report.ts';
import { runCases } from './run.ts';
import { startServiceContender } from './service-contender.ts';
import type { Result } from './slices.ts';
import { writeReport, writeWrong } from './write.ts';

/** What answered: the model file that the service loads, or the template. */
const engineName = ({ engine, model }: Options): string =>
  engine === 'template'
    ? 'template'
    : basename(readConfig({ ...process.env, ...(model && { BIOQL_MODEL: model }) }).modelPath);

async function evaluate(options: Options): Promise<void> {
  const service = await startServiceContender({ name: 'service', ...options });
  const sets = new Map<string, Result[] | undefined>();
  try {
    for (const set of options.sets) sets.set(set, await runCases(service, casesOf({ ...options, sets: [set] })));
  } finally {
    await service.stop();
  }
  const { engine, selfCheck, reasoning, temperature, limit, seed } = options;
  const facts = { model: engineName(options), engine, selfCheck, reasoning, temperature, limit, seed };
  const report = reportOf(facts, sets);
  console.log(summaryOf(report));
  if (options.out !== undefined) writeReport(options.out, report, markdownOf(report));
  if (options.wrong !== undefined)
    writeWrong(
      options.wrong,
      [...sets.values()].flatMap((results) => results ?? []),
    );
}

const options = readOptions(process.argv.slice(2));
await (options.compare ? compare(options, casesOf(options)) : evaluate(options));
