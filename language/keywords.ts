import type { Sentence } from './algorithm.ts';
import { DEFAULT_BACKEND, DEFAULT_SHOTS } from './backends.ts';

/** A keyword of `quantum(...)`. */
export interface KeywordFacts {
  readonly name: 'program' | 'backend' | 'shots' | 'api_key';
  readonly about: Sentence;
  /** What canonical code writes when nothing is asked; `undefined` where it does not write the keyword. */
  readonly standard?: string | number;
}

/** Every keyword that a call may have. */
export const KEYWORDS: readonly KeywordFacts[] = [
  {
    name: 'program',
    about: {
      en: 'What to run, in words. It is the first argument, so its name is seldom written.',
      es: 'Qué se ejecuta, en palabras. Es el primer argumento, así que su nombre rara vez se escribe.',
    },
  },
  {
    name: 'backend',
    about: {
      en: 'The machine that runs the program: a simulator, which is free, or quantum hardware, which is billed.',
      es: 'La máquina que ejecuta el programa: un simulador, que es gratis, o hardware cuántico, que se cobra.',
    },
    standard: DEFAULT_BACKEND,
  },
  {
    name: 'shots',
    about: {
      en: 'How often the circuit is run and measured. More shots give steadier counts.',
      es: 'Cuántas veces se ejecuta y se mide el circuito. Con más mediciones los conteos son más estables.',
    },
    standard: DEFAULT_SHOTS,
  },
  {
    name: 'api_key',
    about: {
      en: 'The key of your account. Read it from the environment: a key in the source is easily shared by mistake.',
      es: 'La clave de su cuenta. Léala del entorno: una clave en el código se comparte con facilidad por error.',
    },
  },
];

/** Numbers of shots that people use. */
export const USUAL_SHOTS: readonly number[] = [100, 500, DEFAULT_SHOTS, 2048, 4096, 8192, 10_000];

export const keywordNamed = (name: string): KeywordFacts | undefined => KEYWORDS.find((known) => known.name === name);
