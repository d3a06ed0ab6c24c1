import type { Lang } from '@bioql/language/algorithm';
import type { BellVariant } from '@bioql/language/algorithms/bell';
import { itemsNote } from '@bioql/language/algorithms/grover';
import { DEFAULT_BACKEND, DEFAULT_SHOTS } from '@bioql/language/backends';
import { type Call, checkCall } from '@bioql/language/call';
import type { Random } from '@bioql/language/random';
import type { RefusalReason } from '@bioql/language/refusal';
import type { Phrasing } from './phrasing.ts';
import {
  pickBackend,
  spokenBackend,
  spokenBell,
  spokenForeign,
  spokenShots,
  spokenUnwanted,
  spokenWords,
} from './surfaces.ts';
import { decorate } from './trimmings.ts';

/** A request and what the answer to it is. */
export interface Example {
  readonly prompt: string;
  readonly lang: Lang;
  readonly answer: { readonly call: Call; readonly note: string } | { readonly refuse: RefusalReason };
}

const VARIANTS: readonly BellVariant[] = ['phi+', 'phi-', 'psi+', 'psi-'];
const ROUND_SHOTS = [
  1, 10, 50, 100, 128, 200, 250, 256, 300, 400, 500, 512, 600, 750, 800, 1000, 1024, 1500, 2000, 2048, 2500, 3000, 4000,
  4096, 5000, 8000, 8192, 10000, 20000, 50000, 100000, 1000000,
];

const sampleShots = (random: Random): number =>
  random.chance(0.015)
    ? random.pick([0, 1_000_001, 2_000_000, 5_000_000, 10_000_000])
    : random.chance(0.65)
      ? random.pick(ROUND_SHOTS)
      : random.chance(0.7)
        ? random.between(1, 9999)
        : random.between(1, 200) * 50;

function sampleQubits(algorithm: string, random: Random): number {
  if (random.chance(0.02)) return random.pick([0, 1, 2, 40, 50, 64, 100, 128, 150, 200, 500, 1000, 2000]);
  const least = { ghz: 3, grover: 2 }[algorithm] ?? 1;
  if (algorithm === 'grover') return random.chance(0.9) ? random.between(2, 7) : random.between(8, 12);
  return random.chance(0.75)
    ? random.between(least, 10)
    : random.chance(0.8)
      ? random.between(11, 30)
      : random.between(31, 60);
}

const bitsOf = (width: number, random: Random): string =>
  Array.from({ length: width }, () => random.pick(['0', '1'])).join('');

const DEFAULT_QUBITS: Readonly<Record<string, number>> = {
  bell: 2,
  ghz: 3,
  qft: 3,
  iqft: 3,
  grover: 3,
  superposition: 1,
};

/** Fills a phrasing's slots with fresh values. */
export function example(phrasing: Phrasing, random: Random): Example {
  const lang: Lang = phrasing.lang === 'mixed' ? random.pick(['en', 'es']) : phrasing.lang;
  if (phrasing.refuse !== undefined || phrasing.algorithm === undefined) {
    return { prompt: phrasing.text, lang, answer: { refuse: phrasing.refuse ?? 'out_of_scope' } };
  }
  const { algorithm } = phrasing;
  const text = decorate(phrasing.text, lang, random);
  const has = (name: string): boolean => text.includes(`{${name}}`) || text.includes(`{${name}:word}`);
  const foreign = has('device') && random.chance(0.06);
  const backend = has('device') ? pickBackend(random) : DEFAULT_BACKEND;
  const shots = has('shots') ? sampleShots(random) : DEFAULT_SHOTS;
  const searched = has('items') || has('target') || has('input');
  const drawn = sampleQubits(algorithm, random);
  const qubits = searched ? Math.min(Math.max(drawn, 2), 10) : has('n') ? drawn : (DEFAULT_QUBITS[algorithm] ?? 1);
  const width = has('n') && random.chance(0.03) ? qubits + random.pick([-1, 1, 2]) : qubits;
  const index = random.between(0, 2 ** qubits - 1);
  const bits = has('index') ? index.toString(2).padStart(qubits, '0') : bitsOf(width, random);
  const variant = has('bell') ? random.pick(VARIANTS) : 'phi+';
  const wrong = random.pick([qubits + 1, qubits + 2, Math.max(1, qubits - 1), qubits + random.between(3, 9)]);
  const values: Readonly<Record<string, number | string>> = {
    n: qubits,
    shots,
    items: 2 ** qubits,
    index,
    wrong: wrong === qubits ? qubits + 1 : wrong,
    noise: random.between(2, 99),
    target: bits,
    input: bits,
  };
  const prompt = text.replace(/\{(\w+)(:word)?\}/g, (_, name: string, word?: string) => {
    if (name === 'device') return foreign ? spokenForeign(random) : spokenBackend(backend, lang, random);
    if (name === 'notdevice') return spokenUnwanted(lang, random);
    if (name === 'bell') return spokenBell(variant, lang, random);
    const value = values[name];
    if (value === undefined) throw new RangeError(`no placeholder {${name}}`);
    if (word !== undefined && typeof value === 'number') return spokenWords(value, lang);
    return name === 'shots' ? spokenShots(shots, lang, random) : String(value);
  });
  const target = has('target') || has('index') ? bits : '1'.repeat(qubits);
  const slots: Call['program']['slots'] =
    algorithm === 'bell'
      ? { variant }
      : algorithm === 'grover'
        ? { qubits, target }
        : has('input')
          ? { qubits, input: bits }
          : { qubits };
  const call: Call = { name: 'result', program: { algorithm, slots }, backend, shots };
  const problem = foreign ? 'unknown_backend' : checkCall(call);
  const note = has('items') ? itemsNote(2 ** qubits, has('index') ? index : undefined, lang) : '';
  return { prompt, lang, answer: problem === undefined ? { call, note } : { refuse: problem } };
}
