import { importsQuantum, withoutImport } from '@bioql/language/imports';
import * as vscode from 'vscode';
import { insertionOf } from './core/insertion.ts';
import { moved, type Target } from './core/target.ts';
import { textBefore } from './language-features/python-text.ts';

/** A place for code that stays right while the document changes. */
export interface TrackedTarget extends vscode.Disposable {
  /** Puts the code there, as one step of undo. */
  insert(code: string, unit: string): Promise<boolean>;
}

export function trackTarget(
  document: vscode.TextDocument,
  start: Target,
  onMove: (line: number) => void,
): TrackedTarget {
  let target = start;
  const listener = vscode.workspace.onDidChangeTextDocument((event) => {
    if (event.document !== document || event.contentChanges.length === 0) return;
    const changes = event.contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      from: rangeOffset,
      to: rangeOffset + rangeLength,
      text,
    }));
    target = moved(target, changes);
    onMove(document.positionAt(target.to).line);
  });
  return {
    async insert(code, unit) {
      const before = textBefore(document);
      const own = importsQuantum(before, before.length) ? withoutImport(code) : code;
      const { from, to, text } = insertionOf(document.getText(), target, own, unit);
      const start = document.positionAt(from);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(start, document.positionAt(to)), text);
      if (!(await vscode.workspace.applyEdit(edit))) return false;
      await placeCursor(document, start, text);
      return true;
    },
    dispose: () => listener.dispose(),
  };
}

async function placeCursor(document: vscode.TextDocument, start: vscode.Position, text: string): Promise<void> {
  const last = start.line + text.split('\n').length - 1;
  const editor = await vscode.window.showTextDocument(document);
  const end = document.lineAt(last).range.end;
  editor.selection = new vscode.Selection(end, end);
  editor.revealRange(new vscode.Range(start, end));
}
