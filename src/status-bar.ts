import * as vscode from 'vscode';
import { balanceText, costText, exactText } from './core/money.ts';
import type { Session } from './core/session.ts';
import { type Activity, type Look, lookOf } from './status-look.ts';

export interface StatusBar extends vscode.Disposable {
  show(activity: Activity, session: Session): void;
  /** Shows the same again, with rows that have changed. */
  refresh(): void;
}

type Row = readonly [name: string, value: string];

/** `spending` says what the tooltip adds of the account. */
export function createStatusBar(spending: () => readonly Row[]): StatusBar {
  const item = vscode.window.createStatusBarItem('bioql.status', vscode.StatusBarAlignment.Right, 100);
  item.name = 'BioQL';
  let shown: Parameters<StatusBar['show']> | undefined;
  const show: StatusBar['show'] = (activity, session) => {
    shown = [activity, session];
    const look = lookOf(activity);
    const words = (activity.state === 'ready' ? amounts(session) : undefined) ?? look.words;
    item.text = `$(${look.icon}) ${words}`;
    item.accessibilityInformation = {
      label: [words.startsWith('BioQL') ? words : `BioQL: ${words}`, look.sentence, look.hint]
        .filter(Boolean)
        .join('. '),
    };
    item.tooltip = tooltipOf(look, session, spending());
    item.command = look.command;
    item.show();
  };
  return {
    show,
    refresh: () => shown && show(...shown),
    dispose: () => item.dispose(),
  };
}

const amounts = ({ lastCost, balance }: Session): string | undefined =>
  lastCost === undefined
    ? undefined
    : [costText(lastCost), ...(balance === undefined ? [] : [balanceText(balance)])].join(' · ');

function tooltipOf({ sentence, hint }: Look, session: Session, spending: readonly Row[]): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString('**BioQL**\n\n');
  if (sentence !== undefined) tooltip.appendMarkdown(`${sentence}\n\n`);
  const row = (name: string, value: string) => tooltip.appendMarkdown(`| ${name} | ${value} |\n`);
  tooltip.appendMarkdown('| | |\n|:--|--:|\n');
  if (session.lastCost !== undefined) row(vscode.l10n.t('Last request'), exactText(session.lastCost));
  row(vscode.l10n.t('This session'), exactText(session.cost));
  row(vscode.l10n.t('Requests'), String(session.requests));
  row(vscode.l10n.t('Tokens'), String(session.tokens));
  for (const [name, value] of spending) row(name, value);
  if (session.balance !== undefined) row(vscode.l10n.t('Balance'), exactText(session.balance));
  return tooltip.appendMarkdown(`\n${hint}`);
}
