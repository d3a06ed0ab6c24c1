import * as vscode from 'vscode';

/**
 * Diagnostics, quick fixes, completions, hovers and CodeLenses for Python. They are loaded once VS Code has started the
 * extension, so that their size does not delay the start.
 */
export function loadLanguageFeatures(): vscode.Disposable {
  let features: vscode.Disposable | undefined;
  let gone = false;
  const timer = setTimeout(async () => {
    const { registerLanguageFeatures } = await import('./register.ts');
    if (!gone) features = registerLanguageFeatures();
  });
  return new vscode.Disposable(() => {
    gone = true;
    clearTimeout(timer);
    features?.dispose();
  });
}
