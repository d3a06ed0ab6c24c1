import type { Algorithm, Sentence } from '../algorithm.ts';
import { atLeast, cubitCount, qubitCount } from '../qubits.ts';

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
}

const INVERSE = /\binv|\biqft\b|qft dagger|qft\^?-1|\bundo\b|\bdeshac/;
const FOURIER = /fourier|\bi?qft\b|\bi?tcf\b/;

function fourier({ id, title, name, pattern, gates, inverse }: Direction): Algorithm<FourierSlots> {
  return {
    id,
    title,
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
});
