import * as vscode from 'vscode';

/** Opens a new Python file whose comment asks for a program, with the cursor on it: Generate takes the comment as its start. */
export async function openExample(): Promise<void> {
  const content = `# ${vscode.l10n.t('a Bell state on the simulator with 1000 shots')}\n`;
  const document = await vscode.workspace.openTextDocument({ language: 'python', content });
  const end = document.lineAt(0).range.end;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end) });
}
