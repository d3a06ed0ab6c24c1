import { backendNamed } from '@bioql/language/backends';
import type { Call } from '@bioql/language/call';
import { writeProgram } from '@bioql/language/program';
import { findCalls } from '@bioql/language/python';
import type { Answer } from './answer.ts';
import type { Case, Expected, ExpectedCall } from './case.ts';
import { circuitIsRight } from './circuits.ts';
import { reasoningAgrees } from './reasoning.ts';
import { isShaped, parses } from './shape.ts';

/** How far an answer that should be code has come; `undefined` where a level does not apply. */
export interface Levels {
  /** There is code, and it is no echo of the question. */
  readonly L0: boolean;
  /** It is Python. */
  readonly L1: boolean;
  /** Its calls have the shape of BioQL calls, and nothing else is called. */
  readonly L2: boolean;
  /** Program with all slots, backend and shots are as expected. */
  readonly L3: boolean;
  /** Its circuits do what independent references say; `undefined` where nothing is simulated. */
  readonly L4: boolean | undefined;
  /** Its reasoning tells what the code runs; `undefined` without reasoning. */
  readonly L5: boolean | undefined;
}

export interface Verdict {
  /** Code with every slot right, the refusal for the expected reason, or the expected silence. */
  readonly right: boolean;
  /** Only where code is expected. */
  readonly levels?: Levels;
  /** Whether no hardware is named; only where code came and none was asked for. */
  readonly keptOffHardware?: boolean;
}

const isHardware = (backend: string): boolean => backendNamed(backend)?.kind === 'hardware';

const isCall = (call: Call | undefined, { program, backend, shots, name }: ExpectedCall): boolean =>
  call !== undefined &&
  writeProgram(call.program) === program &&
  call.backend === backend &&
  call.shots === shots &&
  (name === undefined || call.name === name);

/** A call at each place, or `undefined` where it is not understood. */
type Calls = readonly (Call | undefined)[];

const isList = (calls: Calls, expected: readonly ExpectedCall[]): boolean =>
  calls.length === expected.length && expected.every((call, at) => isCall(calls[at], call));

function circuitsAreRight(calls: Calls, expected: readonly ExpectedCall[]): boolean | undefined {
  const judged = expected
    .map(({ program }, at) => circuitIsRight(calls[at]?.program, program))
    .filter((right) => right !== undefined);
  if (judged.length === 0) return undefined;
  return calls.length === expected.length && judged.every((right) => right);
}

function anyCircuits(calls: Calls, anyOf: readonly (readonly ExpectedCall[])[]): boolean | undefined {
  const judged = anyOf.map((expected) => circuitsAreRight(calls, expected));
  return judged.every((right) => right === undefined) ? undefined : judged.includes(true);
}

const wordsOf = ({ question }: Case): string =>
  question.task === 'generate' ? question.prompt : question.task === 'fix' ? question.code : question.prefix;

function levelsOf(item: Case, anyOf: readonly (readonly ExpectedCall[])[], answer: Answer): Levels {
  const { code } = answer;
  const L0 = answer.outcome === 'code' && code.trim() !== '' && code.trim() !== wordsOf(item).trim();
  const calls = L0 ? findCalls(code).map(({ call }) => call) : [];
  const L1 = L0 && parses(code);
  const L2 = L1 && isShaped(code, { whole: item.question.task === 'generate' });
  return {
    L0,
    L1,
    L2,
    L3: L2 && anyOf.some((expected) => isList(calls, expected)),
    L4: anyCircuits(calls, anyOf),
    L5: L0 && item.question.task === 'generate' ? reasoningAgrees(answer.reasoning, code) : undefined,
  };
}

function keptOffHardware(anyOf: readonly (readonly ExpectedCall[])[], { outcome, code }: Answer): boolean | undefined {
  if (outcome !== 'code' || anyOf.flat().some(({ backend }) => isHardware(backend))) return undefined;
  return findCalls(code).every(
    ({ keywords }) => !keywords.some(({ name, value }) => name === 'backend' && isHardware(String(value))),
  );
}

const isRight = (expected: Exclude<Expected, { kind: 'calls' }>, { outcome, refusal }: Answer): boolean =>
  expected.kind === 'silence' ? outcome === 'silent' : outcome === 'refused' && refusal === expected.reason;

export function judge(item: Case, answer: Answer): Verdict {
  const { expected } = item;
  if (expected.kind !== 'calls') return { right: isRight(expected, answer) };
  const levels = levelsOf(item, expected.anyOf, answer);
  const kept = keptOffHardware(expected.anyOf, answer);
  return { right: levels.L3, levels, ...(kept !== undefined && { keptOffHardware: kept }) };
}
