import { applyEdits, type TextEdit } from '../diagnostics/diagnostic.ts';
import type { Note, Step } from './step.ts';

/** A replacement in the first text, and why. */
export interface Patch extends TextEdit {
  readonly notes: readonly Note[];
}

/** A text with replacements that were made one after another; all are in offsets of the first text, in order and apart. */
export interface Patched {
  readonly source: string;
  readonly patches: readonly Patch[];
}

export const textOf = ({ source, patches }: Patched): string => applyEdits(source, patches);

/** A patch with where it stands in the text as it is now. */
interface Placed extends Patch {
  readonly start: number;
  readonly end: number;
}

function placed({ patches }: Patched): Placed[] {
  let delta = 0;
  return patches.map((patch) => {
    const start = patch.from + delta;
    delta += patch.text.length - (patch.to - patch.from);
    return { ...patch, start, end: start + patch.text.length };
  });
}

/** The place in the first text that an offset of the text as it is now came from. */
export function originOf(patched: Patched, offset: number): number {
  const before = placed(patched).findLast(({ start }) => start <= offset);
  if (before === undefined) return offset;
  return offset <= before.end ? before.from : before.to + (offset - before.end);
}

/** Makes an edit in the text as it is now; what it touches becomes one with it. */
function edited(patched: Patched, { from, to, text }: TextEdit, note: Note): Patched {
  const all = placed(patched);
  const touched = all.filter(({ start, end }) => start <= to && from <= end);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) {
    const at = (offset: number) => originOf(patched, offset);
    return inserted(patched, { from: at(from), to: at(to), text, notes: [note] });
  }
  const now = textOf(patched);
  const merged: Patch = {
    from: first.from - Math.max(0, first.start - from),
    to: last.to + Math.max(0, to - last.end),
    text: now.slice(Math.min(first.start, from), from) + text + now.slice(to, Math.max(last.end, to)),
    notes: [...touched.flatMap(({ notes }) => notes), note],
  };
  const others = all.filter((patch) => !touched.includes(patch));
  return inserted({ source: patched.source, patches: others }, merged);
}

const inserted = ({ source, patches }: Patched, patch: Patch): Patched => ({
  source,
  patches: [...patches.map(({ from, to, text, notes }) => ({ from, to, text, notes })), patch].sort(
    (a, b) => a.from - b.from || a.to - b.to,
  ),
});

/** The text with a step made. */
export const stepped = (patched: Patched, { kind, message, edits }: Step): Patched => {
  const note = { kind, message };
  return [...edits].sort((a, b) => b.from - a.from).reduce((sum, edit) => edited(sum, edit, note), patched);
};

/** A replacement without what is the same on both sides; `undefined` when nothing is left of it. */
export function trimmed<Edit extends TextEdit>(source: string, edit: Edit): Edit | undefined {
  const old = source.slice(edit.from, edit.to);
  const most = Math.min(old.length, edit.text.length);
  let head = 0;
  while (head < most && old[head] === edit.text[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === edit.text.at(-1 - tail)) tail += 1;
  if (head === old.length && head === edit.text.length) return undefined;
  return {
    ...edit,
    from: edit.from + head,
    to: edit.to - tail,
    text: edit.text.slice(head, edit.text.length - tail),
  };
}
