import { readCode } from '@bioql/language/python';
import * as vscode from 'vscode';
import { LEAST_STEPS, stepsIn, type WorkflowAddress } from './workflow-at.ts';

/** Offers to run code of several calls that now ends at the cursor. */
export async function offerToRunAll(code: string): Promise<void> {
  const count = readCode(code)?.length ?? 0;
  const editor = vscode.window.activeTextEditor;
  if (count < LEAST_STEPS || editor === undefined) return;
  const { document, selection } = editor;
  const to = document.offsetAt(selection.active);
  const [first] = stepsIn(document, { from: 0, to }).slice(-count);
  if (first === undefined) return;
  const address: WorkflowAddress = { uri: document.uri.toString(), span: { from: first.from, to } };
  const runAll = vscode.l10n.t('Run All Steps');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} steps are in place. Run them on this computer, free, and compare?', count),
    runAll,
  );
  if (chosen === runAll) await vscode.commands.executeCommand('bioql.runWorkflow', address);
}
