import type { Command } from 'commander';
import { usdText, wireUsd, ZERO } from '../domain/money.ts';
import {
  creditArgument,
  emailArgument,
  JSON_OPTION,
  type JsonOption,
  type OpenLedger,
  usdArgument,
  withLedger,
} from './arguments.ts';
import { print, table } from './print.ts';

export function registerAccountCommands(program: Command, open: OpenLedger): void {
  const accounts = program.command('accounts').description('prepaid accounts');

  accounts
    .command('create <email>')
    .description('make an account')
    .option('--credit <usd>', 'its first credit')
    .option(...JSON_OPTION)
    .action(async (emailText: string, options: JsonOption & { credit?: string }) => {
      const email = emailArgument(emailText);
      const credit = options.credit === undefined ? ZERO : usdArgument(options.credit);
      const { id } = await withLedger(open, (ledger) => ledger.createAccount(email, credit));
      print(options, { id, email, balance: wireUsd(credit) }, () => `${email} has USD ${usdText(credit)}.`);
    });

  accounts
    .command('list')
    .description('show every account and its balance')
    .option(...JSON_OPTION)
    .action(async (options: JsonOption) => {
      const all = await withLedger(open, (ledger) => ledger.listAccounts());
      const json = all.map(({ id, email, createdAt, balance }) => ({
        id,
        email,
        created_at: createdAt,
        balance: wireUsd(balance),
      }));
      const rows = all.map(({ email, balance, createdAt }) => [email, usdText(balance), createdAt.toISOString()]);
      print(options, json, () => table(['EMAIL', 'BALANCE USD', 'CREATED'], rows));
    });

  accounts
    .command('credit <email> <usd>')
    .description('add money to an account')
    .option(...JSON_OPTION)
    .action(async (emailText: string, usd: string, options: JsonOption) => {
      const email = emailArgument(emailText);
      const amount = creditArgument(usd);
      const balance = await withLedger(open, (ledger) => ledger.credit(email, amount));
      print(options, { email, balance: wireUsd(balance) }, () => `${email} has USD ${usdText(balance)}.`);
    });
}
