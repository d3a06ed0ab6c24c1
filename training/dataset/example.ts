import type { Lang, Slots } from '@bioql/language/algorithm';
import { DEFAULT_BACKEND, DEFAULT_SHOTS } from '@bioql/language/backends';
import { type Call, checkCall } from '@bioql/language/call';
import { writeProgram } from '@bioql/language/program';
import type { Random } from '@bioql/language/random';
import type { RefusalReason } from '@bioql/language/refusal';
import { type Draw, drawWrong, type Filled, type Filler, type Spoken } from './fill/draw.ts';
import { fillBySample, fillerOf } from './fill/index.ts';
import { createNoise } from './noise.ts';
import type { Phrasing } from './phrasing.ts';
import { pickBackend, spokenBackend, spokenForeign, spokenShots, spokenUnwanted, spokenWords } from './surfaces.ts';
import { decorate } from './trimmings.ts';

/** A request and what the answer to it is. */
export interface Example {
  readonly prompt: string;
  readonly lang: Lang;
  readonly answer: { readonly call: Call; readonly note: string } | { readonly refuse: RefusalReason };
}

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

const PLACEHOLDER = /(\{\w+(?::word)?\})/;

/** Writes a phrasing with its placeholders filled, and what hurried typing does to all but names and sequences. */
function speak(text: string, lang: Lang, values: Readonly<Record<string, Spoken>>, random: Random): string {
  const noisy = createNoise(random);
  const words = text.split(PLACEHOLDER).map((part) => {
    if (!PLACEHOLDER.test(part)) return noisy(part);
    const [name = '', word] = part.slice(1, -1).split(':');
    const value = values[name];
    if (value === undefined) throw new RangeError(`no placeholder ${part}`);
    if (typeof value === 'object') return value.exact;
    return noisy(word !== undefined && typeof value === 'number' ? spokenWords(value, lang) : String(value));
  });
  const prompt = words.join('');
  return random.chance(0.3) ? prompt.replace(/[.!?]$/, '') : prompt;
}

const fill = (written: Slots | undefined, filler: Filler, draw: Draw): Filled =>
  written === undefined ? filler(draw) : { slots: written, values: { n: written['qubits'] ?? 0 } };

/** Fills a phrasing's slots with fresh values. */
export function example(phrasing: Phrasing, random: Random): Example {
  const lang: Lang = phrasing.lang === 'mixed' ? random.pick(['en', 'es']) : phrasing.lang;
  if (phrasing.refuse !== undefined || phrasing.algorithm === undefined) {
    const prompt = speak(phrasing.text, lang, {}, random);
    return { prompt, lang, answer: { refuse: phrasing.refuse ?? 'out_of_scope' } };
  }
  const { algorithm } = phrasing;
  const text = decorate(phrasing.text, lang, random);
  const has: Draw['has'] = (name) => text.includes(`{${name}}`) || text.includes(`{${name}:word}`);
  const filled = fill(phrasing.slots, has('program') ? fillBySample(algorithm) : fillerOf(algorithm), {
    random,
    lang,
    has,
  });
  const foreign = has('device') && random.chance(0.06);
  const backend = has('device') ? pickBackend(random) : DEFAULT_BACKEND;
  const shots = has('shots') ? sampleShots(random) : DEFAULT_SHOTS;
  const program = { algorithm, slots: filled.slots };
  const values: Readonly<Record<string, Spoken>> = {
    program: { exact: writeProgram(program) },
    wrong: drawWrong(Number(filled.values['n'] ?? random.between(2, 12)), random),
    noise: random.between(2, 99),
    device: foreign ? spokenForeign(random) : spokenBackend(backend, lang, random),
    notdevice: spokenUnwanted(lang, random),
    shots: text.includes('{shots:word}') ? shots : spokenShots(shots, lang, random),
    ...filled.values,
  };
  const call: Call = { name: 'result', program, backend, shots };
  const problem = foreign ? 'unknown_backend' : checkCall(call);
  return {
    prompt: speak(text, lang, values, random),
    lang,
    answer: problem === undefined ? { call, note: filled.note ?? '' } : { refuse: problem },
  };
}
