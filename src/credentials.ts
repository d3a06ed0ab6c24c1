import * as vscode from 'vscode';
import { takeApiKeySettings } from './config.ts';
import { isLoopback } from './core/address.ts';

/** The documented key of the demo account, which a service on this computer has. */
const DEMO_KEY = 'bioql_test_870ce7ae';
const SECRET = 'bioql.apiKey';

/** The API key, which is kept by VS Code's secret storage and nowhere else. */
export interface Credentials {
  /** The key for a service: the stored one, the demo key on this computer, or what a person types when asked. */
  keyFor(url: string): Promise<string | undefined>;
  /** Which key there is, and not the key itself. */
  kind(): Promise<'stored' | 'none stored'>;
  /** Asks for a key and stores it; an empty one takes the stored key away. */
  ask(): Promise<'stored' | 'removed' | 'dismissed'>;
  /** Moves keys out of the settings of older versions. */
  migrate(): Promise<void>;
}

export function createCredentials(secrets: vscode.SecretStorage): Credentials {
  const ask = async () => {
    const typed = await vscode.window.showInputBox({
      title: vscode.l10n.t('BioQL: API Key'),
      prompt: vscode.l10n.t('Kept in the secret storage of VS Code. Leave it empty to remove the stored key.'),
      placeHolder: 'bioql_…',
      password: true,
      ignoreFocusOut: true,
    });
    if (typed === undefined) return 'dismissed';
    if (typed.trim() === '') {
      await secrets.delete(SECRET);
      return 'removed';
    }
    await secrets.store(SECRET, typed.trim());
    return 'stored';
  };
  return {
    ask,
    kind: async () => ((await secrets.get(SECRET)) === undefined ? 'none stored' : 'stored'),
    async keyFor(url) {
      const stored = await secrets.get(SECRET);
      if (stored !== undefined) return stored;
      if (isLoopback(url)) return DEMO_KEY;
      return (await ask()) === 'stored' ? secrets.get(SECRET) : undefined;
    },
    async migrate() {
      const { own, workspace } = await takeApiKeySettings();
      // A folder that somebody else made must not replace a key that is already stored.
      const key = own ?? ((await secrets.get(SECRET)) === undefined ? workspace : undefined);
      if (key) await secrets.store(SECRET, key);
    },
  };
}
