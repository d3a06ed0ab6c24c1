import * as vscode from 'vscode';
import { readConfig } from '../config.ts';
import { isLoopback } from '../core/address.ts';
import type { ChatParts } from './answer-turn.ts';
import { MODEL } from './model-information.ts';
import type { CodeInput, GenerateInput, SimulateInput } from './tools.ts';

const PARTICIPANT = 'bioql.assistant';
const VENDOR = 'bioql';
const CANNOT_GENERATE = 'bioql.cannotGenerate';

export interface Chat extends ChatParts {
  readonly secrets: vscode.SecretStorage;
}

/** The participant, the language model, the tools and the buttons of chat. What they do is loaded when they are used. */
export const registerChat = (parts: Chat): vscode.Disposable =>
  vscode.Disposable.from(
    participant(parts),
    languageModel(parts),
    ...freeTools(parts),
    generateTool(parts),
    ...buttons(),
  );

function participant(parts: Chat): vscode.Disposable {
  const assistant = vscode.chat.createChatParticipant(PARTICIPANT, async (request, context, stream, token) =>
    (await import('./participant.ts')).answerRequest(parts, request, context, stream, token),
  );
  assistant.iconPath = vscode.Uri.joinPath(parts.extensionUri, 'media', 'icon.png');
  assistant.followupProvider = {
    provideFollowups: async (result) => (await import('./follow-ups.ts')).followUps(result),
  };
  assistant.onDidReceiveFeedback(async (feedback) =>
    (await import('./feedback.ts')).sendFeedback(parts.credentials, feedback),
  );
  return assistant;
}

/** VS Code answers no chat, not even a participant's, while it knows of no model. */
function languageModel(parts: Chat): vscode.Disposable {
  // The first request fails unless somebody has asked for the models before.
  const timer = setTimeout(() => void vscode.lm.selectChatModels({ vendor: VENDOR }));
  const provider = vscode.lm.registerLanguageModelChatProvider(VENDOR, {
    provideLanguageModelChatInformation: () => [MODEL],
    provideLanguageModelChatResponse: async (_model, messages, _options, progress, token) =>
      (await import('./language-model.ts')).respond(parts, messages, progress, token),
    provideTokenCount: async (_model, text) => (await import('./language-model.ts')).tokensIn(text),
  });
  return vscode.Disposable.from(provider, new vscode.Disposable(() => clearTimeout(timer)));
}

function freeTools(parts: Chat): vscode.Disposable[] {
  return [
    vscode.lm.registerTool<CodeInput>('bioql_validate', {
      prepareInvocation: async () =>
        (await import('./tool-costs.ts')).freePreparation(
          vscode.l10n.t('Check BioQL code?'),
          vscode.l10n.t('Checking BioQL code'),
        ),
      invoke: async (options) => (await import('./tools.ts')).validateTool(options),
    }),
    vscode.lm.registerTool<SimulateInput>('bioql_simulate', {
      prepareInvocation: async () =>
        (await import('./tool-costs.ts')).freePreparation(
          vscode.l10n.t('Run a BioQL program on the simulator?'),
          vscode.l10n.t('Running on the simulator…'),
        ),
      invoke: async (options, token) => (await import('./tools.ts')).simulateTool(parts, options, token),
    }),
  ];
}

/** There only while it can work without asking for a key: an agent must not make a key dialog pop up. */
function generateTool(parts: Chat): vscode.Disposable {
  let registered: vscode.Disposable | undefined;
  let gone = false;
  const update = async () => {
    const { service } = readConfig();
    const works =
      service.state === 'none' ||
      (service.state !== 'insecure' && (isLoopback(service.url) || (await parts.credentials.kind()) === 'stored'));
    if (gone) return;
    void vscode.commands.executeCommand('setContext', CANNOT_GENERATE, !works);
    if (works) registered ??= registerGenerate(parts);
    else {
      registered?.dispose();
      registered = undefined;
    }
  };
  void update();
  return vscode.Disposable.from(
    parts.secrets.onDidChange(update),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('bioql') && update()),
    new vscode.Disposable(() => {
      gone = true;
      registered?.dispose();
    }),
  );
}

const registerGenerate = (parts: Chat): vscode.Disposable =>
  vscode.lm.registerTool<GenerateInput>('bioql_generate', {
    prepareInvocation: async ({ input }, token) =>
      (await import('./tool-costs.ts')).paidPreparation(parts, input, token),
    invoke: async (options, token) => (await import('./tools.ts')).generateTool(parts, options, token),
  });

function buttons(): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  return [
    registerCommand('bioql.chat.insert', async (code: string) => (await import('./code-commands.ts')).insertCode(code)),
    registerCommand('bioql.chat.run', async (code: string) => (await import('./code-commands.ts')).runCode(code)),
    registerCommand('bioql.chat.showDiff', async (before: string, after: string) =>
      (await import('./code-commands.ts')).showDiff(before, after),
    ),
    vscode.workspace.registerTextDocumentContentProvider('bioql-chat', {
      provideTextDocumentContent: async (uri) => (await import('./code-commands.ts')).shownText(uri),
    }),
  ];
}
