import type { Algorithm, Lang, ProblemCode, RequestFacts, Slots } from './algorithm.ts';
import { ALGORITHMS } from './algorithms/index.ts';
import type { Backend } from './backends.ts';
import type { Circuit } from './circuit.ts';
import { normalize } from './normalize.ts';

/** A program: one algorithm and its slots, apart from where and how often it runs. */
export interface Program {
  readonly algorithm: string;
  readonly slots: Slots;
}

/** The table entry of a program, which must come from a reader of this package. */
export function entryOf({ algorithm }: Program): Algorithm<Slots> {
  const found = ALGORITHMS.find(({ id }) => id === algorithm);
  if (found === undefined) throw new RangeError(`no algorithm ${algorithm}`);
  return found;
}

/** Longer program strings are not read to their end. */
const MAX_PROGRAM_CHARS = 2000;

/** The one canonical string of a program. */
export const writeProgram = (program: Program): string => entryOf(program).write(program.slots);

/** Reads a program string leniently (case, articles, number words, spelling); `undefined` when no algorithm fits. */
export function readProgram(text: string): Program | undefined {
  const raw = text.slice(0, MAX_PROGRAM_CHARS).replace(/\s+/g, ' ').trim();
  const normal = normalize(raw);
  for (const algorithm of ALGORITHMS) {
    const slots = algorithm.read(normal, raw);
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

/** Qubits of the program's circuit, ancillas included; 0 when it has none. */
export const qubitsOf = (program: Program): number => entryOf(program).qubits(program.slots);

/** The first limit of its algorithm that the program breaks on the backend. */
export const checkProgram = (program: Program, backend: Backend): ProblemCode | undefined =>
  entryOf(program).check(program.slots, backend);

/** The circuit of a program that can run; `undefined` when it is described but not simulated. */
export const circuitOf = (program: Program): Circuit | undefined => entryOf(program).circuit(program.slots);

/** What is run, with which gates, and what is measured, in two sentences; `run` is "simulator, 1024 shots". */
export const reasonAbout = (program: Program, lang: Lang, run: string): string =>
  entryOf(program).reasoning(program.slots, lang, run);
