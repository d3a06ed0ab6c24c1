import * as vscode from 'vscode';
import type { Config } from './config.ts';
import { failureOf, type Remedy } from './core/failures.ts';
import type { ServiceError } from './core/service-error.ts';

/** Something that a person can click on. */
export interface Link {
  readonly title: string;
  readonly command: string;
  readonly argument?: string;
}

export function sentenceOf({ code, message }: ServiceError, { service }: Config): string {
  return vscode.l10n.t(failureOf(code).sentence, service.state === 'none' ? '' : service.url, message);
}

export const offlineNote = (url: string): string =>
  vscode.l10n.t('The service at {0} cannot be reached. Meanwhile this answer is from a template, free of charge.', url);

/** What a command says that was not run, because a person wanted to keep within the budget. */
export const overBudget = (): string => vscode.l10n.t('Nothing was asked, to keep within the budget.');

/** What to click on after a failure; nothing where trying again, which is always there, is the remedy. */
export function linkOf(remedy: Remedy): Link | undefined {
  switch (remedy) {
    case 'retry':
      return undefined;
    case 'setApiKey':
      return { title: vscode.l10n.t('Set API Key'), command: 'bioql.setApiKey' };
    case 'openSettings':
      return {
        title: vscode.l10n.t('Open Settings'),
        command: 'workbench.action.openSettings',
        argument: 'bioql.modalUrl',
      };
    case 'showUsage':
      return { title: vscode.l10n.t('Show Usage'), command: 'bioql.showUsage' };
    case 'startService':
      return { title: vscode.l10n.t('Start Local Service'), command: 'bioql.startLocalService' };
    case 'showLog':
      return { title: vscode.l10n.t('Show Log'), command: 'bioql.showLog' };
  }
}
