import { MAX_PROMPT_CHARACTERS } from '@bioql/contract/limits';
import * as vscode from 'vscode';

/** Asks what to generate; `undefined` when the person leaves. */
export async function askPrompt(wording: string): Promise<string | undefined> {
  const prompt = await vscode.window.showInputBox({
    title: vscode.l10n.t('BioQL: Generate Code'),
    prompt: vscode.l10n.t('What should the program do?'),
    placeHolder: vscode.l10n.t('For example: a GHZ state of 4 qubits on the simulator with 2000 shots'),
    value: wording,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim().length > MAX_PROMPT_CHARACTERS
        ? vscode.l10n.t('At most {0} characters.', MAX_PROMPT_CHARACTERS)
        : undefined,
  });
  return prompt?.trim() || undefined;
}
