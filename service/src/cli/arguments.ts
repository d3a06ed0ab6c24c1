import { parseEmail } from '../domain/email.ts';
import type { Account, Ledger } from '../domain/ledger.ts';
import { type NanoUsd, parseUsd } from '../domain/money.ts';
import { InputError } from './program.ts';

export type OpenLedger = () => Promise<Ledger>;

export type JsonOption = { readonly json?: true };

export const JSON_OPTION = ['--json', 'print JSON'] as const;

export function emailArgument(text: string): string {
  const email = parseEmail(text);
  if (email === undefined) throw new InputError('email_invalid', `"${text}" is not an e-mail address.`);
  return email;
}

export function usdArgument(text: string): NanoUsd {
  const amount = parseUsd(text);
  if (amount !== undefined) return amount;
  throw new InputError('amount_invalid', `"${text}" is not an amount of dollars such as 10 or 2.50.`);
}

export function creditArgument(text: string): NanoUsd {
  const amount = usdArgument(text);
  if (amount === 0) throw new InputError('amount_invalid', 'A credit must be more than zero.');
  return amount;
}

export async function withLedger<Result>(open: OpenLedger, work: (ledger: Ledger) => Promise<Result>): Promise<Result> {
  const ledger = await open();
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

export async function accountNamed(ledger: Ledger, email: string): Promise<Account> {
  const account = await ledger.findAccount(email);
  if (account === undefined) throw new InputError('account_unknown', `There is no account ${email}.`);
  return account;
}
