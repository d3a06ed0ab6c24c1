import { writeCode } from '@bioql/language/call';
import type { CallSite, Span } from '@bioql/language/python';
import * as vscode from 'vscode';
import { pythonText } from '../language-features/python-text.ts';

/** How a CodeLens or another command names the steps to run: those of a document, or of a stretch of it in UTF-16 code units. */
export interface WorkflowAddress {
  readonly uri: string;
  readonly span?: Span;
}

export interface WorkflowPlace {
  readonly document: vscode.TextDocument;
  /** `undefined` for the whole document. */
  readonly span?: Span;
  readonly sites: readonly CallSite[];
}

/** Fewer calls are no workflow. */
export const LEAST_STEPS = 2;

/** The calls of a document, or of a stretch of it, whose program is written out. */
export const stepsIn = (document: vscode.TextDocument, span?: Span): CallSite[] =>
  (pythonText(document)?.file.calls ?? []).filter(
    ({ program, from, to }) => program !== undefined && (span === undefined || (from >= span.from && to <= span.to)),
  );

export const placeIn = (document: vscode.TextDocument, span?: Span): WorkflowPlace => ({
  document,
  ...(span !== undefined && { span }),
  sites: stepsIn(document, span),
});

/** The steps as canonical code; those that are not understood as nothing. */
export const codeOf = (sites: readonly CallSite[]): string =>
  sites.map(({ call }) => (call === undefined ? '' : writeCode(call))).join('\n');

/** The steps at the address, else those that are selected, else all of the active editor. `undefined` once the person knows. */
export async function workflowAt(argument: unknown): Promise<WorkflowPlace | undefined> {
  const place = isAddress(argument) ? await addressed(argument) : inActiveEditor();
  if (place !== undefined && place.sites.length >= LEAST_STEPS) return place;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('There are fewer than two quantum(…) calls here. Run on Simulator runs a single one.'),
  );
  return undefined;
}

const isAddress = (argument: unknown): argument is WorkflowAddress =>
  typeof (argument as Partial<WorkflowAddress> | undefined)?.uri === 'string';

const addressed = async ({ uri, span }: WorkflowAddress): Promise<WorkflowPlace> =>
  placeIn(await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)), span);

function inActiveEditor(): WorkflowPlace | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const selected = selectedPlace(editor);
  return selected.sites.length >= LEAST_STEPS ? selected : placeIn(editor.document);
}

/** The steps that the selection holds whole. */
export function selectedPlace({ document, selection }: vscode.TextEditor): WorkflowPlace {
  return placeIn(document, { from: document.offsetAt(selection.start), to: document.offsetAt(selection.end) });
}
