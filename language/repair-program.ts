import type { Backend } from './backends.ts';
import { checkProgram, entryOf, type Program, qubitsOf, readProgram, writeProgram } from './program.ts';

/** A number that stands alone, or before `-qubit`; not one in a name, an angle or a decimal. */
const NUMBERS = /(?<![\w./+-])\d+(?![\w.])/g;

/** The numbers of a text, as they are written. */
export const numbersOf = (text: string): readonly string[] => text.match(NUMBERS) ?? [];

/** A text with its numbers replaced by others, in their order. */
export function withNumbers(text: string, numbers: readonly string[]): string {
  let at = 0;
  return text.replace(NUMBERS, (own) => numbers[at++] ?? own);
}

/** Whether a program can run there. */
export const fits = (program: Program, place: Backend): boolean =>
  checkProgram(program, place) === undefined && qubitsOf(program) <= place.qubits;

interface Candidate {
  readonly text: string;
  readonly cost: number;
}

/** How many numbers of a program are tried. */
const TRIED_NUMBERS = 12;
/** How far from its value a number is moved. */
const FARTHEST = 12;

/**
 * The nearest program of the same algorithm that can run on the backend, with one number changed. No digit is given
 * up while another way is left: a bit string is filled with zeros, and a count of qubits is raised.
 */
export function repairProgram(program: Program, place: Backend): Program | undefined {
  const candidates = changedNumbers(program).sort((a, b) => a.cost - b.cost);
  for (const { text } of candidates) {
    const read = readProgram(text);
    if (read?.algorithm === program.algorithm && fits(read, place)) return read;
  }
  return undefined;
}

function changedNumbers(program: Program): Candidate[] {
  const text = writeProgram(program);
  const matches = [...text.matchAll(NUMBERS)].slice(0, TRIED_NUMBERS);
  const values = matches.map(([own]) => own);
  const samples = entryOf(program).examples.map((slots) => [...entryOf(program).write(slots).matchAll(NUMBERS)]);
  return matches.flatMap(({ 0: own, index }, at) => {
    const typical = samples.flatMap((numbers) => numbers[at]?.[0] ?? []);
    return alternatives(own, values, typical).map(({ text: changed, cost }) => ({
      text: text.slice(0, index) + changed + text.slice(index + own.length),
      cost,
    }));
  });
}

/** What a number might have been meant to be; `others` are all numbers of the program. */
function alternatives(own: string, others: readonly string[], typical: readonly string[]): Candidate[] {
  const value = Number(own);
  const isBits = (text: string) => /^[01]{2,}$/.test(text);
  const out: Candidate[] = [];
  for (const other of others) {
    if (isBits(own) && Number(other) > own.length && Number(other) <= 64) {
      out.push({ text: own.padStart(Number(other), '0'), cost: 1 });
    }
    if (isBits(other)) out.push({ text: String(other.length), cost: other.length > value ? 1 : 5 });
    if (Number(other) >= value) out.push({ text: String(Number(other) + 1), cost: 2 });
  }
  for (let step = 1; step <= FARTHEST; step += 1) {
    out.push({ text: String(value + step), cost: 2 + step });
    if (value >= step) out.push({ text: String(value - step), cost: 2.5 + step });
  }
  return [...out, ...typical.map((text) => ({ text, cost: 50 }))];
}
