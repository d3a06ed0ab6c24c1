import * as vscode from 'vscode';
import { createCredentials } from './credentials.ts';
import { loadLanguageFeatures } from './language-features/load.ts';
import { createMeter } from './meter.ts';
import { createPreviews } from './preview.ts';
import type { RunPanels } from './run-panel/run-panels.ts';
import { createStatusBar } from './status-bar.ts';

/** The parts of the extension. What a command alone needs is loaded with it, which keeps the start short. */
export function activate({ secrets, extensionUri, subscriptions }: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('BioQL', { log: true });
  const status = createStatusBar();
  const meter = createMeter(log, status);
  const credentials = createCredentials(secrets);
  const previews = createPreviews(extensionUri);

  let panels: Promise<RunPanels> | undefined;
  const runPanels = () =>
    (panels ??= import('./run-panel/run-panels.ts').then(({ createRunPanels }) => createRunPanels(extensionUri)));

  const commands: Record<string, (argument?: unknown) => unknown> = {
    'bioql.generateCode': async () => (await import('./generate.ts')).generateCode({ credentials, previews, meter }),
    'bioql.acceptPreview': () => previews.decide('accept'),
    'bioql.discardPreview': () => previews.decide('discard'),
    'bioql.retryPreview': () => previews.decide('retry'),
    'bioql.rephrasePreview': () => previews.decide('rephrase'),
    'bioql.setApiKey': async () =>
      (await credentials.ask()) === 'stored' && vscode.commands.executeCommand('bioql.testConnection'),
    'bioql.testConnection': async () => (await import('./test-connection.ts')).testConnection({ credentials, meter }),
    'bioql.showUsage': () => meter.showUsage(),
    'bioql.explainCode': async (at) => (await import('./explain-code.ts')).explainCode(at),
    'bioql.runOnSimulator': async (at) => (await runPanels()).run(at),
    'bioql.exportCode': async (at) => (await import('./export-code.ts')).exportCode(at),
  };

  const migrateOn = vscode.workspace.onDidChangeConfiguration(
    (event) => event.affectsConfiguration('bioql.apiKey') && credentials.migrate(),
  );
  const explanations = vscode.workspace.registerTextDocumentContentProvider('bioql-explain', {
    provideTextDocumentContent: async (uri) => (await import('./explain-code.ts')).explanationAt(uri),
  });
  const registered = Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run));
  const openPanels = { dispose: async () => (await panels)?.dispose() };
  subscriptions.push(log, status, previews, migrateOn, explanations, openPanels, loadLanguageFeatures(), ...registered);
  void credentials.migrate();
}
