import type { Algorithm } from '../algorithm.ts';
import { atLeast } from '../qubits.ts';

export type QubitSlots = {
  readonly qubits: number;
};

/** |000> for up to five qubits, else |0...0>. */
const ket = (bit: '0' | '1', qubits: number): string => (qubits <= 5 ? bit.repeat(qubits) : `${bit}...${bit}`);

export const ghz: Algorithm<QubitSlots> = {
  id: 'ghz',
  title: { en: 'GHZ state', es: 'Estado GHZ' },
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
};
