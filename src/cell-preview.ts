import * as vscode from 'vscode';
import { type Link, linkOf } from './failure-text.ts';
import type { Decision, Preview } from './preview.ts';
import type { PreviewState } from './preview-body.ts';

/**
 * The preview of a notebook cell: a progress message while the answer is written, then a dialog. VS Code draws no comment
 * threads of extensions in cells.
 */
export function openCellPreview(): Preview {
  const gone = new AbortController();
  let title = '';
  let state: PreviewState = { kind: 'working', reasoning: '', code: '', note: '' };
  let hide: (() => void) | undefined;
  const hideProgress = () => {
    hide?.();
    hide = undefined;
  };
  const showProgress = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    hide = resolve;
    const options = { location: vscode.ProgressLocation.Notification, title: `BioQL: ${title}`, cancellable: true };
    void vscode.window.withProgress(options, (_progress, token) => {
      token.onCancellationRequested(() => gone.abort());
      return promise;
    });
  };
  return {
    signal: gone.signal,
    entitle(prompt) {
      title = prompt;
    },
    show(next) {
      state = next;
      if (next.kind !== 'working') hideProgress();
      else if (hide === undefined) showProgress();
    },
    moveTo: () => undefined,
    decision: async () => (gone.signal.aborted ? 'discard' : ask(title, state)),
    dispose() {
      hideProgress();
      gone.abort();
    },
  };
}

async function ask(title: string, state: PreviewState): Promise<Decision> {
  const { message, detail, choices, link } = questionOf(title, state);
  const titles = [...choices.map(([name]) => name), ...(link === undefined ? [] : [link.title])];
  const chosen = await vscode.window.showInformationMessage(message, { modal: true, detail }, ...titles);
  if (link !== undefined && chosen === link.title)
    await vscode.commands.executeCommand(link.command, ...(link.argument === undefined ? [] : [link.argument]));
  return choices.find(([name]) => name === chosen)?.[1] ?? 'discard';
}

interface Question {
  readonly message: string;
  readonly detail: string;
  readonly choices: readonly (readonly [name: string, decision: Decision])[];
  readonly link?: Link | undefined;
}

function questionOf(title: string, state: PreviewState): Question {
  const retry = [vscode.l10n.t('Retry'), 'retry'] as const;
  switch (state.kind) {
    case 'ready': {
      const { reasoning, code, note, took, checked } = state;
      const parts = [note, reasoning, code, ...(checked?.sentences ?? []), took];
      const accept = [vscode.l10n.t('Accept'), 'accept'] as const;
      return { message: title, detail: parts.filter((part) => part !== '').join('\n\n'), choices: [accept, retry] };
    }
    case 'refused': {
      const rephrase = [vscode.l10n.t('Change Request'), 'rephrase'] as const;
      return { message: state.message, detail: state.note, choices: [rephrase] };
    }
    case 'failed':
      return { message: state.sentence, detail: title, choices: [retry], link: linkOf(state.remedy) };
    case 'working':
      return { message: title, detail: '', choices: [] };
  }
}
