import type { Origin } from './prompt.ts';

/** The place in a document where code is to go; offsets are UTF-16 code units. */
export interface Target {
  readonly origin: Origin;
  readonly from: number;
  /** The end of the text that the code replaces; `from` when it replaces nothing. */
  readonly to: number;
}

/** A replacement in a text, in offsets of the text before it. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The target after changes of one event, which are all in offsets of the text before the event. */
export function moved(target: Target, changes: readonly Change[]): Target {
  const touched = changes.some(({ from, to }) => from < target.to && to > target.from);
  const from = shifted(target.from, changes);
  const to = target.from === target.to ? from : shiftedEnd(target.to, changes);
  // What a person has written into the selection is theirs: the code then goes below it.
  return touched && target.origin === 'selection' ? { origin: 'cursor', from: to, to } : { ...target, from, to };
}

const shifted = (offset: number, changes: readonly Change[]): number =>
  changes.reduce((sum, { from, to, text }) => {
    if (to <= offset) return sum + text.length - (to - from);
    return from < offset ? sum + from - offset : sum;
  }, offset);

/** As `shifted`, but text written right at the offset stays behind it. */
const shiftedEnd = (offset: number, changes: readonly Change[]): number =>
  shifted(
    offset,
    changes.filter(({ from, to }) => from !== to || from !== offset),
  );
