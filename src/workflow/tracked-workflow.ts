import type { Span } from '@bioql/language/python';
import * as vscode from 'vscode';
import { moved } from '../core/target.ts';
import { codeOf, placeIn, stepsIn, type WorkflowPlace } from './workflow-at.ts';

/** Typing goes on for so long before anybody is told of it. */
const SETTLED_MS = 250;

/** The steps of a document that are found again while it is edited, closed and opened. */
export interface TrackedWorkflow extends vscode.Disposable {
  readonly uri: vscode.Uri;
  /** Whether the steps are others now. */
  changed(): boolean;
  place(): Promise<WorkflowPlace>;
  /** Goes on with another reading of the steps. */
  follow(place: WorkflowPlace): void;
}

export function trackWorkflow(first: WorkflowPlace, edited: (changed: boolean) => void): TrackedWorkflow {
  const { uri } = first.document;
  let { span } = first;
  let followed = codeOf(first.sites);
  let changed = false;
  let timer: NodeJS.Timeout | undefined;
  const listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document.uri.toString() !== uri.toString() || contentChanges.length === 0) return;
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      from: rangeOffset,
      to: rangeOffset + rangeLength,
      text,
    }));
    span = span && movedSpan(span, changes);
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed = codeOf(stepsIn(document, span)) !== followed;
      edited(changed);
    }, SETTLED_MS);
  });
  return {
    uri,
    changed: () => changed,
    place: async () => placeIn(await vscode.workspace.openTextDocument(uri), span),
    follow(place) {
      span = place.span;
      followed = codeOf(place.sites);
      changed = false;
    },
    dispose() {
      clearTimeout(timer);
      listener.dispose();
    },
  };
}

const movedSpan = (span: Span, changes: Parameters<typeof moved>[1]): Span => {
  const { from, to } = moved({ origin: 'cursor', ...span }, changes);
  return { from, to };
};
