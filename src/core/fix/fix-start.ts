import type { Diagnostic } from '@bioql/language/diagnostics';
import type { PythonFile, Span } from '@bioql/language/python';
import { statementsOf, touching } from '@bioql/language/repair/statements';
import { isBioqlTraceback, readTraceback } from '@bioql/language/traceback';

/** Where a fix starts from: the part of a text that it is about (all of it without one), and what a person has seen go wrong. */
export interface FixStart {
  readonly within?: Span;
  readonly traceback: string;
}

export interface FixScene {
  readonly file: PythonFile;
  readonly diagnostics: readonly Diagnostic[];
  /** In offsets of the text. */
  readonly selection: Span;
  readonly fileName: string;
  readonly clipboard: string;
}

/** The selection, or the statement with a diagnostic at the cursor, or the one that a traceback names, or everything. */
export function fixStart({ file, diagnostics, selection, fileName, clipboard }: FixScene): FixStart {
  const selected = file.source.slice(selection.from, selection.to);
  const traceback = isBioqlTraceback(selected) ? selected : isBioqlTraceback(clipboard) ? clipboard : '';
  if (selected.trim() !== '' && traceback !== selected) return { within: selection, traceback };
  const [statement] = touching(statementsOf(file), { from: selection.to, to: selection.to });
  const isWrong =
    statement !== undefined &&
    diagnostics.some(
      ({ severity, from, to }) => severity !== 'information' && from <= statement.to && statement.from <= to,
    );
  if (isWrong) return { within: { from: statement.from, to: statement.to }, traceback };
  const line = lineNamed(traceback, fileName);
  const at = line === undefined ? undefined : startOfLine(file.source, line);
  return at === undefined ? { traceback } : { within: at, traceback };
}

/** The innermost line of this file that a traceback names; a cell has no name that could be compared. */
function lineNamed(traceback: string, fileName: string): number | undefined {
  const frames = readTraceback(traceback)?.frames ?? [];
  const ownName = (path: string) => path === '' || path.split(/[\\/]/).at(-1) === fileName;
  return frames.findLast(({ file }) => ownName(file))?.line;
}

function startOfLine(source: string, line: number): Span | undefined {
  const lines = source.split('\n');
  const text = lines[line - 1];
  if (text === undefined || text.trim() === '') return undefined;
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return { from: start + (text.length - text.trimStart().length), to: start + text.trimEnd().length };
}
