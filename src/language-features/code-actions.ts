import { canonicalEdit } from '@bioql/language/canonical';
import type { Diagnostic, TextEdit } from '@bioql/language/diagnostics';
import * as vscode from 'vscode';
import { displayLang } from '../display-lang.ts';
import { shown } from './diagnostics.ts';
import { pythonText, rangeOf } from './python-text.ts';

const { QuickFix, RefactorRewrite } = vscode.CodeActionKind;

export const CODE_ACTION_KINDS = [QuickFix, RefactorRewrite];

/** The fixes of the diagnostics, and the canonical form of a program. */
export const codeActions: vscode.CodeActionProvider = {
  provideCodeActions(document, range, { only }) {
    const wants = (kind: vscode.CodeActionKind) => only === undefined || only.contains(kind);
    return [
      ...(wants(QuickFix) ? [...quickFixes(document, range), ...fixWithBioql(document, range)] : []),
      ...(wants(RefactorRewrite) ? canonicalForms(document, range) : []),
    ];
  },
};

const quickFixes = (document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] =>
  (pythonText(document)?.diagnostics ?? [])
    .filter((diagnostic) => rangeOf(document, diagnostic).intersection(range) !== undefined)
    .flatMap((diagnostic) => quickFix(document, diagnostic) ?? []);

function quickFix(document: vscode.TextDocument, diagnostic: Diagnostic): vscode.CodeAction | undefined {
  const { fix, severity } = diagnostic;
  if (fix === undefined) return undefined;
  const action = new vscode.CodeAction(fix.title[displayLang()], QuickFix);
  action.edit = editOf(document, fix.edits);
  action.diagnostics = [shown(document, diagnostic)];
  // Whoever asked for hardware is not moved off it by "auto fix".
  action.isPreferred = severity !== 'information';
  return action;
}

/** The command that mends the whole statement, in a preview, where a diagnostic says that something is wrong. */
function fixWithBioql(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
  const diagnostics = (pythonText(document)?.diagnostics ?? [])
    .filter(({ severity }) => severity === 'error')
    .filter((diagnostic) => rangeOf(document, diagnostic).intersection(range) !== undefined)
    .map((diagnostic) => shown(document, diagnostic));
  if (diagnostics.length === 0) return [];
  const title = vscode.l10n.t('Fix with BioQL');
  const action = new vscode.CodeAction(title, QuickFix);
  action.diagnostics = diagnostics;
  const at = pythonText(document)?.diagnostics.find(
    (diagnostic) => diagnostic.severity === 'error' && rangeOf(document, diagnostic).intersection(range) !== undefined,
  );
  action.command = {
    title,
    command: 'bioql.fixCode',
    arguments: [{ uri: document.uri.toString(), offset: at?.from ?? 0 }],
  };
  return [action];
}

const canonicalForms = (document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] =>
  (pythonText(document)?.file.calls ?? []).flatMap((site) => {
    const edit = canonicalEdit(site);
    if (edit === undefined || rangeOf(document, site).intersection(range) === undefined) return [];
    const title = vscode.l10n.t('Write the program in its canonical form');
    const action = new vscode.CodeAction(title, RefactorRewrite);
    action.edit = editOf(document, [edit]);
    return [action];
  });

function editOf(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const out = new vscode.WorkspaceEdit();
  out.set(
    document.uri,
    edits.map((edit) => vscode.TextEdit.replace(rangeOf(document, edit), edit.text)),
  );
  return out;
}
