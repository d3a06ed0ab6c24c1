import * as vscode from 'vscode';
import { readConfig } from './config.ts';
import { failureOf } from './core/failures.ts';
import { ServiceError } from './core/service-error.ts';
import { linkOf, sentenceOf } from './failure-text.ts';

/** What a service may show in a browser, the best first. */
const PAGES = ['/dashboard', '/docs'];
const WAIT_MS = 3_000;

/** Opens the service's own pages in the browser; VS Code forwards the port of a remote host by itself. */
export async function openDashboard(): Promise<void> {
  const config = readConfig();
  const { service } = config;
  if (service.state !== 'usable') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The settings name no service whose dashboard could be opened.'),
    );
    return;
  }
  try {
    for (const page of PAGES) {
      if (!(await isThere(service.url + page))) continue;
      await vscode.env.openExternal(vscode.Uri.parse(service.url + page, true));
      return;
    }
    void vscode.window.showInformationMessage(vscode.l10n.t('The service at {0} has no dashboard.', service.url));
  } catch (cause) {
    const error = new ServiceError('unreachable', 'The dashboard cannot be reached.', { cause });
    const link = linkOf(failureOf(error.code).remedy);
    const title = link?.title ?? vscode.l10n.t('Retry');
    if ((await vscode.window.showErrorMessage(sentenceOf(error, config), title)) !== title) return;
    await (link === undefined ? openDashboard() : vscode.commands.executeCommand(link.command));
  }
}

async function isThere(url: string): Promise<boolean> {
  const { ok, body, type } = await fetch(url, { signal: AbortSignal.timeout(WAIT_MS) });
  await body?.cancel();
  return ok && type !== 'error';
}
