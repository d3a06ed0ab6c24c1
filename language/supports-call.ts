import type { RequestFacts, Slots } from './algorithm.ts';
import { backendNamed, DEFAULT_BACKEND, DEFAULT_SHOTS } from './backends.ts';
import type { Call } from './call.ts';
import { plain } from './normalize.ts';
import { entryOf, type Program } from './program.ts';
import { readRequest } from './request.ts';

/** What a request says, in the forms in which a program may repeat it. */
interface Said {
  readonly facts: RequestFacts;
  readonly numbers: ReadonlySet<number>;
  /** Lower case without accents, blanks and hyphens. */
  readonly tight: string;
}

const squeeze = (text: string): string => plain(text).replace(/[\s\-_'"“”’()]/g, '');

/** Amounts that are no numerals: their number is anybody's guess, so every number counts as said. */
const VAGUE =
  /\b(dozens?|docenas?|couple|few|some|pair|par|hundreds|thousands|cientos|miles|unos|unas|double|doble|half|medio|medi[oa])\b/;

function said(prompt: string): Said {
  const facts = readRequest(prompt);
  const numbers = new Set<number>();
  for (const [, whole = '', thousands] of facts.text.matchAll(/(\d+(?:\.\d+)?) ?(k\b)?/g)) {
    numbers.add(Number(whole) * (thousands === undefined ? 1 : 1000));
    numbers.add(Math.log2(Number(whole)));
    numbers.add(Math.log2(Number(whole) + 1));
  }
  for (const [run] of facts.text.replace(/(?<=[01])[ ,-]+(?=[01]\b)/g, '').matchAll(/[01]{2,}/g))
    numbers.add(run.length);
  if (/\b(una|once|single)\b/.test(facts.text)) numbers.add(1);
  return { facts, numbers, tight: squeeze(facts.text) + squeeze(prompt) };
}

/** A number of the program stands in the request, or follows from a bit string or a number of items in it. */
const hasNumber = ({ numbers, facts }: Said, value: number): boolean => numbers.has(value) || VAGUE.test(facts.text);

function hasBits({ numbers, tight }: Said, bits: string): boolean {
  return tight.includes(bits) || numbers.has(Number.parseInt(bits, 2)) || !bits.includes('0');
}

const HARDWARE =
  /\b(ibm|ionq|qpu|hardware|real|eagle|sherbrooke|brisbane|kyoto|osaka|torino|condor|forte|maquina|machine|device|computer|computadora|ordenador|trapped)/;

function hasBackend({ facts, tight }: Said, name: string): boolean {
  if (name === DEFAULT_BACKEND) return true;
  if (backendNamed(name)?.kind === 'hardware') return HARDWARE.test(facts.text) || tight.includes(squeeze(name));
  return name.split('_').some((word) => word.length > 2 && tight.includes(word.replace('state', '')));
}

/** What a request that says no more than the algorithm's name is answered with. */
function defaultsOf(program: Program): Slots {
  const algorithm = entryOf(program);
  return algorithm.fromRequest(readRequest(algorithm.title.en)) ?? {};
}

/**
 * Whether what a call says is in the request: its numbers, bit strings, names, shots and backend stand there as digits, words or
 * powers of two, or are what is documented for what was not said.
 */
export function supportsCall(prompt: string, { program, backend, shots }: Call): boolean {
  const request = said(prompt);
  if (shots !== DEFAULT_SHOTS && !hasNumber(request, shots)) return false;
  if (!hasBackend(request, backend)) return false;
  const defaults = defaultsOf(program);
  return Object.entries(program.slots).every(([slot, value]) => {
    if (defaults[slot] === value) return true;
    // A list of gates is said in too many ways, and its width follows from it.
    if ('gates' in program.slots) return true;
    if (typeof value === 'number') return hasNumber(request, value);
    if (/^[01]+$/.test(value)) return hasBits(request, value);
    return true;
  });
}
