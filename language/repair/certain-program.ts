import { ALGORITHMS } from '../algorithms/index.ts';
import { DEFAULT_BACKEND, DEFAULT_SHOTS } from '../backends.ts';
import { COMPARED_CHARS, indexOfExamples, lacksOf, wordsOf } from '../example-words.ts';
import { wellSpelt } from '../nearest-program.ts';
import { plain } from '../normalize.ts';
import { type Program, readProgram, writeProgram } from '../program.ts';
import { readRequest } from '../request.ts';
import { supportsCall } from '../supports-call.ts';

/** What a text says beyond doubt. */
export interface Certain {
  readonly program: Program;
  readonly backend?: string;
  readonly shots?: number;
}

/** Words that turn or hedge what is said. */
const TURNS =
  /\b(?:not|no|without|instead|rather|wait|except|sin|nada|pero|but|compare|compara|then|luego|despues|twice|maybe|strike|scratch|actually|sorry|perdon|digo|espera|mejor dicho|quiero decir|i mean|tacha|correction|correccion)\b|n't\b|\?/;
/** Words that may mean the inverse transform. */
const BACKWARDS = /\u2020|dagger|daga|adjoint|adjunt|b\w*kward|reverse|undo|invers/;
/** Algorithms that mean nothing without a number of their own. */
const NUMBERED = new Set(['grover', 'shor', 'bernstein_vazirani', 'phase_estimation']);

/** What must be said of an algorithm for its default not to be a guess. */
const NAMED: Readonly<Record<string, RegExp>> = {
  qaoa: /max-? ?cut|corte|vertex cover|cobertura|cubrimiento|independent set|conjunto independiente|partition|particion|portfolio|cartera|portafolio|salesman|tsp|viajante|tour/,
  vqe: /\bh2\b|hydrogen|hidrogeno|lih|hydride|hidruro|\b[a-z]{1,2}h\d?\b|water|agua|h2o|\bhf\b|nitrogen|\bn2\b|\bo2\b/,
  deutsch_jozsa: /balanc|constan/,
};

/** Reads a text that is no program by its keywords, when they leave no doubt: one algorithm, and every number has its place. */
export function certainProgram(text: string): Certain | undefined {
  const read = readProgram(text);
  if (read !== undefined) return { program: read };
  const mended = TURNS.test(plain(text)) ? undefined : wellSpelt(text);
  if (mended !== undefined) return { program: mended };
  if (text.length > COMPARED_CHARS) return undefined;
  const spelt = corrected(text);
  return (spelt === text ? undefined : byKeywords(spelt)) ?? byKeywords(text);
}

function byKeywords(text: string): Certain | undefined {
  const facts = readRequest(text);
  if (TURNS.test(facts.text)) return undefined;
  const { backend, shots } = facts;
  const found = ALGORITHMS.flatMap((algorithm) => {
    const slots = algorithm.fromRequest(facts);
    return slots === undefined ? [] : [{ algorithm: algorithm.id, slots }];
  });
  const [program, another] = found.filter(
    ({ algorithm }, _, all) => all.length === 1 || (algorithm !== 'custom_gates' && algorithm !== 'superposition'),
  );
  if (program === undefined || another !== undefined) return undefined;
  // A list of gates in a sentence has numbers that are no qubits.
  if (program.algorithm === 'custom_gates' && (text.length > 60 || Number(program.slots['qubits']) > 10))
    return undefined;
  if (program.algorithm === 'qft' && BACKWARDS.test(facts.text)) return undefined;
  const canonical = writeProgram(program);
  if (readProgram(canonical)?.algorithm !== program.algorithm) return undefined;
  if (NUMBERED.has(program.algorithm) && !/\d/.test(facts.text)) return undefined;
  if (program.algorithm in NAMED && !NAMED[program.algorithm]?.test(facts.text)) return undefined;
  if (!supportsCall(text, { name: 'result', program, backend: DEFAULT_BACKEND, shots: DEFAULT_SHOTS }))
    return undefined;
  if (!placesNumbers(facts.text, canonical, shots)) return undefined;
  return { program, ...(backend !== undefined && { backend }), ...(shots !== undefined && { shots }) };
}

/** Whether each number of a text is in the program, or is its shots, its items or the width of its bits. */
function placesNumbers(text: string, canonical: string, shots: number | undefined): boolean {
  const bits = canonical.match(/\b[01]{2,}\b/g) ?? [];
  const widths = bits.map(({ length }) => length);
  const values = bits.map((each) => Number.parseInt(each, 2));
  const plainText = text.replace(/\b[a-z]+\d+\b/g, ' ');
  return (plainText.match(/\d+/g) ?? []).every((number) => {
    const value = Number(number);
    if (countOf(canonical, number) >= countOf(plainText, number)) return true;
    if (value === shots || widths.includes(value) || values.includes(value)) return true;
    return (value === 2 && canonical.startsWith('Create Bell')) || widths.some((width) => 2 ** width === value);
  });
}

/** The text with each misspelt word as the nearest word of the examples has it. */
function corrected(text: string): string {
  const { spellings } = indexOfExamples();
  return wordsOf(text).reduce((sum, word) => {
    const [best] = [...lacksOf(word)].sort(([, a], [, b]) => a - b);
    if (word.length < 4 || best === undefined || best[1] === 0 || best[1] > 0.3) return sum;
    return sum.replace(new RegExp(`\\b${word.replace(/[+-]/g, '\\$&')}\\b`, 'gi'), spellings.get(best[0]) ?? best[0]);
  }, text);
}

const countOf = (text: string, number: string): number =>
  (text.match(/\d+/g) ?? []).filter((each) => each === number).length;
