/** Finds texts of the development sets that a training phrasing gives away. */
import { BACKENDS } from '@bioql/language/backends';
import { digits, plain } from '@bioql/language/normalize';
import { distance } from 'fastest-levenshtein';

/** A text and where it stands. */
export interface Text {
  readonly place: string;
  readonly text: string;
  /** What the right answer is about (an algorithm, a refusal's reason), where that is one thing. */
  readonly about: string | undefined;
}

export interface NearDuplicate {
  readonly development: Text;
  readonly training: Text;
  /** `words`: a run of words is shared; `edits`: one becomes the other by few edits. */
  readonly rule: 'words' | 'edits';
  /** What is shared, or the edits as a share of the longer text. */
  readonly found: string | number;
}

/** Runs of this many words as they stand. */
export const SHARED_WORDS = 8;
/** Runs of this many words once values are made equal: a training phrasing is met with every value. */
export const SHARED_SHAPE_WORDS = 13;
/**
 * Edits, as a share of the longer text, up to which two texts with the same answer are one. Of the pairs with the same answer found here, those up to
 * 0.2 were all one sentence with another value or word, those up to 0.25 about half; beyond it they share a turn of speech and say more or
 * something else ("run the qft backwards on #" beside "qft but backwards mate, #").
 */
export const MOST_EDITS = 0.25;
/** Shorter texts ("bell pair on #") are the language itself: two people who want the same must write the same. */
export const LEAST_WORDS = 7;

const MACHINES = [
  ...new Set(BACKENDS.filter(({ kind }) => kind === 'hardware').flatMap(({ name }) => name.split('_'))),
];
const VALUE = new RegExp(
  [
    String.raw`\{\w+(?::word)?\}`,
    String.raw`\b(?:${MACHINES.join('|')})(?:[ _-](?:${MACHINES.join('|')}))*\b`,
    String.raw`[+-]?\d[\d.,]*k?\b`,
  ].join('|'),
  'g',
);

/** The words of a text with every value (number, bit string, machine, placeholder) written `#`. */
export const shapeOf = (text: string): string =>
  digits(plain(text))
    .replace(VALUE, '#')
    .replace(/[^a-z0-9#]+/g, ' ')
    .replace(/#(?: ?#)*/g, '#')
    .trim();

const wordsOf = (text: string): string[] => plain(text).match(/[a-z0-9]+/g) ?? [];

/** Every run of `length` words. */
const runsOf = (words: readonly string[], length: number): string[] =>
  words.slice(0, Math.max(0, words.length - length + 1)).map((_, at) => words.slice(at, at + length).join(' '));

/** How often each character of the alphabet of shapes comes: half of the difference of two is a lower bound of their edits. */
function charactersOf(shape: string): Uint16Array {
  const counts = new Uint16Array(128);
  for (let at = 0; at < shape.length; at += 1) counts[shape.charCodeAt(at)] = (counts[shape.charCodeAt(at)] ?? 0) + 1;
  return counts;
}

function leastEdits(one: Uint16Array, other: Uint16Array): number {
  let more = 0;
  let fewer = 0;
  for (let code = 32; code < 128; code += 1) {
    const difference = (one[code] as number) - (other[code] as number);
    if (difference > 0) more += difference;
    else fewer -= difference;
  }
  return Math.max(more, fewer);
}

/** "Create a W state on # qubits" gives nothing away of "Create a GHZ state on # qubits". */
const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

interface Shaped extends Text {
  readonly shape: string;
  readonly words: number;
  readonly characters: Uint16Array;
}

function shaped(text: Text): Shaped {
  const shape = shapeOf(text.text);
  return { ...text, shape, words: shape.split(' ').length, characters: charactersOf(shape) };
}

/** The nearest training text of each development text that has one within `limit`, the nearest first. */
export function nearestTexts(
  development: readonly Text[],
  training: readonly Text[],
  limit = MOST_EDITS,
): NearDuplicate[] {
  const known = training.map(shaped).filter(({ words }) => words >= LEAST_WORDS);
  const found = development
    .map(shaped)
    .filter(({ words }) => words >= LEAST_WORDS)
    .flatMap((text): NearDuplicate[] => {
      let least = limit;
      let nearest: Shaped | undefined;
      for (const candidate of known) {
        if (differ(text.about, candidate.about)) continue;
        const length = Math.max(text.shape.length, candidate.shape.length);
        if (leastEdits(text.characters, candidate.characters) > least * length) continue;
        const share = distance(text.shape, candidate.shape) / length;
        if (share < least || (share === least && nearest === undefined)) [least, nearest] = [share, candidate];
      }
      return nearest === undefined ? [] : [{ development: text, training: nearest, rule: 'edits', found: least }];
    });
  return found.sort((a, b) => Number(a.found) - Number(b.found));
}

/** The first run of words that each development text shares with a training text. */
export function sharedRuns(development: readonly Text[], training: readonly Text[]): NearDuplicate[] {
  const kinds = [
    [wordsOf, SHARED_WORDS],
    [(text: string) => shapeOf(text).split(' '), SHARED_SHAPE_WORDS],
  ] as const;
  return kinds.flatMap(([split, length]) => {
    const known = new Map<string, Text>();
    for (const text of training) for (const run of runsOf(split(text.text), length)) known.set(run, text);
    return development.flatMap((text): NearDuplicate[] => {
      const found = runsOf(split(text.text), length).find((run) => known.has(run));
      const source = found === undefined ? undefined : known.get(found);
      return found === undefined || source === undefined
        ? []
        : [{ development: text, training: source, rule: 'words', found }];
    });
  });
}

/** Everything that the training phrasings give away of the development sets. */
export const nearDuplicates = (development: readonly Text[], training: readonly Text[]): NearDuplicate[] => [
  ...sharedRuns(development, training),
  ...nearestTexts(development, training),
];
