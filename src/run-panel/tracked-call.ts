import { writeCode } from '@bioql/language/call';
import * as vscode from 'vscode';
import type { CallPlace } from '../call-at.ts';
import { nearestSite } from '../core/nearest-site.ts';
import { moved } from '../core/target.ts';
import { pythonText } from '../language-features/python-text.ts';

/** Typing goes on for so long before anybody is told of it. */
const SETTLED_MS = 250;

/** A call that is found again while its document is edited, closed and opened. */
export interface TrackedCall extends vscode.Disposable {
  readonly uri: vscode.Uri;
  /** Where the call begins now. */
  offset(): number;
  /** Whether the call is another one now. */
  changed(): boolean;
  /** The call as it is now, or the one that is nearest to where it was. */
  place(): Promise<CallPlace | undefined>;
  /** Goes on with another reading of the same call. */
  follow(place: CallPlace): void;
}

/** `edited` is told whether the call is another one now. */
export function trackCall(first: CallPlace, edited: (changed: boolean) => void): TrackedCall {
  const { uri } = first.document;
  let offset = first.site.from;
  let followed = textOf(first);
  let changed = false;
  let timer: NodeJS.Timeout | undefined;
  const placeIn = (document: vscode.TextDocument): CallPlace | undefined => {
    const site = nearestSite(pythonText(document)?.file.calls ?? [], offset);
    return site && { document, site };
  };
  const listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document.uri.toString() !== uri.toString() || contentChanges.length === 0) return;
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      from: rangeOffset,
      to: rangeOffset + rangeLength,
      text,
    }));
    offset = moved({ origin: 'cursor', from: offset, to: offset }, changes).from;
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed = textOf(placeIn(document)) !== followed;
      edited(changed);
    }, SETTLED_MS);
  });
  return {
    uri,
    offset: () => offset,
    changed: () => changed,
    place: async () => placeIn(await vscode.workspace.openTextDocument(uri)),
    follow(place) {
      offset = place.site.from;
      followed = textOf(place);
      changed = false;
    },
    dispose() {
      clearTimeout(timer);
      listener.dispose();
    },
  };
}

const textOf = (place: CallPlace | undefined): string | undefined => place?.site.call && writeCode(place.site.call);
