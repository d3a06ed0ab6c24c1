import * as vscode from 'vscode';
import { openCellPreview } from './cell-preview.ts';
import { bodyOf, type PreviewState } from './preview-body.ts';

/** What a person decides about a preview. */
export type Decision = 'accept' | 'retry' | 'rephrase' | 'discard';

/** One open preview: a comment thread at the line, so that the document stays as it is until Accept. */
export interface Preview extends vscode.Disposable {
  /** Aborted when the preview goes, by whatever way. */
  readonly signal: AbortSignal;
  entitle(prompt: string): void;
  show(state: PreviewState): void;
  moveTo(line: number): void;
  decision(): Promise<Decision>;
}

export interface Previews extends vscode.Disposable {
  open(document: vscode.TextDocument, line: number): Preview;
  decide(decision: Decision): void;
}

const CONTEXT = 'bioql.preview';
/** Markdown is drawn anew on every change, so that a fast stream is shown in steps of this. */
const FRAME_MS = 60;
const LONGEST_TITLE = 80;

export function createPreviews(extensionUri: vscode.Uri): Previews {
  const controller = vscode.comments.createCommentController(CONTEXT, 'BioQL');
  const icon = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
  let current: OpenPreview | undefined;
  const context = () => {
    const here = vscode.window.activeTextEditor?.document === current?.document;
    void vscode.commands.executeCommand('setContext', CONTEXT, here ? current?.kind() : undefined);
  };
  const listeners = [
    vscode.window.onDidChangeActiveTextEditor(context),
    vscode.workspace.onDidCloseTextDocument((document) => document === current?.document && current.decide('discard')),
  ];
  return {
    open(document, line) {
      current?.decide('discard');
      if (document.uri.scheme === 'vscode-notebook-cell') return openCellPreview();
      const opened = openPreview({ controller, icon, document, line, changed: context });
      current = opened;
      context();
      const dispose = () => {
        opened.dispose();
        if (current === opened) current = undefined;
        context();
      };
      return { ...opened, dispose };
    },
    decide: (decision) => current?.decide(decision),
    dispose() {
      current?.decide('discard');
      vscode.Disposable.from(controller, ...listeners).dispose();
    },
  };
}

interface OpenPreview extends Preview {
  readonly document: vscode.TextDocument;
  kind(): PreviewState['kind'];
  decide(decision: Decision): void;
}

interface Opening {
  readonly controller: vscode.CommentController;
  readonly icon: vscode.Uri;
  readonly document: vscode.TextDocument;
  readonly line: number;
  changed(): void;
}

function openPreview({ controller, icon, document, line, changed }: Opening): OpenPreview {
  const thread = controller.createCommentThread(document.uri, new vscode.Range(line, 0, line, 0), []);
  thread.canReply = false;
  thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  const author = { name: 'BioQL', iconPath: icon };
  const gone = new AbortController();
  let state: PreviewState = { kind: 'working', reasoning: '', code: '', note: '' };
  let decided = Promise.withResolvers<Decision>();
  let frame: NodeJS.Timeout | undefined;

  const draw = () => {
    frame = undefined;
    thread.contextValue = state.kind;
    const label = state.kind === 'ready' ? { label: state.took } : {};
    thread.comments = [{ body: bodyOf(state), mode: vscode.CommentMode.Preview, author, ...label }];
  };
  const preview: OpenPreview = {
    document,
    signal: gone.signal,
    kind: () => state.kind,
    entitle(prompt) {
      thread.label = prompt.length > LONGEST_TITLE ? `${prompt.slice(0, LONGEST_TITLE)}…` : prompt;
    },
    show(next) {
      const same = next.kind === state.kind;
      state = next;
      if (same) frame ??= setTimeout(draw, FRAME_MS);
      else {
        clearTimeout(frame);
        draw();
        changed();
      }
    },
    moveTo(to) {
      if (thread.range?.start.line !== to) thread.range = new vscode.Range(to, 0, to, 0);
    },
    async decision() {
      if (gone.signal.aborted) return 'discard';
      decided = Promise.withResolvers();
      return decided.promise;
    },
    decide(decision) {
      if (decision === 'discard') gone.abort();
      decided.resolve(decision);
    },
    dispose() {
      gone.abort();
      clearTimeout(frame);
      thread.dispose();
    },
  };
  draw();
  return preview;
}
