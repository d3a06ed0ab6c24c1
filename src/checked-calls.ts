import { type Diagnostic, diagnose } from '@bioql/language/diagnostics';
import { type CallSite, findCalls } from '@bioql/language/python';
import * as vscode from 'vscode';
import { displayLang } from './display-lang.ts';

/** What the diagnostics say of code of several calls. */
export interface CheckedCalls {
  readonly ok: boolean;
  readonly sentences: readonly string[];
}

/** Checks each call; a single call needs no word on it. */
export function checkCalls(code: string): CheckedCalls | undefined {
  const calls = findCalls(code);
  if (calls.length < 2) return undefined;
  const found = diagnose(code);
  const remarks = calls.flatMap((call, at) => remarksOn(call, found).map((remark) => ({ ...remark, step: at + 1 })));
  const ok = remarks.every(({ severity }) => severity === 'information');
  const verdict = ok
    ? vscode.l10n.t('{0} calls checked: each one can run.', calls.length)
    : vscode.l10n.t('{0} calls checked: not all of them can run.', calls.length);
  const sentences = remarks.map(({ step, message }) => vscode.l10n.t('Step {0}: {1}', step, message[displayLang()]));
  return { ok, sentences: [verdict, ...sentences] };
}

const remarksOn = ({ from, to }: CallSite, all: readonly Diagnostic[]): Diagnostic[] =>
  all.filter((diagnostic) => diagnostic.from >= from && diagnostic.to <= to);
