import { randomBytes } from 'node:crypto';
import type { Lang } from '@bioql/language/algorithm';
import * as vscode from 'vscode';
import { pageHtml } from './html.ts';

export interface NewPage {
  readonly viewType: string;
  readonly lang: Lang;
  /** In `dist/`. */
  readonly script: string;
  /** In `media/`. */
  readonly styles: readonly string[];
}

/** A panel beside the code; the focus stays in the code. */
export function createPage(extensionUri: vscode.Uri, { viewType, lang, script, styles }: NewPage): vscode.WebviewPanel {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  const media = vscode.Uri.joinPath(extensionUri, 'media');
  const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const panel = vscode.window.createWebviewPanel(viewType, 'BioQL', place, {
    enableScripts: true,
    localResourceRoots: [dist, media],
  });
  const { webview } = panel;
  panel.iconPath = vscode.Uri.joinPath(media, 'icon.png');
  webview.html = pageHtml({
    lang,
    nonce: randomBytes(16).toString('base64'),
    styles: styles.map((name) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString()),
    script: webview.asWebviewUri(vscode.Uri.joinPath(dist, script)).toString(),
    cspSource: webview.cspSource,
  });
  return panel;
}
