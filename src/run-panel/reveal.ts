import * as vscode from 'vscode';

/** Shows and selects a stretch of a document where it is open already, else in the first column; the focus stays where it is. */
export async function reveal(document: vscode.TextDocument, [from, to]: readonly [number, number]): Promise<void> {
  const range = new vscode.Range(document.positionAt(from), document.positionAt(to));
  const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
  if (editor !== undefined) {
    // The cursor at the start, so that a long line is not scrolled to its end.
    editor.selection = new vscode.Selection(range.end, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  const viewColumn = columnOf(document.uri) ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true, selection: range });
}

/** Where the document has a tab, even one behind others. */
const columnOf = (uri: vscode.Uri): vscode.ViewColumn | undefined =>
  vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  )?.viewColumn;
