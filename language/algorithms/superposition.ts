import type { Algorithm } from '../algorithm.ts';
import { atLeast, cubitCount, qubitCount } from '../qubits.ts';
import type { QubitSlots } from './ghz.ts';

export const superposition: Algorithm<QubitSlots> = {
  id: 'superposition',
  title: { en: 'Uniform superposition', es: 'Superposición uniforme' },
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
};
