import * as vscode from 'vscode';

/** Suggestions rest for as long as a person wishes. */
export interface Pause extends vscode.Disposable {
  isPaused(): boolean;
  /** Asks for how long; goes on at once when they rest already. */
  choose(): Promise<void>;
}

const MINUTES = [5, 15, 60] as const;

/** `changed` is told until when suggestions rest, and `undefined` when they go on. */
export function createPause(changed: (until: Date | undefined) => void): Pause {
  let timer: NodeJS.Timeout | undefined;
  const goOn = () => {
    clearTimeout(timer);
    timer = undefined;
    changed(undefined);
  };
  return {
    isPaused: () => timer !== undefined,
    dispose: () => clearTimeout(timer),
    async choose() {
      if (timer !== undefined) return goOn();
      const items = MINUTES.map((minutes) => ({ minutes, label: vscode.l10n.t('{0} minutes', minutes) }));
      const title = vscode.l10n.t('Pause Suggestions');
      const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('For how long?') });
      if (chosen === undefined) return;
      const ms = chosen.minutes * 60_000;
      timer = setTimeout(goOn, ms);
      changed(new Date(Date.now() + ms));
    },
  };
}
