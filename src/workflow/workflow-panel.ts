import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { CallAddress } from '../call-at.ts';
import { spanOfGate } from '../core/gate-span.ts';
import { displayLang } from '../display-lang.ts';
import { createPage } from '../run-panel/create-page.ts';
import { reveal } from '../run-panel/reveal.ts';
import { save } from '../run-panel/save.ts';
import type { FromPage, ToPage } from './messages.ts';
import { workflowTexts } from './texts.ts';
import { type TrackedWorkflow, trackWorkflow } from './tracked-workflow.ts';
import type { WorkflowPlace } from './workflow-at.ts';
import { createWorkflowSession, type WorkflowSession } from './workflow-session.ts';

export interface WorkflowPanel extends vscode.Disposable {
  /** Whether this is the panel of the document. */
  isOf(document: vscode.TextDocument): boolean;
  run(place: WorkflowPlace): void;
}

/** Opens the panel of a document's steps beside the code, and runs them; closing it ends the run. */
export function openWorkflowPanel(extensionUri: vscode.Uri, first: WorkflowPlace, closed: () => void): WorkflowPanel {
  const lang = displayLang();
  const panel = createPage(extensionUri, {
    viewType: 'bioql.workflow',
    lang,
    script: 'workflow-panel.js',
    styles: ['run-panel.css', 'run-panel-results.css', 'workflow-panel.css'],
  });
  const file = basename(first.document.uri.path);
  panel.title = vscode.l10n.t('Steps: {0}', file);
  const tell = (message: ToPage) => void panel.webview.postMessage(message);
  const tracked = trackWorkflow(first, (stale) => tell({ kind: 'stale', stale }));
  const session = createWorkflowSession({
    script: vscode.Uri.joinPath(extensionUri, 'dist', 'simulator-worker.cjs').fsPath,
    lang,
    show: (view) => tell({ kind: 'show', view }),
    progress: (step, done) => tell({ kind: 'progress', step, done }),
    saveCsv: (text) => void save({ beside: tracked.uri, what: 'steps', extension: 'csv', text }),
  });
  const run = (place: WorkflowPlace) => {
    tracked.follow(place);
    session.run(file, place.sites);
    tell({ kind: 'stale', stale: false });
  };
  panel.webview.onDidReceiveMessage((message: FromPage) => {
    if (message.kind === 'ready') {
      tell({ kind: 'start', texts: workflowTexts(), lang });
      const view = session.view();
      if (view !== undefined) tell({ kind: 'show', view });
      tell({ kind: 'stale', stale: tracked.changed() });
    } else if (message.kind === 'run') void tracked.place().then(run);
    else void hear(message, session, tracked);
  });
  panel.onDidDispose(() => {
    session.dispose();
    tracked.dispose();
    closed();
  });
  run(first);
  return {
    isOf: ({ uri }) => uri.toString() === tracked.uri.toString(),
    run(place) {
      panel.reveal(undefined, true);
      run(place);
    },
    dispose: () => panel.dispose(),
  };
}

type Wish = Exclude<FromPage, { kind: 'ready' | 'run' }>;

async function hear(message: Wish, session: WorkflowSession, tracked: TrackedWorkflow): Promise<unknown> {
  switch (message.kind) {
    case 'sample':
      return session.sample(message.seed);
    case 'saveCsv':
      return session.csv();
    case 'cancel':
      return session.cancel();
    case 'reveal':
      return revealStep(message, session, await tracked.place());
    case 'open': {
      const { document, sites } = await tracked.place();
      const site = sites[message.step];
      if (site === undefined) return undefined;
      const address: CallAddress = { uri: document.uri.toString(), offset: site.from };
      return vscode.commands.executeCommand('bioql.runOnSimulator', address);
    }
  }
}

async function revealStep(
  { step, gate }: Wish & { kind: 'reveal' },
  session: WorkflowSession,
  { document, sites }: WorkflowPlace,
): Promise<void> {
  const site = sites[step];
  if (site === undefined) return;
  const state = session.view()?.steps[step]?.state;
  const picked = gate !== undefined && state?.kind === 'result' ? state.result.circuit.gates[gate] : undefined;
  await reveal(document, picked === undefined ? [site.from, site.to] : spanOfGate(site, picked, document.getText()));
}
