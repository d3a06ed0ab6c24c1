import * as vscode from 'vscode';
import { CODE_ACTION_KINDS, codeActions } from './code-actions.ts';
import { createCodeLenses } from './code-lenses.ts';
import { COMPLETION_TRIGGERS, completions } from './completions.ts';
import { watchDiagnostics } from './diagnostics.ts';
import { hovers } from './hovers.ts';
import { watchInPlay } from './in-play.ts';

/** Python in files, in notebook cells, and in what is not saved yet. */
const PYTHON: vscode.DocumentSelector = { language: 'python' };

export const registerLanguageFeatures = (): vscode.Disposable =>
  vscode.Disposable.from(
    watchDiagnostics(),
    watchInPlay(),
    vscode.languages.registerCodeActionsProvider(PYTHON, codeActions, { providedCodeActionKinds: CODE_ACTION_KINDS }),
    vscode.languages.registerCompletionItemProvider(PYTHON, completions, ...COMPLETION_TRIGGERS),
    vscode.languages.registerHoverProvider(PYTHON, hovers),
    vscode.languages.registerCodeLensProvider(PYTHON, createCodeLenses()),
  );
