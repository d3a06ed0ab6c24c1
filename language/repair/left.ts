import type { Sentence } from '../algorithm.ts';
import { checkCall } from '../call.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnoseFile } from '../diagnostics.ts';
import type { CallSite, PythonFile } from '../python.ts';
import type { Block } from './block.ts';
import { circuitBlock } from './circuit.ts';
import { databaseBlock } from './database.ts';
import { hasNoProgram } from './program-text.ts';
import { type Statement, statementsOf } from './statements.ts';

/** What a person, or a model, must look at: one call, or a block of foreign code. */
export type Left = {
  readonly from: number;
  readonly to: number;
  /** The text that a model reads. */
  readonly says: string;
  readonly message: Sentence;
} & ({ readonly kind: 'call'; readonly site: CallSite } | { readonly kind: 'block'; readonly block: Block });

const BLOCK_MESSAGE: Sentence = {
  en: 'It is not clear which program this code asks for.',
  es: 'No está claro qué programa pide este código.',
};
const CALL_MESSAGE: Sentence = {
  en: 'This call is not understood.',
  es: 'Esta llamada no se entiende.',
};

/** The blocks of foreign code in a file. */
export const blocksOf = (file: PythonFile): Block[] =>
  [databaseBlock(file), circuitBlock(file)].flatMap((block) => block ?? []);

const isError = ({ severity, code }: Diagnostic): boolean => severity === 'error' && code !== 'missing-import';

/** Everything in a text that is still wrong. */
export function leftIn(file: PythonFile): Left[] {
  const errors = diagnoseFile(file).filter(isError);
  const blocks = blocksOf(file).map(
    (block): Left => ({
      kind: 'block',
      from: block.from,
      to: block.to,
      says: block.says,
      message: BLOCK_MESSAGE,
      block,
    }),
  );
  const statements = statementsOf(file);
  const calls = file.calls.flatMap((site): Left[] => {
    const own = errors.find(({ from, to }) => from < site.to && site.from < to);
    const broken =
      own !== undefined || hasNoProgram(site) || (site.call !== undefined && checkCall(site.call) !== undefined);
    if (!broken || blocks.some(({ from, to }) => from <= site.from && site.to <= to)) return [];
    return [leftOf(site, file, statements, own?.message ?? CALL_MESSAGE)];
  });
  return [...blocks, ...calls].sort((a, b) => a.from - b.from);
}

/** One call as something to look at, with its statement and the comment above it where the program does not say it all. */
export function leftOf(
  site: CallSite,
  { source, comments }: PythonFile,
  statements: readonly Statement[],
  message = CALL_MESSAGE,
): Left {
  const statement = statements.find(({ from, to }) => from <= site.from && site.from < to);
  const from = statement !== undefined && site.from - statement.from < 80 ? statement.from : site.from;
  const to = Math.max(site.to, site.from);
  const comment =
    site.program === undefined
      ? comments.findLast((span) => span.to <= from && /^\s*$/.test(source.slice(span.to, from)))
      : undefined;
  const above = comment === undefined ? '' : `${source.slice(comment.from, comment.to)}\n`;
  return { kind: 'call', from, to, says: above + source.slice(from, to), message, site };
}
