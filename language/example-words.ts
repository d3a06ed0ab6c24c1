import { ALGORITHMS } from './algorithms/index.ts';
import { editDistance } from './nearest.ts';
import { normalize } from './normalize.ts';

/** The canonical texts of every algorithm's examples. */
export const exampleTexts = (): string[] =>
  ALGORITHMS.flatMap((algorithm) => algorithm.examples.map((slots) => algorithm.write(slots)));

/** Longer texts are compared by their beginning. */
export const COMPARED_CHARS = 160;

/** The words that tell one program from another, without numbers, small words and repetitions. */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    normalize(text.slice(0, COMPARED_CHARS))
      .replace(/['’]s\b/g, '')
      .match(/\p{L}[\p{L}\p{N}+-]*/gu) ?? [],
  ),
];

export interface Example {
  readonly text: string;
  readonly words: readonly string[];
}

interface Index {
  readonly examples: readonly Example[];
  /** How much a word tells: little when most programs have it. */
  readonly weights: ReadonlyMap<string, number>;
  /** Words as the examples write them. */
  readonly spellings: ReadonlyMap<string, string>;
}

let index: Index | undefined;

/** The examples and their words, made once. */
export function indexOfExamples(): Index {
  if (index !== undefined) return index;
  const examples = exampleTexts().map((text) => ({ text, words: wordsOf(text) }));
  const all = new Set(examples.flatMap(({ words }) => words));
  const share = (word: string) => examples.filter(({ words }) => words.includes(word)).length / examples.length;
  index = {
    examples,
    weights: new Map([...all].map((word) => [word, (0.2 - Math.log(share(word))) ** 2])),
    spellings: new Map(examples.flatMap(({ text, words }) => words.map((word) => [word, spellingIn(text, word)]))),
  };
  return index;
}

function spellingIn(text: string, word: string): string {
  const at = text.toLowerCase().indexOf(word);
  return at === -1 ? word : text.slice(at, at + word.length);
}

const known = new Map<string, ReadonlyMap<string, number>>();
const MOST_KNOWN = 2000;

/** What a written word leaves to be wished of the words of the examples: 0 when it is the word, below 1 when it is misspelt. */
export function lacksOf(written: string): ReadonlyMap<string, number> {
  const before = known.get(written);
  if (before !== undefined) return before;
  const lacks = new Map<string, number>();
  for (const word of indexOfExamples().weights.keys()) {
    const limit = Math.max(1, Math.floor(word.length / 3));
    const distance = isStem(written, word) ? Math.min(1, limit) : editDistance(written, word, limit);
    if (distance <= limit && distance < word.length) lacks.set(word, distance / word.length);
  }
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(written, lacks);
  return lacks;
}

/** Whether one word goes on from the other: factor, factoring. */
const isStem = (a: string, b: string): boolean =>
  a !== b && Math.min(a.length, b.length) > 3 && (a.startsWith(b) || b.startsWith(a));
