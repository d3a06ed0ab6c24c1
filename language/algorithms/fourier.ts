import type { Algorithm, Knowledge, Sentence } from '../algorithm.ts';
import { buildCircuit, type CircuitBuilder, qubitRange } from '../circuit-builder.ts';
import { atLeast, cubitCount, qubitCount } from '../qubits.ts';
import type { Random } from '../random.ts';

export type FourierSlots = {
  readonly qubits: number;
  /** Input basis state, leftmost bit = highest qubit; all zeros when unsaid. */
  readonly input?: string;
};

interface Direction {
  readonly id: string;
  readonly title: Sentence;
  readonly name: string;
  readonly pattern: RegExp;
  readonly gates: Sentence;
  readonly inverse: boolean;
  readonly knowledge: Knowledge;
}

const INVERSE = /\binv|\biqft\b|qft dagger|qft\^?-1|\bundo\b|\bdeshac/;
const FOURIER = /fourier|\bi?qft\b|\bi?tcf\b/;

/** |j> becomes the sum over k of exp(2 pi i jk / 2^n)|k>, on the given qubits, lowest bit first. */
export function appendFourier(c: CircuitBuilder, qubits: readonly number[], inverse: boolean): void {
  const steps: (() => void)[] = [];
  for (let high = qubits.length - 1; high >= 0; high -= 1) {
    steps.push(() => c.h(qubits[high] as number));
    for (let low = high - 1; low >= 0; low -= 1) {
      const angle = (inverse ? -1 : 1) * (Math.PI / 2 ** (high - low));
      steps.push(() => c.cp(angle, qubits[low] as number, qubits[high] as number));
    }
  }
  for (let low = 0; low < qubits.length - 1 - low; low += 1) {
    steps.push(() => c.swap(qubits[low] as number, qubits[qubits.length - 1 - low] as number));
  }
  for (const step of inverse ? steps.reverse() : steps) step();
}

function sampleFourier(random: Random): FourierSlots {
  const qubits = random.between(1, 10);
  if (random.chance(0.5)) return { qubits };
  return { qubits, input: Array.from({ length: qubits }, () => random.pick(['0', '1'])).join('') };
}

function fourier({ id, title, name, pattern, gates, inverse, knowledge }: Direction): Algorithm<FourierSlots> {
  return {
    id,
    title,
    knowledge,
    examples: [{ qubits: 4 }, { qubits: 4, input: '0101' }],
    qubits: ({ qubits }) => qubits,
    write: ({ qubits, input }) =>
      `Run ${name} on ${qubitCount(qubits)}${input === undefined ? '' : ` with input ${input}`}`,
    read(text) {
      const [, qubits, input] = pattern.exec(text) ?? [];
      if (qubits === undefined) return undefined;
      return input === undefined ? { qubits: Number(qubits) } : { qubits: Number(qubits), input };
    },
    check: ({ qubits, input }) =>
      atLeast(1, qubits) ?? (input !== undefined && input.length !== qubits ? 'target_width' : undefined),
    grammar: `"Run ${name} on " qubits (" with input " bits)?`,
    reasoning({ qubits, input }, lang, run) {
      return lang === 'en'
        ? `${title.en}${input === undefined ? '' : ` of input ${input}`} on ${qubitCount(qubits)}, ${run}. ${gates.en}: each of the 2^${qubits} outcomes is equally likely, and the result is in the phases.`
        : `${title.es}${input === undefined ? '' : ` de la entrada ${input}`} en ${cubitCount(qubits)}, ${run}. ${gates.es}: los 2^${qubits} resultados son igual de probables y la información queda en las fases.`;
    },
    fromRequest({ text, qubits, bits }) {
      if (!FOURIER.test(text) || INVERSE.test(text) !== inverse) return undefined;
      const width = qubits ?? bits?.length ?? 3;
      return bits === undefined ? { qubits: width } : { qubits: width, input: bits };
    },
    circuit: ({ qubits, input = '' }) =>
      buildCircuit(qubits, (c) => {
        const all = qubitRange(0, qubits);
        for (const qubit of all) if (input[qubits - 1 - qubit] === '1') c.x(qubit);
        c.stage(title, () => appendFourier(c, all, inverse));
      }),
    sample: sampleFourier,
  };
}

