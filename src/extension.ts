import * as vscode from 'vscode';
import { registerChat } from './chat/register.ts';
import { readConfig } from './config.ts';
import { WHEN_NEEDED } from './connect.ts';
import { createRecentWords } from './core/recent-words.ts';
import { createCredentials } from './credentials.ts';
import { openWalkthroughOnce } from './first-run.ts';
import { createPause } from './inline/pause.ts';
import { loadLanguageFeatures } from './language-features/load.ts';
import type { LocalService } from './local-service/local-service.ts';
import { createMeter } from './meter.ts';
import { createAccountBook } from './money/account-book.ts';
import { createBudgetGuard } from './money/budget-guard.ts';
import { spendingRows } from './money/spending-rows.ts';
import type { UsagePanel } from './money/usage-panel.ts';
import { createPreviews } from './preview.ts';
import type { RunPanels } from './run-panel/run-panels.ts';
import { createStatusBar } from './status-bar.ts';
import type { WorkflowPanels } from './workflow/workflow-panels.ts';

/** The parts of the extension. What a command alone needs is loaded with it, which keeps the start short. */
export function activate(context: vscode.ExtensionContext): void {
  const { secrets, extension, extensionUri, globalState, subscriptions } = context;
  const log = vscode.window.createOutputChannel('BioQL', { log: true });
  const now = () => new Date();
  const credentials = createCredentials(secrets);
  const book = createAccountBook({ credentials, now, changed: () => status.refresh() });
  const status = createStatusBar(() => spendingRows(book.spending(), readConfig().budget, now()));
  const meter = createMeter(log, status, book.charged);
  const budget = createBudgetGuard({ credentials, book, now });
  const words = createRecentWords();
  const previews = createPreviews(extensionUri);
  const pause = createPause(meter.paused);
  const features = loadLanguageFeatures({
    credentials,
    isPaused: pause.isPaused,
    mayAsk: budget.mayAsk,
    answered: meter.suggested,
    failed: meter.failed,
  });

  let panels: Promise<RunPanels> | undefined;
  const runPanels = () =>
    (panels ??= import('./run-panel/run-panels.ts').then(({ createRunPanels }) => createRunPanels(extensionUri)));

  let workflows: Promise<WorkflowPanels> | undefined;
  const workflowPanels = () =>
    (workflows ??= import('./workflow/workflow-panels.ts').then(({ createWorkflowPanels }) =>
      createWorkflowPanels(extensionUri),
    ));

  let usage: Promise<UsagePanel> | undefined;
  const usagePanel = () =>
    (usage ??= import('./money/usage-panel.ts').then(({ createUsagePanel }) =>
      createUsagePanel({ extensionUri, credentials, book, words, now }),
    ));

  let service: Promise<LocalService> | undefined;
  const localService = () =>
    (service ??= import('./local-service/local-service.ts').then(({ createLocalService }) =>
      createLocalService(globalState, meter),
    ));

  const commands: Record<string, (argument?: unknown) => unknown> = {
    'bioql.generateCode': async () =>
      (await import('./generate.ts')).generateCode({ credentials, previews, meter, budget, words }),
    'bioql.fixCode': async (at) =>
      (await import('./fix/fix-code.ts')).fixCode({ credentials, previews, meter, budget }, at),
    'bioql.fixWithInstruction': async () =>
      (await import('./fix/fix-code.ts')).fixWithInstruction({ credentials, previews, meter, budget }),
    'bioql.acceptPreview': () => previews.decide('accept'),
    'bioql.discardPreview': () => previews.decide('discard'),
    'bioql.retryPreview': () => previews.decide('retry'),
    'bioql.rephrasePreview': () => previews.decide('rephrase'),
    'bioql.setApiKey': async () =>
      (await credentials.ask()) === 'stored' && vscode.commands.executeCommand('bioql.testConnection'),
    'bioql.testConnection': async () => (await import('./test-connection.ts')).testConnection({ credentials, meter }),
    'bioql.showUsage': async () => (await usagePanel()).show(),
    'bioql.showLog': () => meter.showLog(),
    'bioql.startLocalService': async (why) =>
      why === WHEN_NEEDED ? (await localService()).startWhenNeeded() : (await localService()).start(),
    'bioql.stopLocalService': async () => (await localService()).stop(),
    'bioql.openDashboard': async () => (await import('./open-dashboard.ts')).openDashboard(),
    'bioql.copyDiagnostics': async () => {
      const { copyDiagnostics } = await import('./copy-diagnostics.ts');
      await copyDiagnostics({ extension, credentials, meter, localService: (await localService()).state() });
    },
    'bioql.openExample': async () => (await import('./open-example.ts')).openExample(),
    'bioql.pauseCompletions': () => pause.choose(),
    'bioql.cancelSuggestion': () => features.stopSuggestion(),
    'bioql.explainCode': async (at) => (await import('./explain-code.ts')).explainCode(at),
    'bioql.runOnSimulator': async (at) => (await runPanels()).run(at),
    'bioql.runWorkflow': async (at) => (await workflowPanels()).run(at),
    'bioql.exportCode': async (at) => (await import('./export-code.ts')).exportCode(at),
  };

  const chat = registerChat({ credentials, meter, budget, extensionUri, secrets });
  const migrateOn = vscode.workspace.onDidChangeConfiguration(
    (event) => event.affectsConfiguration('bioql.apiKey') && credentials.migrate(),
  );
  const explanations = vscode.workspace.registerTextDocumentContentProvider('bioql-explain', {
    provideTextDocumentContent: async (uri) => (await import('./explain-code.ts')).explanationAt(uri),
  });
  const registered = Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run));
  const openPanels = { dispose: async () => (await panels)?.dispose() };
  const openWorkflows = { dispose: async () => (await workflows)?.dispose() };
  const openUsage = { dispose: async () => (await usage)?.dispose() };
  const openService = { dispose: async () => (await service)?.dispose() };
  subscriptions.push(log, status, previews, migrateOn, explanations, openPanels, openService, features, pause);
  subscriptions.push(chat, openWorkflows, book, openUsage, ...registered);
  void credentials.migrate();
  void openWalkthroughOnce(globalState);
}
