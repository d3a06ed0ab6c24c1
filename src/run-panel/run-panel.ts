import * as vscode from 'vscode';
import type { CallPlace } from '../call-at.ts';
import { spanOfGate } from '../core/gate-span.ts';
import { displayLang } from '../display-lang.ts';
import { createPage } from './create-page.ts';
import type { FromPage, ToPage } from './messages.ts';
import { reveal } from './reveal.ts';
import { createRunSession, type RunSession } from './run-session.ts';
import { save } from './save.ts';
import { panelTexts } from './texts.ts';
import { type TrackedCall, trackCall } from './tracked-call.ts';

export interface RunPanel extends vscode.Disposable {
  /** Whether this is the panel of the call. */
  isOf(place: CallPlace): boolean;
  run(place: CallPlace): void;
}

/** Opens the panel of a call beside the code, and runs the call. */
export function openRunPanel(extensionUri: vscode.Uri, first: CallPlace, closed: () => void): RunPanel {
  const lang = displayLang();
  const panel = createPage(extensionUri, {
    viewType: 'bioql.run',
    lang,
    script: 'run-panel.js',
    styles: ['run-panel.css', 'run-panel-results.css'],
  });
  const tell = (message: ToPage) => void panel.webview.postMessage(message);
  const tracked = trackCall(first, (stale) => tell({ kind: 'stale', stale }));
  const session = createRunSession({
    worker: vscode.Uri.joinPath(extensionUri, 'dist', 'simulator-worker.cjs').fsPath,
    lang,
    show(view) {
      if (view.about !== undefined) panel.title = vscode.l10n.t('Run: {0}', view.about.title);
      tell({ kind: 'show', view });
    },
    answer: (answer) => tell({ kind: 'answer', answer }),
    saveCsv: (text) => void save({ beside: tracked.uri, what: 'outcomes', extension: 'csv', text }),
  });
  const run = (place: CallPlace) => {
    tracked.follow(place);
    session.run(place.site.call);
  };
  panel.webview.onDidReceiveMessage((message: FromPage) => {
    if (message.kind === 'ready') {
      tell({ kind: 'start', texts: panelTexts(), lang });
      const view = session.view();
      if (view !== undefined) tell({ kind: 'show', view });
      tell({ kind: 'stale', stale: tracked.changed() });
    } else if (message.kind === 'run') void tracked.place().then((place) => place && run(place));
    else hear(message, session, tracked);
  });
  panel.onDidDispose(() => {
    session.dispose();
    tracked.dispose();
    closed();
  });
  run(first);
  return {
    isOf: ({ document, site }) => document.uri.toString() === tracked.uri.toString() && site.from === tracked.offset(),
    run(place) {
      panel.reveal(undefined, true);
      run(place);
    },
    dispose: () => panel.dispose(),
  };
}

type Wish = Exclude<FromPage, { kind: 'ready' | 'run' }>;

function hear(message: Wish, session: RunSession, tracked: TrackedCall): unknown {
  switch (message.kind) {
    case 'ask':
      return session.ask(message.question);
    case 'reveal':
      return revealGate(message.gate, session, tracked);
    case 'saveSvg':
      return save({ beside: tracked.uri, what: message.what, extension: 'svg', text: message.svg });
    case 'saveCsv':
      return session.csv();
    case 'cancel':
      return session.cancel();
  }
}

async function revealGate(index: number, session: RunSession, tracked: TrackedCall): Promise<void> {
  const place = await tracked.place();
  const view = session.view();
  if (place === undefined || view?.kind !== 'result') return;
  const span = spanOfGate(place.site, view.result.circuit.gates[index], place.document.getText());
  await reveal(place.document, span);
}
