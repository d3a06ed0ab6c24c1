import * as vscode from 'vscode';
import type { InlineParts, InlineSuggestions } from '../inline/provider.ts';

export interface LanguageFeatures extends vscode.Disposable {
  /** Stops the suggestion that is being asked for. */
  stopSuggestion(): void;
}

/**
 * Diagnostics, quick fixes, completions, hovers, CodeLenses and ghost text for Python. They are loaded once VS Code has started the
 * extension, so that their size does not delay the start.
 */
export function loadLanguageFeatures(inline: InlineParts): LanguageFeatures {
  let suggestions: InlineSuggestions | undefined;
  let features: vscode.Disposable | undefined;
  let gone = false;
  const timer = setTimeout(async () => {
    const { registerLanguageFeatures } = await import('./register.ts');
    const { registerInlineSuggestions } = await import('../inline/provider.ts');
    if (gone) return;
    suggestions = registerInlineSuggestions(inline);
    features = vscode.Disposable.from(registerLanguageFeatures(), suggestions);
  });
  return {
    stopSuggestion: () => suggestions?.stop(),
    dispose() {
      gone = true;
      clearTimeout(timer);
      features?.dispose();
    },
  };
}
