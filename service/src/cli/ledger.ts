import type { Command } from 'commander';
import type { Difference } from '../domain/ledger.ts';
import { JSON_OPTION, type JsonOption, type OpenLedger, withLedger } from './arguments.ts';
import { print } from './print.ts';

const sentence = ({ code, subject, expected, found }: Difference): string =>
  `The book is wrong: ${subject} should be ${expected} nano-dollars but is ${found}. [${code}]`;

export function registerLedgerCommands(program: Command, open: OpenLedger): void {
  program
    .command('ledger')
    .description('the book of all money')
    .command('verify')
    .description('prove that the book is right; exit code 1 and the first difference when it is not')
    .option(...JSON_OPTION)
    .action(async (options: JsonOption) => {
      const differences = await withLedger(open, (ledger) => ledger.verify());
      const [first] = differences;
      const json = { ok: first === undefined, differences };
      print(options, json, () => (first === undefined ? 'The book is right.' : sentence(first)));
      if (first !== undefined) process.exitCode = 1;
    });
}
