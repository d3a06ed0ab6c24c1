import type { TextEdit } from '@bioql/language/diagnostics';

/** Edits after changes of one event elsewhere in the text; `undefined` when a change touches one of them. */
export function shiftedEdits(
  edits: readonly TextEdit[],
  changes: readonly TextEdit[],
): readonly TextEdit[] | undefined {
  const touched = edits.some((edit) => changes.some(({ from, to }) => from <= edit.to && edit.from <= to));
  if (touched) return undefined;
  return edits.map((edit) => {
    const by = changes
      .filter(({ to }) => to < edit.from)
      .reduce((sum, { from, to, text }) => sum + text.length - (to - from), 0);
    return { ...edit, from: edit.from + by, to: edit.to + by };
  });
}
