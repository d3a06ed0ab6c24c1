import * as vscode from 'vscode';

/** The names of features, in the order that reports have them. A newer service may have more. */
export const featureNames = (): Readonly<Record<string, string>> => ({
  generate: vscode.l10n.t('Generate'),
  fix: vscode.l10n.t('Fix'),
  complete: vscode.l10n.t('Suggestions'),
  chat: vscode.l10n.t('Chat'),
});
