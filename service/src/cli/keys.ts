import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { createApiKey, fingerprintOf } from '../domain/api-key.ts';
import type { ApiKeyRecord } from '../domain/ledger.ts';
import { accountNamed, emailArgument, JSON_OPTION, type JsonOption, type OpenLedger, withLedger } from './arguments.ts';
import { print, table } from './print.ts';

const shown = ({ prefix, lastFour }: ApiKeyRecord): string => `${prefix}…${lastFour}`;

const keyJson = (record: ApiKeyRecord) => ({
  id: record.id,
  name: record.name,
  key: shown(record),
  created_at: record.createdAt,
  revoked_at: record.revokedAt ?? null,
});

export function registerKeyCommands(program: Command, open: OpenLedger): void {
  const keys = program.command('keys').description('API keys of an account');

  keys
    .command('create <email>')
    .description('make an API key and show it, this once')
    .option('--name <name>', 'what the key is for', 'default')
    .option(...JSON_OPTION)
    .action(async (emailText: string, options: JsonOption & { name: string }) => {
      const email = emailArgument(emailText);
      const key = createApiKey(randomBytes);
      const record = await withLedger(open, async (ledger) => {
        const account = await accountNamed(ledger, email);
        return ledger.addKey(account.id, options.name, fingerprintOf(key));
      });
      const notice = `Keep this key: it is not stored and cannot be shown again. Its ID is ${record.id}.`;
      print(options, { ...keyJson(record), key }, () => `${key}\n${notice}`);
    });

  keys
    .command('list <email>')
    .description('show the API keys of an account')
    .option(...JSON_OPTION)
    .action(async (emailText: string, options: JsonOption) => {
      const email = emailArgument(emailText);
      const records = await withLedger(open, async (ledger) => ledger.listKeys((await accountNamed(ledger, email)).id));
      const rows = records.map((record) => [
        record.id,
        shown(record),
        record.name,
        record.createdAt.toISOString(),
        record.revokedAt?.toISOString() ?? '-',
      ]);
      print(options, records.map(keyJson), () => table(['ID', 'KEY', 'NAME', 'CREATED', 'REVOKED'], rows));
    });

  keys
    .command('revoke <id>')
    .description('refuse an API key from now on')
    .option(...JSON_OPTION)
    .action(async (id: string, options: JsonOption) => {
      const record = await withLedger(open, (ledger) => ledger.revokeKey(id));
      print(options, keyJson(record), () => `${shown(record)} is revoked.`);
    });
}
