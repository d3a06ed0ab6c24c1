import * as vscode from 'vscode';
import { pythonText } from './python-text.ts';

/** Set while the file in the editor uses BioQL, or looks as if it should. */
const CONTEXT = 'bioql.inPlay';
const REST_MS = 200;

/** Tells keys and menus whether BioQL is in play in the active editor. */
export function watchInPlay(): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    const document = vscode.window.activeTextEditor?.document;
    const text = document?.languageId === 'python' ? pythonText(document) : undefined;
    const isOurs = text !== undefined && (text.file.calls.length > 0 || /\bbioql\b/i.test(text.file.source));
    void vscode.commands.executeCommand('setContext', CONTEXT, isOurs);
  };
  const tellSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, REST_MS);
  };
  tell();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(tell),
    vscode.workspace.onDidChangeTextDocument(
      ({ document }) => document === vscode.window.activeTextEditor?.document && tellSoon(),
    ),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}
