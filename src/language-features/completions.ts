import { type Completion, completionsIn } from '@bioql/language/completions';
import * as vscode from 'vscode';
import { displayLang } from '../display-lang.ts';
import { pythonText, rangeOf } from './python-text.ts';

/** What begins a value or an argument. */
export const COMPLETION_TRIGGERS = ['"', "'", '=', '(', ' '];

const KINDS: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  simulator: vscode.CompletionItemKind.EnumMember,
  hardware: vscode.CompletionItemKind.Event,
  keyword: vscode.CompletionItemKind.Field,
  program: vscode.CompletionItemKind.Snippet,
  shots: vscode.CompletionItemKind.Value,
};

/** Backends, keywords, programs and numbers of shots; nothing is asked of the service. */
export const completions: vscode.CompletionItemProvider = {
  provideCompletionItems(document, position) {
    const file = pythonText(document)?.file;
    if (file === undefined) return undefined;
    const found = completionsIn(file, document.offsetAt(position));
    if (found.length === 0) return undefined;
    const items = found.map((completion, at) => itemOf(document, position, completion, at));
    // Numbers that are typed go into the programs, so that those are made anew.
    return new vscode.CompletionList(items, found[0]?.kind === 'program');
  },
};

function itemOf(
  document: vscode.TextDocument,
  { line }: vscode.Position,
  { label, insertText, kind, detail, documentation, ...span }: Completion,
  at: number,
): vscode.CompletionItem {
  const lang = displayLang();
  // A program fills its line, and says by itself what it is.
  const item = new vscode.CompletionItem(
    kind === 'program' ? label : { label, description: detail[lang] },
    KINDS[kind],
  );
  item.insertText = insertText;
  // An item may change one line only.
  item.range = document.lineAt(line).range.intersection(rangeOf(document, span)) ?? rangeOf(document, span);
  item.sortText = String(at).padStart(4, '0');
  item.detail = detail[lang];
  if (kind === 'program') item.filterText = `${insertText} ${detail.en} ${detail.es}`;
  if (documentation !== undefined) item.documentation = documentation[lang];
  if (kind === 'keyword') item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}
