import { MAX_PROMPT_CHARACTERS } from '@bioql/contract/limits';
import { diagnoseFile } from '@bioql/language/diagnostics';
import { type FixPlan, planFix } from '@bioql/language/fix';
import { readPython } from '@bioql/language/python';
import * as vscode from 'vscode';
import { fixStart } from '../core/fix/fix-start.ts';
import { pythonText, rangeOf, textBefore } from '../language-features/python-text.ts';
import type { Preview, Previews } from '../preview.ts';
import { type FixParts, type Outcome, outcomeOf } from './fix-state.ts';
import { trackEdits } from './tracked-edits.ts';

interface Parts extends FixParts {
  readonly previews: Previews;
}

/** Larger clipboards are no tracebacks. */
const MAX_CLIPBOARD = 50_000;

/** Mends the selection, the statement at the cursor or the file, and shows what would change before it does. */
export async function fixCode(parts: Parts, at?: unknown): Promise<void> {
  await fix(parts, '', offsetOf(at));
}

/** The same with a wish in words. */
export async function fixWithInstruction(parts: Parts): Promise<void> {
  if (pythonEditor() === undefined) return;
  const instruction = await askInstruction('');
  if (instruction !== undefined) await fix(parts, instruction);
}

function pythonEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === 'python') return editor;
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a Python file first: Fix mends BioQL code in it.'));
  return undefined;
}

/** What a quick fix names; menus give other arguments. */
const offsetOf = (at: unknown): number | undefined => {
  const { offset } = (at ?? {}) as { readonly offset?: unknown };
  return typeof offset === 'number' ? offset : undefined;
};

async function fix(parts: Parts, first: string, offset?: number): Promise<void> {
  const editor = pythonEditor();
  if (editor === undefined) return;
  const { document } = editor;
  const { within, traceback } = await startOf(editor, offset);
  const request = { code: document.getText(), before: textBefore(document), ...(within && { within }) };
  const planFor = (instruction: string) =>
    planFix({ ...request, instruction, ...(traceback !== '' && { diagnostics: traceback }) });
  const plan = planFor(first);
  if (plan.ask === undefined && plan.changes.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is nothing to fix: BioQL understands every call here.'),
    );
    return;
  }
  const preview = parts.previews.open(document, lineOf(document, plan, within?.to));
  const edits = trackEdits(document, preview);
  try {
    const accepted = await decideOn({ preview, parts, planFor, traceback, edits }, plan, first);
    if (accepted === undefined) return;
    preview.dispose();
    if (await edits.apply()) parts.meter.accepted(accepted.changes.map(({ message }) => message.en).join(' '));
    else
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The fix could not be made: the file has changed there, or cannot be changed.'),
      );
  } finally {
    edits.dispose();
    preview.dispose();
  }
}

async function startOf({ document, selection }: vscode.TextEditor, offset: number | undefined) {
  const text = pythonText(document);
  const file = text?.file ?? readPython(document.getText(), textBefore(document));
  // In a browser, reading the clipboard asks the person for leave.
  const clipboard = vscode.env.uiKind === vscode.UIKind.Desktop ? await vscode.env.clipboard.readText() : '';
  return fixStart({
    file,
    diagnostics: text?.diagnostics ?? diagnoseFile(file),
    selection:
      offset === undefined
        ? { from: document.offsetAt(selection.start), to: document.offsetAt(selection.end) }
        : { from: offset, to: offset },
    fileName: document.uri.path.split('/').at(-1) ?? '',
    clipboard: clipboard.length > MAX_CLIPBOARD ? '' : clipboard,
  });
}

/** The line that the preview stands below: that of the last change near the place that was asked about. */
function lineOf(document: vscode.TextDocument, { changes, left }: FixPlan, end: number | undefined): number {
  const offset = end ?? changes.at(-1)?.to ?? left.at(-1)?.to ?? 0;
  const { start, end: last } = rangeOf(document, { from: offset, to: offset });
  return last.character === 0 && start.line > 0 ? start.line - 1 : start.line;
}

interface Deciding {
  readonly preview: Preview;
  readonly parts: Parts;
  readonly traceback: string;
  readonly edits: ReturnType<typeof trackEdits>;
  planFor(instruction: string): FixPlan;
}

/** Runs a fix until it is accepted or discarded; the plan that was accepted. */
async function decideOn(deciding: Deciding, start: FixPlan, first: string): Promise<FixPlan | undefined> {
  const { preview, parts, planFor, traceback, edits } = deciding;
  let [plan, instruction, attempt] = [start, first, 1];
  for (;;) {
    preview.entitle(instruction === '' ? vscode.l10n.t('Fix with BioQL') : instruction);
    preview.show({ kind: 'working', reasoning: '', code: '', note: '' });
    const outcome: Outcome | undefined = await outcomeOf(plan, { instruction, traceback, attempt }, preview, parts);
    if (outcome !== undefined) {
      edits.hold(outcome.plan?.changes ?? []);
      preview.show(outcome.state);
    }
    const decision = await preview.decision();
    if (decision === 'discard') return undefined;
    if (decision === 'accept' && outcome?.plan !== undefined) return outcome.plan;
    // What rules give is always the same: only other words can lead to something else.
    if (decision === 'rephrase' || (decision === 'retry' && outcome?.byModel === false)) {
      const said = await askInstruction(instruction);
      if (said === undefined) continue;
      [plan, instruction, attempt] = [planFor(said), said, 1];
    } else attempt += 1;
  }
}

/** Asks what is to be changed; `undefined` when the person leaves. */
async function askInstruction(value: string): Promise<string | undefined> {
  const said = await vscode.window.showInputBox({
    title: vscode.l10n.t('BioQL: Fix with Instruction'),
    prompt: vscode.l10n.t('What should change?'),
    placeHolder: vscode.l10n.t('For example: run it on ionq with 500 shots'),
    value,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim().length > MAX_PROMPT_CHARACTERS
        ? vscode.l10n.t('At most {0} characters.', MAX_PROMPT_CHARACTERS)
        : undefined,
  });
  return said?.trim() || undefined;
}
