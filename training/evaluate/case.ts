import { readFileSync } from 'node:fs';
import { createRandom } from '@bioql/language/random';
import type { RefusalReason } from '@bioql/language/refusal';

/** What a call must say. */
export interface ExpectedCall {
  readonly program: string;
  readonly backend: string;
  readonly shots: number;
  /** The variable of the result, where the question names one. */
  readonly name?: string;
}

/** What is asked of whoever is judged. */
export type Question =
  | { readonly task: 'generate'; readonly prompt: string }
  | { readonly task: 'fix'; readonly code: string; readonly diagnostics?: string; readonly instruction?: string }
  | { readonly task: 'complete'; readonly prefix: string; readonly suffix: string };

/** What the right answer is: one of some lists of calls, a refusal, or nothing at all. */
export type Expected =
  | { readonly kind: 'calls'; readonly anyOf: readonly (readonly ExpectedCall[])[] }
  | { readonly kind: 'refusal'; readonly reason: RefusalReason }
  | { readonly kind: 'silence' };

export interface Case {
  readonly set: string;
  readonly lang: string;
  /** The register of a prompt, or the kind of a piece of code. */
  readonly register: string;
  readonly question: Question;
  readonly expected: Expected;
}

/** The development sets, in `training/dev/`. */
export const SETS = ['generate', 'refusals', 'workflow', 'fix', 'complete'] as const;

interface Row {
  readonly lang: string;
  readonly register?: string;
  readonly kind?: string;
  readonly prompt?: string;
  readonly code?: string;
  readonly diagnostics?: string;
  readonly instruction?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly expect: Partial<ExpectedCall> & {
    readonly refuse?: RefusalReason;
    readonly calls?: readonly ExpectedCall[];
    readonly anyOf?: readonly (readonly ExpectedCall[])[];
    readonly insertions?: readonly [];
  };
}

function questionOf({ prompt, code, diagnostics, instruction, prefix, suffix }: Row): Question {
  if (prompt !== undefined) return { task: 'generate', prompt };
  if (code !== undefined)
    return {
      task: 'fix',
      code,
      ...(diagnostics !== undefined && { diagnostics }),
      ...(instruction && { instruction }),
    };
  if (prefix === undefined || suffix === undefined) throw new TypeError('neither a prompt, nor code, nor a prefix');
  return { task: 'complete', prefix, suffix };
}

function expectedOf({ refuse, calls, anyOf, insertions, program, backend, shots }: Row['expect']): Expected {
  if (refuse !== undefined) return { kind: 'refusal', reason: refuse };
  if (insertions !== undefined) return { kind: 'silence' };
  if (anyOf !== undefined || calls !== undefined) return { kind: 'calls', anyOf: anyOf ?? [calls ?? []] };
  if (program === undefined || backend === undefined || shots === undefined) throw new TypeError('nothing is expected');
  return { kind: 'calls', anyOf: [[{ program, backend, shots }]] };
}

/** The cases of a set, or of another file of the same form. */
export function readCases(set: string): Case[] {
  const file = set.endsWith('.jsonl') ? set : new URL(`../dev/${set}.jsonl`, import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const row = JSON.parse(line) as Row;
      const { lang, register, kind = '', expect } = row;
      return { set, lang, register: register ?? kind, question: questionOf(row), expected: expectedOf(expect) };
    });
}

/** Every list of calls that would be right; none for a refusal or silence. */
export const expectedCalls = ({ expected }: Case): readonly (readonly ExpectedCall[])[] =>
  expected.kind === 'calls' ? expected.anyOf : [];

/** `count` of the cases, the same ones for the same seed, in their order. */
export function sampleOf(cases: readonly Case[], count: number, seed: number): Case[] {
  const random = createRandom(seed);
  const drawn = cases.map((_, at) => ({ at, lot: random.next() })).sort((a, b) => a.lot - b.lot);
  const kept = new Set(drawn.slice(0, count).map(({ at }) => at));
  return cases.filter((_, at) => kept.has(at));
}

/** What is asked: the cases of some sets, or a sample of each. */
export interface Sampling {
  readonly sets: readonly string[];
  readonly limit: number | undefined;
  readonly seed: number;
}

export const casesOf = ({ sets, limit, seed }: Sampling): Case[] =>
  sets.flatMap((set) => {
    const all = readCases(set);
    return limit === undefined ? all : sampleOf(all, limit, seed);
  });
