import * as vscode from 'vscode';
import { type Address, LOCAL_URL, readAddress } from './core/address.ts';
import { type Budget, budgetOf } from './core/budget.ts';
import { type RunDefaults, runDefaults } from './core/run-defaults.ts';

/** The settings, read once at the start of each command. */
export interface Config {
  /** `startsHere`: a service of this computer, which requests may start. */
  readonly service: (Address & { readonly startsHere: boolean }) | { readonly state: 'none' };
  readonly includeReasoning: boolean;
  readonly inlineSuggestions: boolean;
  /** What requests that name no backend, or no shots, are to use; none while the settings are as they come. */
  readonly defaults: RunDefaults;
  readonly budget: Budget;
}

type Mode = 'modal' | 'local' | 'template';

export function readConfig(): Config {
  const settings = vscode.workspace.getConfiguration('bioql');
  return Object.freeze({
    service: serviceOf(settings.get('mode') as Mode, settings.get('modalUrl') as string),
    includeReasoning: settings.get('includeReasoning') as boolean,
    inlineSuggestions: settings.get('inlineSuggestions.enabled') as boolean,
    defaults: runDefaults(settings.get('defaultBackend') as string, settings.get('defaultShots') as number),
    budget: budgetOf(settings.get('budget.perDayUsd') as number, settings.get('budget.perRequestUsd') as number),
  });
}

function serviceOf(mode: Mode, modalUrl: string): Config['service'] {
  if (mode === 'template') return { state: 'none' };
  const startsHere = mode === 'local';
  return { ...readAddress(startsHere ? LOCAL_URL : modalUrl), startsHere };
}

/** Takes the API keys out of the settings, where older versions kept them; the one to keep comes back. */
export async function takeApiKeySettings(): Promise<{ own?: string; workspace?: string }> {
  const found = apiKeySettings();
  for (const { clear } of found) await clear();
  const first = (scope: ApiKeySetting['scope']) => found.find((setting) => setting.scope === scope)?.key;
  const [own, workspace] = [first('own'), first('workspace')];
  return { ...(own && { own }), ...(workspace && { workspace }) };
}

interface ApiKeySetting {
  readonly scope: 'own' | 'workspace';
  readonly key: string;
  clear(): Thenable<void>;
}

function apiKeySettings(): ApiKeySetting[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [undefined, ...folders.map(({ uri }) => uri)].flatMap((scope) => {
    const settings = vscode.workspace.getConfiguration('bioql', scope);
    const values = settings.inspect<string>('apiKey');
    const at = (owner: ApiKeySetting['scope'], target: vscode.ConfigurationTarget, key: string | undefined) =>
      key === undefined
        ? []
        : [{ scope: owner, key: key.trim(), clear: () => settings.update('apiKey', undefined, target) }];
    if (scope) return at('workspace', vscode.ConfigurationTarget.WorkspaceFolder, values?.workspaceFolderValue);
    return [
      ...at('own', vscode.ConfigurationTarget.Global, values?.globalValue),
      ...at('workspace', vscode.ConfigurationTarget.Workspace, values?.workspaceValue),
    ];
  });
}
