import * as vscode from 'vscode';
import type { Remedy } from './core/failures.ts';
import { linkOf } from './failure-text.ts';

export type PreviewState =
  | { readonly kind: 'working'; readonly reasoning: string; readonly code: string; readonly note: string }
  | {
      readonly kind: 'ready';
      readonly reasoning: string;
      readonly code: string;
      readonly note: string;
      readonly took: string;
    }
  | { readonly kind: 'refused'; readonly message: string; readonly note: string }
  | { readonly kind: 'failed'; readonly sentence: string; readonly remedy: Remedy };

/** What the preview says in a state. What a person can decide is in its title bar. */
export function bodyOf(state: PreviewState): vscode.MarkdownString {
  const body = new vscode.MarkdownString('', true);
  if (state.kind === 'failed') return appendFailure(body, state.sentence, state.remedy);
  if (state.note !== '') body.appendMarkdown(`$(info) ${escaped(state.note)}\n\n`);
  if (state.kind === 'refused') return body.appendMarkdown(`$(circle-slash) ${escaped(state.message)}`);
  if (state.reasoning !== '') body.appendMarkdown(`${escaped(state.reasoning)}\n\n`);
  if (state.code !== '') body.appendCodeblock(state.code, 'python');
  if (state.kind === 'ready')
    return body.appendMarkdown(`\n${vscode.l10n.t('Ctrl/⌘+Enter accepts, Escape discards.')}`);
  if (body.value === '') body.appendMarkdown(`$(loading~spin) ${vscode.l10n.t('Thinking…')}`);
  return body;
}

function appendFailure(body: vscode.MarkdownString, sentence: string, remedy: Remedy): vscode.MarkdownString {
  body.appendMarkdown(`$(error) ${escaped(sentence)}`);
  const link = linkOf(remedy);
  if (link === undefined) return body;
  body.isTrusted = { enabledCommands: [link.command] };
  const query = link.argument === undefined ? '' : `?${encodeURIComponent(JSON.stringify([link.argument]))}`;
  return body.appendMarkdown(`\n\n[${link.title}](command:${link.command}${query})`);
}

/** Text as Markdown that shows it. `appendText` would make each space one that no line breaks at. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-!~|<>$&]/g, '\\$&').replace(/\n/g, '\n\n');
