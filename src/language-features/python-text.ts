import { type Diagnostic, diagnoseFile } from '@bioql/language/diagnostics';
import { type PythonFile, readPython, type Span } from '@bioql/language/python';
import * as vscode from 'vscode';

/** A document, read and diagnosed. */
export interface PythonText {
  readonly file: PythonFile;
  /** What runs ahead of the document: the cells above it in its notebook. */
  readonly before: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Larger documents are data. */
const MAX_CHARS = 1_000_000;

interface Reading {
  readonly version: number;
  readonly text: PythonText;
}

const readings = new WeakMap<vscode.TextDocument, Reading>();

/** Reads a document once for each of its versions; `undefined` where BioQL cannot be in play. */
export function pythonText(document: vscode.TextDocument): PythonText | undefined {
  const before = textBefore(document);
  const known = readings.get(document);
  if (known?.version === document.version && known.text.before === before) return known.text;
  const source = document.getText();
  if (source.length > MAX_CHARS || !/quantum|bioql/i.test(source + before)) return undefined;
  const file = readPython(source, before);
  const text = { file, before, diagnostics: diagnoseFile(file) };
  readings.set(document, { version: document.version, text });
  return text;
}

/** The notebook that a document is a cell of. */
export const notebookOf = (document: vscode.TextDocument): vscode.NotebookDocument | undefined =>
  document.uri.scheme === 'vscode-notebook-cell'
    ? vscode.workspace.notebookDocuments.find((notebook) =>
        notebook.getCells().some((cell) => cell.document === document),
      )
    : undefined;

/** What runs ahead of the document. */
export function textBefore(document: vscode.TextDocument): string {
  const cells = notebookOf(document)?.getCells() ?? [];
  const own = cells.findIndex((cell) => cell.document === document);
  return cells
    .slice(0, Math.max(0, own))
    .filter((cell) => cell.document.languageId === 'python')
    .map((cell) => `${cell.document.getText()}\n`)
    .join('');
}

export const rangeOf = (document: vscode.TextDocument, { from, to }: Span): vscode.Range =>
  new vscode.Range(document.positionAt(from), document.positionAt(to));
