import * as vscode from 'vscode';
import { metadataOf } from './metadata.ts';

/** What is likely to be asked next. */
export function followUps(result: vscode.ChatResult): vscode.ChatFollowup[] {
  const { intent, hasCode } = metadataOf(result);
  if (hasCode) {
    return [
      { command: 'run', prompt: '', label: vscode.l10n.t('Run it on the simulator') },
      { command: 'explain', prompt: '', label: vscode.l10n.t('Explain it') },
      { prompt: vscode.l10n.t('Now with 4000 shots'), label: vscode.l10n.t('Now with 4000 shots') },
    ];
  }
  if (intent === 'run') return [{ command: 'explain', prompt: '', label: vscode.l10n.t('Explain it') }];
  if (intent === 'explain') return [{ command: 'run', prompt: '', label: vscode.l10n.t('Run it on the simulator') }];
  if (['greeting', 'help', 'decline', 'missing', 'cost'].includes(intent)) {
    const [bell, what] = [vscode.l10n.t('A Bell state on the simulator'), vscode.l10n.t('What is a GHZ state?')];
    return [
      { command: 'generate', prompt: bell, label: bell },
      { prompt: what, label: what },
    ];
  }
  return [];
}
