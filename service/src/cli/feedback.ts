import { langOf } from '@bioql/language/request';
import type { Command } from 'commander';
import type { GivenFeedback } from '../domain/feedback.ts';
import { JSON_OPTION, type JsonOption, type OpenLedger, withLedger } from './arguments.ts';

/** A row to be reviewed. Words are in it only with consent; whose they are never is. */
const rowOf = ({ requestId, at, feature, source, rating, comment, shared }: GivenFeedback) => ({
  request_id: requestId,
  at,
  feature,
  source,
  rating,
  comment: comment ?? null,
  consent: shared !== undefined,
  ...(shared && { lang: langOf(shared.prompt), prompt: shared.prompt, code: shared.code }),
});

export function registerFeedbackCommands(program: Command, open: OpenLedger): void {
  program
    .command('feedback')
    .description('what people said of the answers')
    .command('export')
    .description(
      'write all feedback as lines of JSON, to be reviewed; training/README.md says how it joins the data set',
    )
    .option(...JSON_OPTION)
    .action(async (options: JsonOption) => {
      const rows = (await withLedger(open, (ledger) => ledger.listFeedback())).map(rowOf);
      const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      process.stdout.write(options.json ? `${JSON.stringify(rows, null, 2)}\n` : lines);
    });
}
