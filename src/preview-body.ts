import * as vscode from 'vscode';
import type { CheckedCalls } from './checked-calls.ts';
import type { Remedy } from './core/failures.ts';
import { reasoningSteps } from './core/reasoning-steps.ts';
import { linkOf } from './failure-text.ts';

export type PreviewState =
  | { readonly kind: 'working'; readonly reasoning: string; readonly code: string; readonly note: string }
  | {
      readonly kind: 'ready';
      readonly reasoning: string;
      readonly code: string;
      /** What the code is written in; Python unless it says something else. */
      readonly language?: 'diff';
      readonly note: string;
      readonly took: string;
      readonly checked?: CheckedCalls | undefined;
      /** What can be done about what the note says. */
      readonly remedy?: Remedy;
    }
  | { readonly kind: 'refused'; readonly message: string; readonly note: string; readonly remedy?: Remedy }
  | { readonly kind: 'failed'; readonly sentence: string; readonly remedy: Remedy };

/** What the preview says in a state. What a person can decide is in its title bar. */
export function bodyOf(state: PreviewState): vscode.MarkdownString {
  const body = new vscode.MarkdownString('', true);
  if (state.kind === 'failed') return appendFailure(body, state.sentence, state.remedy);
  if (state.note !== '') body.appendMarkdown(`$(info) ${escaped(state.note)}\n\n`);
  if (state.kind !== 'working' && state.remedy !== undefined) appendLink(body, state.remedy).appendMarkdown('\n\n');
  if (state.kind === 'refused') return body.appendMarkdown(`$(circle-slash) ${escaped(state.message)}`);
  const isDiff = state.kind === 'ready' && state.language === 'diff';
  const reasoning = isDiff ? listed(state.reasoning) : stepByStep(state.reasoning);
  if (state.reasoning !== '') body.appendMarkdown(`${reasoning}\n\n`);
  if (state.code !== '') body.appendCodeblock(state.code, isDiff ? 'diff' : 'python');
  if (state.kind === 'ready' && state.checked !== undefined) body.appendMarkdown(checkText(state.checked));
  if (state.kind === 'ready')
    return body.appendMarkdown(`\n${vscode.l10n.t('Ctrl/⌘+Enter accepts, Escape discards.')}`);
  if (body.value === '') body.appendMarkdown(`$(loading~spin) ${vscode.l10n.t('Thinking…')}`);
  return body;
}

function appendFailure(body: vscode.MarkdownString, sentence: string, remedy: Remedy): vscode.MarkdownString {
  body.appendMarkdown(`$(error) ${escaped(sentence)}\n\n`);
  return appendLink(body, remedy);
}

function appendLink(body: vscode.MarkdownString, remedy: Remedy): vscode.MarkdownString {
  const link = linkOf(remedy);
  if (link === undefined) return body;
  body.isTrusted = { enabledCommands: [link.command] };
  const query = link.argument === undefined ? '' : `?${encodeURIComponent(JSON.stringify([link.argument]))}`;
  return body.appendMarkdown(`[${link.title}](command:${link.command}${query})`);
}

/** The steps of a program of several calls on lines of their own. */
function stepByStep(reasoning: string): string {
  const { before, steps } = reasoningSteps(reasoning);
  const listed = steps.map((step, at) => `${at + 1}. ${escaped(step)}`).join('\n');
  return [...(before === '' ? [] : [escaped(before)]), ...(listed === '' ? [] : [listed])].join('\n\n');
}

/** One line as a paragraph, several as a list. */
function listed(text: string): string {
  const lines = text.split('\n');
  return lines.length === 1 ? escaped(text) : lines.map((line) => `- ${escaped(line)}`).join('\n');
}

const checkText = ({ ok, sentences }: CheckedCalls): string =>
  `\n${ok ? '$(pass)' : '$(warning)'} ${sentences.map(escaped).join('\n\n')}\n\n`;

/** Text as Markdown that shows it. `appendText` would make each space one that no line breaks at. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-!~|<>$&]/g, '\\$&').replace(/\n/g, '\n\n');
