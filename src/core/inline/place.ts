import { IMPORT_LINE } from '@bioql/language/call';
import { importsQuantum } from '@bioql/language/imports';

/** Where a suggestion is wanted; in a notebook the cells above belong to the prefix. */
export interface Place {
  readonly prefix: string;
  readonly suffix: string;
}

/** Texts for a place; each replaces the first `over` characters of its suffix. */
export interface Offer {
  readonly texts: readonly string[];
  readonly over: number;
}

const BEFORE_CHARS = 6000;
const AFTER_CHARS = 2000;

/** What of a long file is sent: whole lines around the cursor, and the import, which says that BioQL is in play. */
export function windowOf({ prefix, suffix }: Place): Place {
  const near = suffix.slice(0, AFTER_CHARS);
  if (prefix.length <= BEFORE_CHARS) return { prefix, suffix: near };
  const start = prefix.indexOf('\n', prefix.length - BEFORE_CHARS) + 1;
  const kept = prefix.slice(start);
  const imported = importsQuantum(prefix, prefix.length) && !importsQuantum(kept, kept.length);
  return { prefix: imported ? `${IMPORT_LINE}\n${kept}` : kept, suffix: near };
}
