import * as vscode from 'vscode';

const SHOWN = 'bioql.walkthroughShown';
const WALKTHROUGH = 'bioql.bioql-assistant#bioql.start';

/**
 * Opens the walkthrough at the first start and never again. VS Code's own setting for walkthroughs is obeyed, and a
 * person who is typing keeps the keyboard.
 */
export async function openWalkthroughOnce(memory: vscode.Memento): Promise<void> {
  if (memory.get<boolean>(SHOWN) === true) return;
  const wanted = vscode.workspace.getConfiguration('workbench').get<boolean>('welcomePage.walkthroughs.openOnInstall');
  if (wanted === false) return;
  await memory.update(SHOWN, true);
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, { inactive: true });
}
