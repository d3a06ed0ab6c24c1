import { explain } from '@bioql/language/explain';
import { explanationMarkdown } from '@bioql/language/explain-text';
import { entryOf, readProgram, writeProgram } from '@bioql/language/program';
import * as vscode from 'vscode';
import { understoodCallAt } from './call-at.ts';
import { displayLang } from './display-lang.ts';

export const EXPLAIN_SCHEME = 'bioql-explain';

/** Shows a call in words beside the code. */
export async function explainCode(argument: unknown): Promise<void> {
  const place = await understoodCallAt(argument);
  if (place === undefined) return;
  const { name, program, backend, shots } = place.call;
  const query: Query = { name, program: writeProgram(program), backend, shots };
  const path = `/${entryOf(program).title[displayLang()]}.md`;
  const uri = vscode.Uri.from({ scheme: EXPLAIN_SCHEME, path, query: JSON.stringify(query) });
  await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
}

/** The whole call is in the address of its explanation, so that one still opens when the window is opened again. */
interface Query {
  readonly name: string;
  readonly program: string;
  readonly backend: string;
  readonly shots: number;
}

export function explanationAt(uri: vscode.Uri): string {
  const query = JSON.parse(uri.query) as Query;
  const program = readProgram(query.program);
  return program === undefined ? '' : explanationMarkdown(explain({ ...query, program }, displayLang()));
}
