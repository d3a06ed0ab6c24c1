import type { Algorithm } from '../algorithm.ts';
import { buildCircuit } from '../circuit-builder.ts';
import { atLeast, cubitCount, qubitCount } from '../qubits.ts';
import type { QubitSlots } from './ghz.ts';

export const superposition: Algorithm<QubitSlots> = {
  id: 'superposition',
  title: { en: 'Uniform superposition', es: 'Superposición uniforme' },
  knowledge: {
    what: {
      en: 'Every basis state of the qubits with the same amplitude: n fair coins tossed at once.',
      es: 'Todos los estados base de los cúbits con la misma amplitud: n monedas justas lanzadas a la vez.',
    },
    steps: [
      { en: 'H on every qubit.', es: 'H en cada cúbit.' },
      { en: 'All qubits are measured.', es: 'Se miden todos los cúbits.' },
    ],
    when: {
      en: 'For random bits, and as the first step of most quantum algorithms.',
      es: 'Para obtener bits aleatorios y como primer paso de casi todos los algoritmos cuánticos.',
    },
    source: {
      title: 'M. A. Nielsen, I. L. Chuang, Quantum Computation and Quantum Information, section 1.4.2',
      url: 'https://doi.org/10.1017/CBO9780511976667',
    },
  },
  examples: [{ qubits: 1 }, { qubits: 4 }],
  qubits: ({ qubits }) => qubits,
  write: ({ qubits }) => `Create uniform superposition of ${qubitCount(qubits)}`,
  read(text) {
    const [, qubits] =
      /^(?:create|make|prepare|generate)? ?(?:uniform |equal )?superposition (?:of|on|over) (\d+) qubits$/.exec(text) ??
      [];
    return qubits === undefined ? undefined : { qubits: Number(qubits) };
  },
  check: ({ qubits }) => atLeast(1, qubits),
  grammar: '"Create uniform superposition of " qubits',
  reasoning({ qubits }, lang, run) {
    return lang === 'en'
      ? `Uniform superposition of ${qubitCount(qubits)}, ${run}. H on every qubit makes all 2^${qubits} outcomes equally likely.`
      : `Superposición uniforme de ${cubitCount(qubits)}, ${run}. H en cada cúbit hace igual de probables los 2^${qubits} resultados.`;
  },
  fromRequest: ({ text, qubits }) =>
    /superpos|hadamard|equiprobab|random (bit|number)|(bit|numero) aleatorio/.test(text)
      ? { qubits: qubits ?? 1 }
      : undefined,
  circuit: ({ qubits }) =>
    buildCircuit(qubits, (c) => {
      for (let qubit = 0; qubit < qubits; qubit += 1) c.h(qubit);
    }),
  sample: (random) => ({ qubits: random.between(1, 10) }),
};
