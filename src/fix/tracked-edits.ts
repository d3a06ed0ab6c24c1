import type { TextEdit } from '@bioql/language/diagnostics';
import * as vscode from 'vscode';
import { shiftedEdits } from '../core/fix/shifted-edits.ts';
import { rangeOf } from '../language-features/python-text.ts';
import type { Preview } from '../preview.ts';

/** Edits that stay right while the document changes elsewhere. */
export interface TrackedEdits extends vscode.Disposable {
  hold(edits: readonly TextEdit[]): void;
  /** Makes the edits as one step of undo. */
  apply(): Promise<boolean>;
}

export function trackEdits(document: vscode.TextDocument, preview: Pick<Preview, 'moveTo'>): TrackedEdits {
  let held: readonly TextEdit[] | undefined = [];
  /** What was typed since the plan was made, for plans that come later. */
  const since: { from: number; to: number; text: string }[][] = [];
  const listener = vscode.workspace.onDidChangeTextDocument((event) => {
    if (event.document !== document || event.contentChanges.length === 0) return;
    const changes = event.contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      from: rangeOffset,
      to: rangeOffset + rangeLength,
      text,
    }));
    since.push(changes);
    held = held && shiftedEdits(held, changes);
    const last = held?.at(-1);
    if (last !== undefined) preview.moveTo(document.positionAt(last.to).line);
  });
  return {
    hold(edits) {
      held = since.reduce<readonly TextEdit[] | undefined>((sum, changes) => sum && shiftedEdits(sum, changes), edits);
    },
    async apply() {
      if (held === undefined || held.length === 0) return false;
      const edit = new vscode.WorkspaceEdit();
      edit.set(
        document.uri,
        held.map((each) => vscode.TextEdit.replace(rangeOf(document, each), each.text)),
      );
      // First the focus, which the preview may have had: what a person types next belongs to the document.
      await vscode.window.showTextDocument(document);
      return vscode.workspace.applyEdit(edit);
    },
    dispose: () => listener.dispose(),
  };
}
