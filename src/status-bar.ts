import * as vscode from 'vscode';
import type { Trouble } from './core/failures.ts';
import { balanceText, costText, exactText } from './core/money.ts';
import type { Session } from './core/session.ts';

export type Activity = { readonly state: 'ready' } | { readonly state: 'working' } | { readonly state: Trouble };

export interface StatusBar extends vscode.Disposable {
  show(activity: Activity, session: Session): void;
}

export function createStatusBar(): StatusBar {
  const item = vscode.window.createStatusBarItem('bioql.status', vscode.StatusBarAlignment.Right, 100);
  item.name = 'BioQL';
  return {
    show({ state }, session) {
      const { text, spoken } = labelOf(state, session);
      item.text = text;
      item.accessibilityInformation = { label: spoken };
      item.tooltip = tooltipOf(state, session);
      item.command = state === 'working' ? 'bioql.discardPreview' : 'bioql.showUsage';
      item.show();
    },
    dispose: () => item.dispose(),
  };
}

function labelOf(state: Activity['state'], session: Session): { text: string; spoken: string } {
  const label = (icon: string, words: string) => ({ text: `$(${icon}) ${words}`, spoken: `BioQL: ${words}` });
  switch (state) {
    case 'working':
      return label('loading~spin', vscode.l10n.t('BioQL is writing'));
    case 'offline':
      return label('debug-disconnect', vscode.l10n.t('BioQL offline'));
    case 'noKey':
      return label('key', vscode.l10n.t('BioQL: no valid API key'));
    case 'noBalance':
      return label('warning', vscode.l10n.t('BioQL: no balance'));
    case 'ready':
      return label('circuit-board', amounts(session) ?? 'BioQL');
  }
}

const amounts = ({ lastCost, balance }: Session): string | undefined =>
  lastCost === undefined
    ? undefined
    : [costText(lastCost), ...(balance === undefined ? [] : [balanceText(balance)])].join(' · ');

function tooltipOf(state: Activity['state'], session: Session): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString('**BioQL**\n\n');
  const row = (name: string, value: string) => tooltip.appendMarkdown(`| ${name} | ${value} |\n`);
  tooltip.appendMarkdown('| | |\n|:--|--:|\n');
  if (session.lastCost !== undefined) row(vscode.l10n.t('Last request'), exactText(session.lastCost));
  row(vscode.l10n.t('This session'), exactText(session.cost));
  row(vscode.l10n.t('Requests'), String(session.requests));
  row(vscode.l10n.t('Tokens'), String(session.tokens));
  if (session.balance !== undefined) row(vscode.l10n.t('Balance'), exactText(session.balance));
  const hint = state === 'working' ? vscode.l10n.t('Click to cancel') : vscode.l10n.t('Click to see the requests');
  return tooltip.appendMarkdown(`\n${hint}`);
}
