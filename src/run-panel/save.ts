import { basename, extname } from 'node:path';
import * as vscode from 'vscode';

export interface Saving {
  /** The document that the run is of. */
  readonly beside: vscode.Uri;
  readonly what: string;
  readonly extension: string;
  readonly text: string;
}

/** Asks where to and writes; a person who changes their mind writes nothing. The file comes back when it is written. */
export async function save({ beside, what, extension, text }: Saving): Promise<vscode.Uri | undefined> {
  const name = basename(beside.path, extname(beside.path)) || 'bioql';
  const folder = vscode.workspace.getWorkspaceFolder(beside)?.uri;
  const place = beside.scheme === 'file' ? vscode.Uri.joinPath(beside, '..') : folder;
  const target = await vscode.window.showSaveDialog({
    filters: { [extension.toUpperCase()]: [extension] },
    ...(place !== undefined && { defaultUri: vscode.Uri.joinPath(place, `${name}-${what}.${extension}`) }),
  });
  if (target === undefined) return undefined;
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    return target;
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The file could not be written: {0}', (error as Error).message));
    return undefined;
  }
}
