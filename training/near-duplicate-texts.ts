import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readProgram } from '@bioql/language/program';
import type { Text } from './near-duplicates.ts';

const HERE = fileURLToPath(new URL('./', import.meta.url));

function linesOf<Row>(file: string): readonly (readonly [place: string, row: Row])[] {
  return readFileSync(`${HERE}${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line, at) => [`${file}:${at + 1}`, JSON.parse(line) as Row] as const);
}

interface TrainingRow {
  readonly text: string;
  readonly algorithm?: string;
  readonly refuse?: string;
}

/** Every written phrasing, of requests and of the tasks. */
export const trainingTexts = (): Text[] =>
  globSync('dataset/phrasings/**/*.jsonl', { cwd: HERE })
    .sort()
    .flatMap((file) => linesOf<TrainingRow>(file))
    .map(([place, { text, algorithm, refuse }]) => ({ place, text, about: algorithm ?? refuse }));

interface Program {
  readonly program: string;
}

interface DevelopmentRow {
  readonly prompt?: string;
  readonly code?: string;
  readonly instruction?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly expect: Partial<Program> & { readonly refuse?: string; readonly calls?: readonly Program[] };
}

function aboutOf({ program, refuse, calls }: DevelopmentRow['expect']): string | undefined {
  const [only, ...others] = program === undefined ? (calls ?? []) : [{ program }];
  return refuse ?? (only === undefined || others.length > 0 ? undefined : readProgram(only.program)?.algorithm);
}

/** What a person wrote in words in a piece of code: its comments, and the first lines of its docstrings. */
const commentsOf = (code: string): string[] =>
  [...code.matchAll(/#\s*(.+)|^\s*(?:"""|''')(.+)/gm)].map(([, comment, text]) => comment ?? text ?? '');

/** Every text of every development set that a person wrote: prompts, wishes, comments. */
export const developmentTexts = (): Text[] =>
  globSync('dev/*.jsonl', { cwd: HERE })
    .sort()
    .flatMap((file) => linesOf<DevelopmentRow>(file))
    .flatMap(([place, { prompt, instruction, code = '', prefix = '', suffix = '', expect }]) =>
      [prompt, instruction, ...[code, prefix, suffix].flatMap(commentsOf)]
        .filter((text) => text !== undefined)
        .map((text) => ({ place, text, about: aboutOf(expect) })),
    );
