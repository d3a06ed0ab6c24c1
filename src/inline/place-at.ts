import * as vscode from 'vscode';
import type { Offer, Place } from '../core/inline/place.ts';
import { textBefore } from '../language-features/python-text.ts';

/** A place in a document, with what the list of completions would put there. */
export interface DocumentPlace extends Place {
  readonly itemsOf: (offer: Offer) => vscode.InlineCompletionItem[];
}

/** Suggestions have plain line ends, which VS Code makes those of the document. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n');

/** The text around a position; an entry that is selected in the list of completions counts as taken. */
export function placeAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  selected: vscode.SelectedCompletionInfo | undefined,
): DocumentPlace {
  const range = selected?.range ?? new vscode.Range(position, position);
  const taken = selected?.text ?? '';
  const source = document.getText();
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return {
    prefix: plain(textBefore(document) + source.slice(0, from) + taken),
    suffix: plain(source.slice(to)),
    itemsOf: ({ texts, over }) => {
      const replaced = new vscode.Range(range.start, document.positionAt(to + over));
      return texts.map((text) => new vscode.InlineCompletionItem(taken + text, replaced));
    },
  };
}
