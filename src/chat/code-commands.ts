import { findCalls } from '@bioql/language/python';
import * as vscode from 'vscode';
import { trackTarget } from '../tracked-target.ts';

/** Puts code of an answer at the cursor of the Python file in front, else into a new one. */
export async function insertCode(code: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'python') {
    await openPython(code);
    return;
  }
  const { document, selection, options } = editor;
  const offset = document.offsetAt(selection.active);
  const target = trackTarget(document, { origin: 'cursor', from: offset, to: offset }, () => undefined);
  try {
    const unit = options.insertSpaces === false ? '\t' : ' '.repeat(Number(options.tabSize));
    if (!(await target.insert(code, unit)))
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The code could not be inserted: the file cannot be changed.'),
      );
  } finally {
    target.dispose();
  }
}

const openPython = async (content: string): Promise<vscode.TextDocument> => {
  const document = await vscode.workspace.openTextDocument({ language: 'python', content: `${content}\n` });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  return document;
};

/** Opens code of an answer as a file of its own, where it is not open, and runs its calls beside it. */
export async function runCode(code: string): Promise<void> {
  const open = vscode.workspace.textDocuments.find(
    (each) => each.languageId === 'python' && !each.isClosed && each.getText().includes(code),
  );
  const document = open ?? (await openPython(code));
  const offset = findCalls(document.getText())[0]?.from ?? 0;
  const command = findCalls(code).length > 1 ? 'bioql.runWorkflow' : 'bioql.runOnSimulator';
  await vscode.commands.executeCommand(command, { uri: document.uri.toString(), offset });
}

export const CHAT_SCHEME = 'bioql-chat';

/** Shows what an answer changed. */
export async function showDiff(before: string, after: string): Promise<void> {
  const uriOf = (text: string, name: string) =>
    vscode.Uri.from({ scheme: CHAT_SCHEME, path: `/${name}.py`, query: JSON.stringify(text) });
  const title = vscode.l10n.t('BioQL: before and after');
  await vscode.commands.executeCommand('vscode.diff', uriOf(before, 'before'), uriOf(after, 'after'), title);
}

export const shownText = ({ query }: vscode.Uri): string => JSON.parse(query) as string;
