import * as vscode from 'vscode';

/** A folder of this project, installed or not. */
export interface ServiceFolder {
  readonly path: string;
  /** The Node of its own; `undefined` before `npm ci`. */
  readonly node: string | undefined;
}

const REMEMBERED = 'bioql.serviceFolder';

/** The folder with the service: one that is open in this window, or the one that was chosen before. */
export async function knownServiceFolder(memory: vscode.Memento): Promise<ServiceFolder | undefined> {
  const remembered = memory.get<string>(REMEMBERED);
  const open = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  for (const uri of [...open, ...(remembered === undefined ? [] : [vscode.Uri.file(remembered)])]) {
    const folder = await serviceFolderAt(uri);
    if (folder !== undefined) return folder;
  }
  return undefined;
}

/** Asks for the folder, and remembers it. */
export async function chooseServiceFolder(memory: vscode.Memento): Promise<ServiceFolder | undefined> {
  const title = vscode.l10n.t('The folder of the BioQL service');
  const [uri] =
    (await vscode.window.showOpenDialog({
      title,
      openLabel: vscode.l10n.t('Start the Service Here'),
      canSelectFolders: true,
      canSelectFiles: false,
    })) ?? [];
  if (uri === undefined) return undefined;
  const folder = await serviceFolderAt(uri);
  if (folder !== undefined) {
    await memory.update(REMEMBERED, folder.path);
    return folder;
  }
  const again = vscode.l10n.t('Choose Another Folder');
  const said = vscode.l10n.t('There is no BioQL service in {0}.', uri.fsPath);
  return (await vscode.window.showErrorMessage(said, again)) === again ? chooseServiceFolder(memory) : undefined;
}

async function serviceFolderAt(uri: vscode.Uri): Promise<ServiceFolder | undefined> {
  if (uri.scheme !== 'file' || !(await isThere(uri, 'service', 'src', 'cli.ts'))) return undefined;
  if (!(await isThere(uri, 'models'))) return undefined;
  const node = ['node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'];
  const installed = await isThere(uri, ...node);
  return { path: uri.fsPath, node: installed ? vscode.Uri.joinPath(uri, ...node).fsPath : undefined };
}

const isThere = (uri: vscode.Uri, ...path: string[]): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, ...path))).then(
    () => true,
    () => false,
  );
