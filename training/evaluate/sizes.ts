/**
 * Fills the table of sizes: asks the same cases of the service with each model file in turn.
 *
 *     node training/evaluate/sizes.ts [--set generate]... [--limit N [--seed 1]] [--code-only] A.gguf B.gguf ... > table.md
 */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { GgufFileType, readGgufFileInfo } from 'node-llama-cpp';
import { type Case, casesOf } from './case.ts';
import { tableOf } from './markdown.ts';
import { readOptions } from './options.ts';
import { runCases } from './run.ts';
import { startServiceContender } from './service-contender.ts';
import { percentText, quantile, shareOf, shareText } from './share.ts';
import { hardwareOf, levelsOf, type Result, refusalsOf } from './slices.ts';

interface Shape {
  readonly layers: number;
  readonly vocabulary: number;
  /** Millions. */
  readonly parameters: number;
  readonly quantisation: string;
}

async function shapeOf(file: string): Promise<Shape> {
  const { architectureMetadata, metadata, fullTensorInfo = [] } = await readGgufFileInfo(file, { logWarnings: false });
  const parameters = fullTensorInfo.reduce(
    (sum, { dimensions }) => sum + dimensions.map(Number).reduce((a, b) => a * b, 1),
    0,
  );
  return {
    layers: Number(architectureMetadata.block_count),
    vocabulary: metadata.tokenizer.ggml.tokens.length,
    parameters: Math.round(parameters / 100_000) / 10,
    quantisation: GgufFileType[metadata.general.file_type ?? -1]?.replace('MOSTLY_', '') ?? 'unknown',
  };
}

/** One line of the table. */
export function rowOf(file: string, megabytes: number, shape: Shape, results: readonly Result[]): string[] {
  const answers = results
    .map(({ answer }) => answer)
    .filter(({ source, seconds }) => source === 'model' && seconds > 0);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const speed = sum(answers.map(({ tokens }) => tokens)) / sum(answers.map(({ seconds }) => seconds));
  const { precision, recall } = refusalsOf(results);
  return [
    file,
    String(shape.layers),
    String(shape.vocabulary),
    `${shape.parameters} M`,
    shape.quantisation,
    megabytes.toFixed(1),
    shareText(shareOf(results.map(({ verdict }) => verdict.right))),
    percentText(levelsOf(results).L5),
    percentText(precision),
    percentText(recall),
    percentText(hardwareOf(results)),
    answers.length === 0 ? '' : speed.toFixed(0),
    quantile(
      results.map(({ answer }) => answer.seconds),
      0.5,
    ).toFixed(2),
  ];
}

const HEAD = [
  'file',
  'layers',
  'vocabulary',
  'parameters',
  'quantisation',
  'MB',
  'right (95 %)',
  'reasoning agrees',
  'refusals: precision',
  'refusals: recall',
  'no hardware unless asked',
  'tokens/s, prompt included',
  'machine s p50',
];

async function measure(file: string, cases: readonly Case[], reasoning: boolean): Promise<string[]> {
  const shape = await shapeOf(file);
  const service = await startServiceContender({
    name: file,
    engine: 'embedded',
    model: file,
    selfCheck: true,
    reasoning,
    temperature: 0,
  });
  try {
    const results = (await runCases(service, cases)) ?? [];
    return rowOf(basename(file), statSync(file).size / 1e6, shape, results);
  } finally {
    await service.stop();
  }
}

if (import.meta.main) {
  const files = process.argv.slice(2).filter((argument) => argument.endsWith('.gguf'));
  const options = readOptions(
    process.argv.slice(2).filter((argument) => !files.includes(argument)),
    ['generate'],
  );
  const cases = casesOf(options);
  const rows: string[][] = [];
  for (const file of files) rows.push(await measure(file, cases, options.reasoning));
  console.log(tableOf(HEAD, rows));
}
