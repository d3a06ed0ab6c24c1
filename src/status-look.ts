import * as vscode from 'vscode';
import type { Trouble } from './core/failures.ts';

export type Activity =
  | { readonly state: 'ready' }
  | { readonly state: 'working' }
  /** The service on this computer is on its way. */
  | { readonly state: 'starting' }
  /** No suggestions until then, by a person's wish. */
  | { readonly state: 'paused'; readonly until: Date }
  | { readonly state: Trouble };

/** How a state looks in the status bar: an icon and words, a sentence for the tooltip, and the one thing a click does. */
export interface Look {
  readonly icon: string;
  readonly words: string;
  readonly sentence?: string;
  readonly command: string;
  readonly hint: string;
}

export function lookOf(activity: Activity): Look {
  switch (activity.state) {
    case 'ready':
      return {
        icon: 'circuit-board',
        words: 'BioQL',
        command: 'bioql.showUsage',
        hint: vscode.l10n.t('Click to see the requests'),
      };
    case 'working':
      return {
        icon: 'loading~spin',
        words: vscode.l10n.t('BioQL is writing'),
        command: 'bioql.discardPreview',
        hint: vscode.l10n.t('Click to cancel'),
      };
    case 'starting':
      return {
        icon: 'loading~spin',
        words: vscode.l10n.t('BioQL is starting'),
        sentence: vscode.l10n.t('The service on this computer is starting.'),
        command: 'bioql.stopLocalService',
        hint: vscode.l10n.t('Click to stop it'),
      };
    case 'paused':
      return {
        icon: 'debug-pause',
        words: vscode.l10n.t('BioQL paused'),
        sentence: vscode.l10n.t('Suggestions are paused until {0}.', timeText(activity.until)),
        command: 'bioql.pauseCompletions',
        hint: vscode.l10n.t('Click to resume them'),
      };
    default:
      return troubleLook(activity.state);
  }
}

function troubleLook(trouble: Trouble): Look {
  switch (trouble) {
    case 'offline':
      return {
        icon: 'debug-disconnect',
        words: vscode.l10n.t('BioQL offline'),
        sentence: vscode.l10n.t('The service cannot be reached. Templates answer meanwhile, free of charge.'),
        command: 'bioql.startLocalService',
        hint: vscode.l10n.t('Click to start the service on this computer'),
      };
    case 'noKey':
      return {
        icon: 'key',
        words: vscode.l10n.t('BioQL: no valid API key'),
        sentence: vscode.l10n.t('The service needs an API key that it knows.'),
        command: 'bioql.setApiKey',
        hint: vscode.l10n.t('Click to enter a key'),
      };
    case 'noBalance':
      return {
        icon: 'warning',
        words: vscode.l10n.t('BioQL: no balance'),
        sentence: vscode.l10n.t('The balance is used up. Templates, runs and diagnostics are free.'),
        command: 'bioql.showUsage',
        hint: vscode.l10n.t('Click to see the requests'),
      };
  }
}

const timeText = (at: Date): string =>
  at.toLocaleTimeString(vscode.env.language, { hour: '2-digit', minute: '2-digit' });
