import type { Sentence } from '../algorithm.ts';
import type { TextEdit } from '../diagnostics/diagnostic.ts';
import type { PythonFile } from '../python.ts';

/** What a change is about. */
export type ChangeKind =
  | 'import'
  | 'call'
  | 'syntax'
  | 'keyword'
  | 'backend'
  | 'shots'
  | 'program'
  | 'database'
  | 'circuit'
  | 'model';

export interface Note {
  readonly kind: ChangeKind;
  readonly message: Sentence;
}

/** One thing to mend, with its edits, which do not overlap. */
export interface Step extends Note {
  readonly edits: readonly TextEdit[];
}

/** Finds what it can mend with certainty; everything else is left as it is. */
export type Rule = (file: PythonFile) => Step[];

/** "before" becomes "after", in a sentence. */
export const became = (what: Sentence, before: string, after: string): Sentence => ({
  en: `${what.en} ${before} is now ${after}.`,
  es: `${what.es} ${before} es ahora ${after}.`,
});