const TAIL = '(?: (?:on|of|over|with) (\\d+) qubits)(?: (?:with|for|on) input ([01]+))?$';
const VERB = '^(?:run|apply|do|perform|create)? ?';

export const qft = fourier({
  id: 'qft',
  title: { en: 'Quantum Fourier transform', es: 'Transformada cuántica de Fourier' },
  name: 'quantum Fourier transform',
  pattern: new RegExp(`${VERB}(?:quantum fourier transform|qft)${TAIL}`),
  gates: {
    en: 'H on each qubit, controlled phases between the qubits, then swaps',
    es: 'H en cada cúbit, fases controladas entre los cúbits y luego intercambios',
  },
  inverse: false,
  knowledge: {
    what: {
      en: 'The discrete Fourier transform of the 2^n amplitudes with about n²/2 gates: it turns a basis state into a wave of phases.',
      es: 'La transformada discreta de Fourier de las 2^n amplitudes con unas n²/2 puertas: convierte un estado base en una onda de fases.',
    },
    steps: [
      { en: 'From the highest qubit down, H on the qubit.', es: 'Desde el cúbit más alto hacia abajo, H en el cúbit.' },
      {
        en: 'Controlled phases pi/2, pi/4, ... from each lower qubit.',
        es: 'Fases controladas pi/2, pi/4, ... desde cada cúbit inferior.',
      },
      { en: 'Swaps put the bits back in order.', es: 'Los intercambios devuelven los bits a su orden.' },
    ],
    when: {
      en: 'Inside phase estimation, Shor’s algorithm and whatever looks for a period.',
      es: 'Dentro de la estimación de fase, del algoritmo de Shor y de todo lo que busca un período.',
    },
    source: {
      title: 'D. Coppersmith, An approximate Fourier transform useful in quantum factoring (1994)',
      url: 'https://arxiv.org/abs/quant-ph/0201067',
    },
  },
});

export const iqft = fourier({
  id: 'iqft',
  title: { en: 'Inverse quantum Fourier transform', es: 'Transformada cuántica de Fourier inversa' },
  name: 'inverse quantum Fourier transform',
  pattern: new RegExp(`${VERB}(?:inverse (?:quantum fourier transform|qft)|iqft)${TAIL}`),
  gates: {
    en: 'Swaps, then the controlled phases with opposite sign and H on each qubit',
    es: 'Intercambios, luego las fases controladas con signo opuesto y H en cada cúbit',
  },
  inverse: true,
  knowledge: {
    what: {
      en: 'The inverse of the quantum Fourier transform: it turns a wave of phases back into the basis state that it encodes.',
      es: 'La inversa de la transformada cuántica de Fourier: convierte una onda de fases en el estado base que codifica.',
    },
    steps: [
      { en: 'Swaps put the bits in reverse order.', es: 'Los intercambios invierten el orden de los bits.' },
      {
        en: 'Controlled phases with the opposite sign, each before the H of its qubit.',
        es: 'Fases controladas con el signo opuesto, cada una antes de la H de su cúbit.',
      },
      { en: 'H on every qubit, from the lowest up.', es: 'H en cada cúbit, del más bajo al más alto.' },
    ],
    when: {
      en: 'To read out a phase or a period: the last step of phase estimation and of Shor’s algorithm.',
      es: 'Para leer una fase o un período: el último paso de la estimación de fase y del algoritmo de Shor.',
    },
    source: {
      title: 'D. Coppersmith, An approximate Fourier transform useful in quantum factoring (1994)',
      url: 'https://arxiv.org/abs/quant-ph/0201067',
    },
  },
});
