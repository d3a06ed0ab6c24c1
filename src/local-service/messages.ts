import * as vscode from 'vscode';
import { readConfig } from '../config.ts';
import { addressHere } from './address-here.ts';
import type { ServiceFolder } from './folder.ts';
import type { ServiceState } from './supervisor.ts';

/** A line for the log of the service. */
export function textOf(state: ServiceState): string {
  switch (state.kind) {
    case 'starting':
      return vscode.l10n.t('The service is starting.');
    case 'running':
      return vscode.l10n.t('The service is ready on {0}.', state.url);
    case 'resting':
      return vscode.l10n.t('The service ended; restart {0} in {1} s.', state.restarts, state.waitMs / 1000);
    case 'failed':
      return vscode.l10n.t('The service ended too often ({0}) and is not started again.', state.reason);
    case 'stopped':
      return vscode.l10n.t('The BioQL service has stopped.');
  }
}

type Show = (message: string, ...items: string[]) => Thenable<string | undefined>;

/** A message with the one thing that can be done about it. */
async function offer(show: Show, message: string, action: string, act: () => unknown): Promise<void> {
  if ((await show(message, action)) === action) await act();
}

export const askForTrust = (): Promise<void> =>
  offer(
    vscode.window.showWarningMessage,
    vscode.l10n.t('The service is a program, and programs are started in trusted workspaces alone.'),
    vscode.l10n.t('Manage Workspace Trust'),
    () => vscode.commands.executeCommand('workbench.trust.manage'),
  );

export const sayNotInstalled = ({ path }: ServiceFolder): Promise<void> =>
  offer(
    vscode.window.showErrorMessage,
    vscode.l10n.t('The service in {0} is not installed yet: run npm ci there first.', path),
    vscode.l10n.t('Open Terminal'),
    () => vscode.window.createTerminal({ cwd: path, name: 'BioQL' }).show(),
  );

export const underProgress = (task: () => Promise<ServiceState>, cancel: () => unknown): Thenable<ServiceState> =>
  vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Starting the BioQL service on this computer'),
      cancellable: true,
    },
    (_progress, token) => {
      token.onCancellationRequested(cancel);
      return task();
    },
  );

/** Tells where it runs; where the settings send requests elsewhere, offers to send them there. */
export async function sayRunning(): Promise<void> {
  const { service } = readConfig();
  const url = addressHere();
  if (service.state !== 'none' && service.url === url) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The BioQL service is ready on {0}.', url));
    return;
  }
  await offer(
    vscode.window.showInformationMessage,
    vscode.l10n.t('The BioQL service is ready on {0}, but the settings send requests elsewhere.', url),
    vscode.l10n.t('Use This Service'),
    () => vscode.workspace.getConfiguration('bioql').update('mode', 'local', vscode.ConfigurationTarget.Global),
  );
}

export const sayFailed = (reason: string, log: vscode.OutputChannel): Promise<void> =>
  offer(
    vscode.window.showErrorMessage,
    vscode.l10n.t('The BioQL service on this computer does not stay up ({0}).', reason),
    vscode.l10n.t('Show Log'),
    () => log.show(true),
  );

export const sayStopped = (own: boolean): Thenable<unknown> =>
  vscode.window.showInformationMessage(
    own
      ? vscode.l10n.t('The BioQL service has stopped.')
      : vscode.l10n.t('This window has not started a BioQL service.'),
  );
