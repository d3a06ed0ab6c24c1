import type { Lang } from '../algorithm.ts';
import { IMPORT_LINE } from '../call.ts';
import { type FixPlan, planFix } from '../fix.ts';
import { findCalls } from '../python.ts';
import { TRACEBACK } from './patterns.ts';

/** What can be said of code without a model. */
export type Mended =
  | { readonly state: 'clean' | 'foreign' }
  /** All that was wrong could be fixed without guessing. */
  | { readonly state: 'mended'; readonly code: string; readonly messages: readonly string[] }
  /** A model has to read it. */
  | { readonly state: 'unclear'; readonly plan: FixPlan & Required<Pick<FixPlan, 'ask'>> };

/** Mends code as far as that needs no guessing; `says` is what a person says of it, maybe a traceback. */
export function mend(source: string, says: string, lang: Lang): Mended {
  // A part of a file has its import elsewhere.
  const place = { code: source, before: /\bimport\b/.test(source) ? '' : `${IMPORT_LINE}\n` };
  const plan = planFix({ ...place, ...(TRACEBACK.test(says) && { diagnostics: says }) });
  if (plan.ask !== undefined) {
    const { ask, ...rest } = plan.left.length > 0 && says !== '' ? planFix({ ...place, diagnostics: says }) : plan;
    return { state: 'unclear', plan: { ...rest, ask: ask ?? plan.ask } };
  }
  if (findCalls(plan.code).length === 0) return { state: 'foreign' };
  if (plan.changes.length === 0) return { state: 'clean' };
  return { state: 'mended', code: plan.code, messages: messagesOf(plan, lang) };
}

export const messagesOf = ({ changes }: FixPlan, lang: Lang): string[] => [
  ...new Set(changes.map(({ message }) => message[lang])),
];
