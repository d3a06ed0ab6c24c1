import * as vscode from 'vscode';
import { type AnswerParts, answerInto } from './answer-into.ts';
import { askPrompt } from './ask-prompt.ts';
import { wordingAt } from './core/prompt.ts';
import type { Target } from './core/target.ts';
import type { Preview, Previews } from './preview.ts';
import { trackTarget } from './tracked-target.ts';
import { offerToRunAll } from './workflow/offer-run.ts';

interface Parts extends AnswerParts {
  readonly previews: Previews;
}

/** Asks for a request, shows its answer as it comes, and puts the code in place once it is accepted. */
export async function generateCode(parts: Parts): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a Python file first: the code goes at its cursor.'));
    return;
  }
  const { wording, start } = startOf(editor);
  const prompt = await askPrompt(wording);
  if (prompt === undefined) return;
  const { line } = editor.document.positionAt(start.to);
  makeRoom(editor, line);
  const preview = parts.previews.open(editor.document, line);
  const target = trackTarget(editor.document, start, preview.moveTo);
  try {
    const answer = await decideOn(preview, prompt, parts);
    if (answer === undefined) return;
    preview.dispose();
    const placed = await target.insert(answer.code, unitOf(editor));
    if (placed) {
      parts.meter.accepted(answer.reasoning);
      void offerToRunAll(answer.code);
    } else
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The code could not be inserted: the file cannot be changed.'),
      );
  } finally {
    target.dispose();
    preview.dispose();
  }
}

/** About as many lines as a preview is high, and as many as are left in sight above it. */
const PREVIEW_LINES = 14;
const LINES_ABOVE = 6;

type Accepted = { readonly reasoning: string; readonly code: string };

/** Runs a request until its answer is accepted or discarded. */
async function decideOn(preview: Preview, first: string, parts: Parts): Promise<Accepted | undefined> {
  let prompt: string | undefined = first;
  let attempt = 1;
  while (prompt !== undefined) {
    const state = await answerInto(preview, { prompt, attempt }, parts);
    if (state !== undefined) preview.show(state);
    const decision = await preview.decision();
    if (decision === 'discard') return undefined;
    if (decision === 'accept' && state?.kind === 'ready') return state;
    if (decision === 'rephrase') prompt = await askPrompt(prompt);
    attempt = decision === 'retry' && state?.kind === 'ready' ? attempt + 1 : 1;
  }
  return undefined;
}

/** Where a request starts from: its wording in the document, and the place that its code goes to. */
function startOf({ document, selection }: vscode.TextEditor): { wording: string; start: Target } {
  const line = document.lineAt(selection.active.line);
  const { origin, prompt } = wordingAt(document.getText(selection), line.text);
  const [first, last] =
    origin === 'selection' ? [selection.start, selection.end] : [selection.active, selection.active];
  return { wording: prompt, start: { origin, from: document.offsetAt(first), to: document.offsetAt(last) } };
}

/** Scrolls when the preview below the line would be out of sight. */
function makeRoom(editor: vscode.TextEditor, line: number): void {
  const last = editor.visibleRanges.at(-1)?.end.line ?? line;
  if (last - line >= PREVIEW_LINES) return;
  const above = Math.max(0, line - LINES_ABOVE);
  editor.revealRange(new vscode.Range(above, 0, above, 0), vscode.TextEditorRevealType.AtTop);
}

const unitOf = ({ options }: vscode.TextEditor): string =>
  options.insertSpaces === false ? '\t' : ' '.repeat(Number(options.tabSize));
