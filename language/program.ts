import type { Algorithm, Lang, ProblemCode, RequestFacts, Slots } from './algorithm.ts';
import { ALGORITHMS } from './algorithms/index.ts';
import { normalize } from './normalize.ts';

/** A program: one algorithm and its slots, apart from where and how often it runs. */
export interface Program {
  readonly algorithm: string;
  readonly slots: Slots;
}

/** The table entry of a program, which must come from a reader of this package. */
function entryOf({ algorithm }: Program): Algorithm<Slots> {
  const found = ALGORITHMS.find(({ id }) => id === algorithm);
  if (found === undefined) throw new RangeError(`no algorithm ${algorithm}`);
  return found;
}

/** The one canonical string of a program. */
export const writeProgram = (program: Program): string => entryOf(program).write(program.slots);

/** Reads a program string leniently (case, articles, number words, spelling); `undefined` when no algorithm fits. */
export function readProgram(text: string): Program | undefined {
  const normal = normalize(text.slice(0, 2000));
  for (const algorithm of ALGORITHMS) {
    const slots = algorithm.read(normal);
    if (slots !== undefined) return { algorithm: algorithm.id, slots };
  }
  return undefined;
}

/** The program that a request names, by keywords alone. */
export function programFromFacts(facts: RequestFacts): Program | undefined {
  for (const algorithm of ALGORITHMS) {
    const slots = algorithm.fromRequest(facts);
    if (slots !== undefined) return { algorithm: algorithm.id, slots };
  }
  return undefined;
}

/** Qubits of the program's circuit, ancillas included. */
export const qubitsOf = (program: Program): number => entryOf(program).qubits(program.slots);

/** The first limit of its algorithm that the program breaks. */
export const checkProgram = (program: Program): ProblemCode | undefined => entryOf(program).check(program.slots);

/** What is run, with which gates, and what is measured, in two sentences; `run` is "simulator, 1024 shots". */
export const reasonAbout = (program: Program, lang: Lang, run: string): string =>
  entryOf(program).reasoning(program.slots, lang, run);
