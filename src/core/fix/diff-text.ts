import { applyEdits, type TextEdit } from '@bioql/language/diagnostics';

/** Lines around a change that are shown with it. */
const CONTEXT = 1;

interface Hunk {
  /** Lines of the old text, from 0; `to` is exclusive. */
  from: number;
  to: number;
  readonly edits: TextEdit[];
}

/** The edits of a text as a unified diff, a few lines around each; it says by signs, not by colours, what goes and what comes. */
export function diffText(source: string, edits: readonly TextEdit[]): string {
  const lines = source.split('\n');
  const starts = lines.map(() => 0);
  for (let at = 1; at < lines.length; at += 1) starts[at] = (starts[at - 1] ?? 0) + (lines[at - 1]?.length ?? 0) + 1;
  const lineAt = (offset: number) =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    );
  const hunks: Hunk[] = [];
  for (const edit of edits) {
    // Lines that are put in, or taken out, whole leave the line behind them alone.
    const whole = edit.text === '' || edit.text.endsWith('\n');
    const isStart = starts.includes(edit.to) && whole && starts.includes(edit.from);
    const [from, to] = [lineAt(edit.from), isStart ? lineAt(edit.to) : lineAt(edit.to) + 1];
    const last = hunks.at(-1);
    if (last !== undefined && from <= last.to + 2 * CONTEXT) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else hunks.push({ from, to, edits: [edit] });
  }
  const width = lines.length;
  return hunks
    .map((hunk) => {
      const body = hunkLines(lines, starts, hunk, source.length);
      const place = hunks.length > 1 ? [`@@ ${hunk.from + 1} @@`] : [];
      const above = lines.slice(Math.max(0, hunk.from - CONTEXT), hunk.from).map((line) => ` ${line}`);
      const below = lines.slice(hunk.to, Math.min(width, hunk.to + CONTEXT)).map((line) => ` ${line}`);
      return [...place, ...above, ...body, ...below.filter((line) => line !== ' ' || hunk.to < width - 1)].join('\n');
    })
    .join('\n');
}

/** The lines of a hunk, those on both sides once. */
function hunkLines(lines: readonly string[], starts: readonly number[], hunk: Hunk, length: number): string[] {
  const start = starts[hunk.from] ?? length;
  const end = hunk.to < lines.length ? (starts[hunk.to] ?? length) : length;
  const text = lines.slice(hunk.from, hunk.to).join('\n') + (hunk.to < lines.length && hunk.to > hunk.from ? '\n' : '');
  const shifted = hunk.edits.map(({ from, to, text: put }) => ({
    from: from - start,
    to: Math.min(to, end) - start,
    text: put,
  }));
  const after = applyEdits(text, shifted);
  return merged(linesIn(text), linesIn(after));
}

const linesIn = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** Two short lists of lines as one, by their longest common part. */
function merged(before: readonly string[], after: readonly string[]): string[] {
  const common = before.map(() => new Array<number>(after.length + 1).fill(0));
  common.push(new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      (common[i] as number[])[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const out: string[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      out.push(` ${before[i]}`);
      i += 1;
      j += 1;
    } else if (i < before.length && (j >= after.length || at(i + 1, j) >= at(i, j + 1))) out.push(`-${before[i++]}`);
    else out.push(`+${after[j++]}`);
  }
  return out;
}
