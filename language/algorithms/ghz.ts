import type { Algorithm } from '../algorithm.ts';
import { buildCircuit } from '../circuit-builder.ts';
import { atLeast } from '../qubits.ts';

export type QubitSlots = {
  readonly qubits: number;
};

/** |000> for up to five qubits, else |0...0>. */
const ket = (bit: '0' | '1', qubits: number): string => (qubits <= 5 ? bit.repeat(qubits) : `${bit}...${bit}`);

export const ghz: Algorithm<QubitSlots> = {
  id: 'ghz',
  title: { en: 'GHZ state', es: 'Estado GHZ' },
  knowledge: {
    what: {
      en: 'Three or more qubits in an equal superposition of all zeros and all ones, named after Greenberger, Horne and Zeilinger.',
      es: 'Tres o más cúbits en una superposición igual de todo ceros y todo unos, que lleva el nombre de Greenberger, Horne y Zeilinger.',
    },
    steps: [
      { en: 'H puts q0 in superposition.', es: 'H pone q0 en superposición.' },
      {
        en: 'CX from each qubit to the next copies its value along the chain.',
        es: 'CX de cada cúbit al siguiente copia su valor a lo largo de la cadena.',
      },
      { en: 'All qubits are measured: they always agree.', es: 'Se miden todos los cúbits: siempre coinciden.' },
    ],
    when: {
      en: 'To measure how well a machine entangles many qubits, in error-correction and metrology experiments.',
      es: 'Para medir cuán bien entrelaza muchos cúbits una máquina, y en experimentos de corrección de errores y de metrología.',
    },
    source: {
      title: 'D. M. Greenberger, M. A. Horne, A. Zeilinger, Going beyond Bell’s theorem (1989)',
      url: 'https://arxiv.org/abs/0712.0921',
    },
  },
  examples: [{ qubits: 3 }, { qubits: 5 }],
  qubits: ({ qubits }) => qubits,
  write: ({ qubits }) => `Create ${qubits}-qubit GHZ state`,
  read(text) {
    const [, before, after] =
      /^(?:create|make|prepare|generate)? ?(?:(\d+) qubits )?ghz(?: state)?(?: (?:on|of|with|for) (\d+) qubits)?$/.exec(
        text,
      ) ?? [];
    const qubits = before ?? after;
    return qubits === undefined ? undefined : { qubits: Number(qubits) };
  },
  check: ({ qubits }) => atLeast(3, qubits),
  grammar: '"Create " number "-qubit GHZ state"',
  reasoning({ qubits }, lang, run) {
    const [zeros, ones] = [ket('0', qubits), ket('1', qubits)];
    return lang === 'en'
      ? `GHZ state on ${qubits} qubits, ${run}. H on q0, then a chain of CX from each qubit to the next makes (|${zeros}> + |${ones}>)/sqrt(2): only ${zeros} and ${ones} are measured, half each.`
      : `Estado GHZ de ${qubits} cúbits, ${run}. H en q0 y luego una cadena de CX de cada cúbit al siguiente forman (|${zeros}> + |${ones}>)/sqrt(2): solo se miden ${zeros} y ${ones}, la mitad cada uno.`;
  },
  fromRequest: ({ text, qubits }) =>
    /\bghz\b|greenberger|\bcat state\b|\bestado gato\b/.test(text) ? { qubits: qubits ?? 3 } : undefined,
  circuit: ({ qubits }) =>
    buildCircuit(qubits, (c) => {
      c.h(0);
      for (let qubit = 1; qubit < qubits; qubit += 1) c.cx(qubit - 1, qubit);
    }),
  sample: (random) => ({ qubits: random.between(3, 10) }),
};
