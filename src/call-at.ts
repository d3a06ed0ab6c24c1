import type { Call } from '@bioql/language/call';
import type { CallSite } from '@bioql/language/python';
import * as vscode from 'vscode';
import { nearestSite } from './core/nearest-site.ts';
import { pythonText } from './language-features/python-text.ts';

/** How a CodeLens or another command names a call. */
export interface CallAddress {
  readonly uri: string;
  /** UTF-16 code units from the start of the document. */
  readonly offset: number;
}

/** A `quantum(...)` call in an open document. */
export interface CallPlace {
  readonly document: vscode.TextDocument;
  readonly site: CallSite;
}

/**
 * The call at the address, else the one at or nearest to the cursor. Menus give commands other arguments, which count as
 * no address. `undefined` once the person knows that there is no call.
 */
export async function callAt(argument: unknown): Promise<CallPlace | undefined> {
  const start = isCallAddress(argument) ? await addressed(argument) : atCursor();
  const site = start && nearestSite(pythonText(start.document)?.file.calls ?? [], start.offset);
  if (start !== undefined && site !== undefined) return { document: start.document, site };
  void vscode.window.showInformationMessage(vscode.l10n.t('There is no quantum(…) call here.'));
  return undefined;
}

/** As `callAt`, but only a call that is understood. */
export async function understoodCallAt(argument: unknown): Promise<(CallPlace & { readonly call: Call }) | undefined> {
  const place = await callAt(argument);
  if (place === undefined) return undefined;
  const { call } = place.site;
  if (call !== undefined) return { ...place, call };
  void vscode.window.showInformationMessage(vscode.l10n.t('This quantum(…) call is not understood.'));
  return undefined;
}

export const isCallAddress = (argument: unknown): argument is CallAddress => {
  const { uri, offset } = (argument ?? {}) as Partial<Record<keyof CallAddress, unknown>>;
  return typeof uri === 'string' && typeof offset === 'number';
};

interface Start {
  readonly document: vscode.TextDocument;
  readonly offset: number;
}

const addressed = async ({ uri, offset }: CallAddress): Promise<Start> => ({
  document: await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)),
  offset,
});

function atCursor(): Start | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && { document: editor.document, offset: editor.document.offsetAt(editor.selection.active) };
}
