import type { Diagnostic } from '@bioql/language/diagnostics';
import * as vscode from 'vscode';
import { displayLang } from '../display-lang.ts';
import { notebookOf, pythonText, rangeOf } from './python-text.ts';

/** How long typing must rest. */
const REST_MS = 150;

const SEVERITIES: Readonly<Record<Diagnostic['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** Shows the diagnostics of every open Python document that can be edited, while it is typed. */
export function watchDiagnostics(): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('bioql');
  const waiting = new Map<vscode.TextDocument, NodeJS.Timeout>();

  const forget = (document: vscode.TextDocument) => {
    clearTimeout(waiting.get(document));
    waiting.delete(document);
    collection.delete(document.uri);
  };
  const show = (document: vscode.TextDocument) => {
    waiting.delete(document);
    if (!document.isClosed && isOurs(document)) collection.set(document.uri, diagnosticsIn(document));
  };
  const showSoon = (document: vscode.TextDocument) => {
    clearTimeout(waiting.get(document));
    waiting.set(document, setTimeout(show, REST_MS, document));
  };
  const showCells = (notebook: vscode.NotebookDocument) => {
    for (const { document } of notebook.getCells()) if (isOurs(document)) showSoon(document);
  };

  for (const document of vscode.workspace.textDocuments) show(document);
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(show),
    vscode.workspace.onDidCloseTextDocument(forget),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !isOurs(document)) return;
      const notebook = notebookOf(document);
      if (notebook === undefined) showSoon(document);
      else showCells(notebook);
    }),
    vscode.workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
      if (contentChanges.length > 0) showCells(notebook);
    }),
    new vscode.Disposable(() => {
      for (const timer of waiting.values()) clearTimeout(timer);
    }),
  );
}

/** What cannot be edited, such as the old side of a comparison or code in a chat, is not worth a remark. */
export const isOurs = ({ languageId, uri: { scheme } }: vscode.TextDocument): boolean =>
  languageId === 'python' &&
  (scheme === 'untitled' ||
    scheme === 'vscode-notebook-cell' ||
    vscode.workspace.fs.isWritableFileSystem(scheme) === true);

const diagnosticsIn = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  (pythonText(document)?.diagnostics ?? []).map((diagnostic) => shown(document, diagnostic));

export function shown(document: vscode.TextDocument, diagnostic: Diagnostic): vscode.Diagnostic {
  const { message, severity, code } = diagnostic;
  const range = rangeOf(document, diagnostic);
  const out = new vscode.Diagnostic(range, message[displayLang()], SEVERITIES[severity]);
  out.source = 'BioQL';
  out.code = code;
  return out;
}
