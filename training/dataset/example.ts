import type { Lang, Slots } from '@bioql/language/algorithm';
import { DEFAULT_BACKEND, DEFAULT_SHOTS } from '@bioql/language/backends';
import { type Call, checkCall } from '@bioql/language/call';
import { writeProgram } from '@bioql/language/program';
import type { Random } from '@bioql/language/random';
import type { RefusalReason } from '@bioql/language/refusal';
import { type Draw, drawWrong, drawWrongBits, type Filled, type Filler, type Spoken } from './fill/draw.ts';
import { fillBySample, fillerOf } from './fill/index.ts';
import type { Phrasing } from './phrasing.ts';
import { drawAnyShots, drawShots } from './shots.ts';
import { hasPlaceholder, speak } from './speak.ts';
import { pickBackend, spokenBackend, spokenForeign, spokenShots, spokenUnwanted } from './surfaces.ts';
import { decorate } from './trimmings.ts';

/** A request and what the answer to it is. */
export interface Example {
  readonly prompt: string;
  readonly lang: Lang;
  readonly answer: { readonly calls: readonly Call[]; readonly note: string } | { readonly refuse: RefusalReason };
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
  const has: Draw['has'] = (name) => hasPlaceholder(text, name);
  const filled = fill(phrasing.slots, has('program') ? fillBySample(algorithm) : fillerOf(algorithm), {
    random,
    lang,
    has,
  });
  const foreign = has('device') && random.chance(0.06);
  const backend = has('device') ? pickBackend(random) : DEFAULT_BACKEND;
  const shots = has('shots') ? drawAnyShots(random) : DEFAULT_SHOTS;
  const program = { algorithm, slots: filled.slots };
  const values: Readonly<Record<string, Spoken>> = {
    program: { exact: writeProgram(program) },
    wrongshots: drawShots(random),
    wrongbits: drawWrongBits(filled.values, random),
    wrong: drawWrong(Number(filled.values['n'] ?? random.between(2, 12)), random),
    noise: random.between(2, 99),
    device: foreign ? spokenForeign(random) : spokenBackend(backend, lang, random),
    notdevice: spokenUnwanted(backend, lang, random),
    shots: text.includes('{shots:word}') ? shots : spokenShots(shots, lang, random),
    ...filled.values,
  };
  const call: Call = { name: 'result', program, backend, shots };
  const problem = foreign ? 'unknown_backend' : checkCall(call);
  return {
    prompt: speak(text, lang, values, random),
    lang,
    answer: problem === undefined ? { calls: [call], note: filled.note ?? '' } : { refuse: problem },
  };
}
