import type { Backend } from './backends.ts';
import { COMPARED_CHARS, indexOfExamples, lacksOf, wordsOf } from './example-words.ts';
import { type Program, programFromFacts, readProgram, writeProgram } from './program.ts';
import { fits, numbersOf, repairProgram, withNumbers } from './repair-program.ts';
import { readRequest } from './request.ts';

/** The program that a text which is not understood probably means, with its numbers kept where possible. */
export function nearestProgram(text: string, place: Backend): Program | undefined {
  const named = sound(programFromFacts(readRequest(text)));
  const meant = wellSpelt(text) ?? (named && numbersKept(named, text, place)) ?? nearestExample(text);
  if (meant === undefined || fits(meant, place)) return meant;
  return repairProgram(meant, place) ?? meant;
}

/** A program that its own canonical text means; a reader of free text may find slots that no text has. */
function sound(program: Program | undefined): Program | undefined {
  return program && readProgram(writeProgram(program))?.algorithm === program.algorithm ? program : undefined;
}

/** The program with the numbers of the text, where some of them were not taken and it can run with them. */
function numbersKept(program: Program, text: string, place: Backend): Program {
  const canonical = writeProgram(program);
  const numbers = numbersOf(text);
  if (numbers.every((number) => canonical.includes(number))) return program;
  const kept = readProgram(withNumbers(canonical, numbers));
  return kept?.algorithm === program.algorithm && fits(kept, place) ? kept : program;
}

/** The program that a text is once every word, or one word, is spelt as in the examples. */
export function wellSpelt(text: string): Program | undefined {
  if (text.length > COMPARED_CHARS) return undefined;
  const { spellings } = indexOfExamples();
  const wrong = wordsOf(text).flatMap((word) => {
    const [best] = [...lacksOf(word)].sort(([, a], [, b]) => a - b);
    if (word.length < 3 || best === undefined || best[1] === 0) return [];
    return [[word, spellings.get(best[0]) ?? best[0]] as const];
  });
  const spelt = (pairs: typeof wrong) =>
    readProgram(
      pairs.reduce((out, [word, right]) => out.replace(new RegExp(word.replace(/[+-]/g, '\\$&'), 'gi'), right), text),
    );
  for (const pairs of [wrong, ...wrong.map((pair) => [pair])]) {
    const program = pairs.length > 0 ? spelt(pairs) : undefined;
    if (program !== undefined) return program;
  }
  return undefined;
}

/** The largest part of an example, by weight, that a text may lack. */
const MOST_LACKING = 0.6;

/** The example whose words a text has most of, spelling aside, with the numbers of the text in the places of its own. */
function nearestExample(text: string): Program | undefined {
  const { examples, weights } = indexOfExamples();
  const written = wordsOf(text).map(lacksOf);
  const lacks = new Map(
    [...weights.keys()].map((word) => [word, Math.min(1, ...written.map((own) => own.get(word) ?? 1))]),
  );
  let least = MOST_LACKING;
  let nearest: string | undefined;
  for (const { text: example, words } of examples) {
    const sum = (value: (word: string) => number) => words.reduce((total, word) => total + value(word), 0);
    const lacking =
      sum((word) => (weights.get(word) ?? 0) * (lacks.get(word) ?? 1)) / sum((word) => weights.get(word) ?? 0);
    if (lacking < least) [least, nearest] = [lacking, example];
  }
  if (nearest === undefined) return undefined;
  return readProgram(withNumbers(nearest, numbersOf(text))) ?? readProgram(nearest);
}
