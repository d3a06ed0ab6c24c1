import type { Call } from '@bioql/language/call';
import { explain } from '@bioql/language/explain';
import { explanationMarkdown } from '@bioql/language/explain-text';
import { explainWorkflow } from '@bioql/language/explain-workflow';
import { entryOf, readProgram, writeProgram } from '@bioql/language/program';
import * as vscode from 'vscode';
import { isCallAddress, understoodCallAt } from './call-at.ts';
import { displayLang } from './display-lang.ts';
import { LEAST_STEPS, selectedPlace } from './workflow/workflow-at.ts';

export const EXPLAIN_SCHEME = 'bioql-explain';

/** Shows a call in words beside the code; several that are selected, step by step and compared. */
export async function explainCode(argument: unknown): Promise<void> {
  const selected = isCallAddress(argument) ? [] : selectedCalls();
  if (selected.length >= LEAST_STEPS)
    return show(`/${vscode.l10n.t('{0} steps', selected.length)}.md`, selected.map(queryOf));
  const place = await understoodCallAt(argument);
  if (place === undefined) return;
  await show(`/${entryOf(place.call.program).title[displayLang()]}.md`, [queryOf(place.call)]);
}

async function show(path: string, calls: readonly Query[]): Promise<void> {
  const uri = vscode.Uri.from({ scheme: EXPLAIN_SCHEME, path, query: JSON.stringify(calls) });
  await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
}

function selectedCalls(): Call[] {
  const editor = vscode.window.activeTextEditor;
  return editor === undefined ? [] : selectedPlace(editor).sites.flatMap(({ call }) => call ?? []);
}

const queryOf = ({ name, program, backend, shots }: Call): Query => ({
  name,
  program: writeProgram(program),
  backend,
  shots,
});

/** One call, or each of several, is whole in the address of its explanation, so that it still opens when the window is opened again. */
interface Query {
  readonly name: string;
  readonly program: string;
  readonly backend: string;
  readonly shots: number;
}

export function explanationAt(uri: vscode.Uri): string {
  const calls = [JSON.parse(uri.query) as Query | readonly Query[]].flat().flatMap((query) => {
    const program = readProgram(query.program);
    return program === undefined ? [] : [{ ...query, program }];
  });
  const [only, ...more] = calls;
  if (only === undefined) return '';
  return explanationMarkdown(more.length === 0 ? explain(only, displayLang()) : explainWorkflow(calls, displayLang()));
}
