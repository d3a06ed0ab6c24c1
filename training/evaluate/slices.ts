import { backendNamed } from '@bioql/language/backends';
import { readProgram } from '@bioql/language/program';
import type { Answer } from './answer.ts';
import type { Case } from './case.ts';
import type { Levels, Verdict } from './judge.ts';
import { type Share, share, shareOf } from './share.ts';

/** One case with what came of it. */
export interface Result {
  readonly item: Case;
  readonly answer: Answer;
  readonly verdict: Verdict;
}

export interface Slice {
  readonly group: 'expected' | 'documented' | 'algorithm' | 'language' | 'register';
  readonly name: string;
  readonly share: Share;
}

/** The six documented categories but the last, which is any of them on hardware. */
const DOCUMENTED = ['bell', 'ghz', 'qft', 'grover', 'superposition'];

/** The algorithm of all calls that are expected; `undefined` without calls, `several` for more than one. */
function algorithmOf({ expected }: Case): string | undefined {
  if (expected.kind !== 'calls') return undefined;
  const [first = []] = expected.anyOf;
  const found = new Set(first.map(({ program }) => readProgram(program)?.algorithm ?? 'unknown'));
  return found.size > 1 ? 'several' : [...found][0];
}

/** The documented categories that a case is of: its own, hardware execution, and both together. */
function documentedOf(item: Case): string[] {
  const algorithm = algorithmOf(item);
  if (item.expected.kind !== 'calls' || algorithm === undefined || !DOCUMENTED.includes(algorithm)) return [];
  const onHardware = item.expected.anyOf.flat().some(({ backend }) => backendNamed(backend)?.kind === 'hardware');
  return [algorithm, ...(onHardware ? ['hardware execution'] : []), 'all six'];
}

const GROUPS: Readonly<Record<Slice['group'], (item: Case) => readonly string[]>> = {
  expected: ({ expected }) => [
    expected.kind === 'refusal' ? 'a refusal' : expected.kind === 'silence' ? 'silence' : 'code',
  ],
  documented: documentedOf,
  algorithm: (item) => [algorithmOf(item) ?? []].flat(),
  language: ({ lang }) => [lang],
  register: ({ register }) => [register],
};

/** Right answers by every group, each group in the order of its names. */
export const slicesOf = (results: readonly Result[]): Slice[] =>
  (Object.keys(GROUPS) as Slice['group'][]).flatMap((group) => {
    const named = results.flatMap((result) => GROUPS[group](result.item).map((name) => ({ name, result })));
    return [...Map.groupBy(named, ({ name }) => name)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, all]) => ({ group, name, share: shareOf(all.map(({ result }) => result.verdict.right)) }));
  });

export const LEVELS = ['L0', 'L1', 'L2', 'L3', 'L4', 'L5'] as const satisfies readonly (keyof Levels)[];

/** How many answers reach each level, of those that it applies to. */
export const levelsOf = (results: readonly Result[]): Record<keyof Levels, Share> => {
  const reached = (level: keyof Levels): boolean[] =>
    results.map(({ verdict }) => verdict.levels?.[level]).filter((value) => value !== undefined);
  return Object.fromEntries(LEVELS.map((level) => [level, shareOf(reached(level))])) as Record<keyof Levels, Share>;
};

export interface RefusalShares {
  /** Of the refusals that came, those that should. */
  readonly precision: Share;
  /** Of the refusals that should come, those that did, for whatever reason. */
  readonly recall: Share;
  /** Of the refusals that should come and did, those for the right reason. */
  readonly reason: Share;
}

export function refusalsOf(results: readonly Result[]): RefusalShares {
  const due = results.filter(({ item }) => item.expected.kind === 'refusal');
  const refused = results.filter(({ answer }) => answer.outcome === 'refused');
  const both = due.filter(({ answer }) => answer.outcome === 'refused');
  return {
    precision: share(both.length, refused.length),
    recall: share(both.length, due.length),
    reason: shareOf(both.map(({ verdict }) => verdict.right)),
  };
}

export const hardwareOf = (results: readonly Result[]): Share =>
  shareOf(results.map(({ verdict }) => verdict.keptOffHardware).filter((value) => value !== undefined));

/** Of the answers with code, those that are Python. */
export const parsedOf = (results: readonly Result[]): Share =>
  shareOf(results.flatMap(({ verdict }) => (verdict.levels?.L0 ? [verdict.levels.L1] : [])));
