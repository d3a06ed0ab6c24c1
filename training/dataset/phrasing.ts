import { readdirSync, readFileSync } from 'node:fs';
import type { Slots } from '@bioql/language/algorithm';
import { REFUSAL_REASONS, type RefusalReason } from '@bioql/language/refusal';

/** One written prompt with marked slots; the format is in `phrasings/README.md`. */
export interface Phrasing {
  readonly text: string;
  readonly lang: 'en' | 'es' | 'mixed';
  readonly register: string;
  readonly algorithm?: string;
  /** The answer's slots, where the text says them in words of its own. */
  readonly slots?: Slots;
  readonly refuse?: RefusalReason;
}

const FOLDER = new URL('./phrasings/', import.meta.url);

/** Every phrasing, in the order of the files' names. */
export function readPhrasings(): Phrasing[] {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  return files.flatMap((file) =>
    readFileSync(new URL(file, FOLDER), 'utf8')
      .trim()
      .split('\n')
      .map((line, at) => parse(line, `${file}:${at + 1}`)),
  );
}

function parse(line: string, place: string): Phrasing {
  const row = JSON.parse(line) as Phrasing;
  const kinds = Number(row.algorithm !== undefined) + Number(row.refuse !== undefined);
  if (typeof row.text !== 'string' || kinds !== 1) throw new TypeError(`${place}: not a phrasing`);
  if (row.refuse !== undefined && !REFUSAL_REASONS.includes(row.refuse))
    throw new TypeError(`${place}: unknown refusal ${row.refuse}`);
  return row;
}
