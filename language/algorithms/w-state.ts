import type { Algorithm, Knowledge } from '../algorithm.ts';
import { buildCircuit, qubitRange } from '../circuit-builder.ts';
import { atLeast } from '../qubits.ts';
import type { QubitSlots } from './ghz.ts';

/** `001, 010 and 100` for up to five qubits, else `0...01 to 10...0`. */
function oneHot(qubits: number, [last, to]: readonly [string, string]): string {
  if (qubits > 5) return `0...01 ${to} 10...0`;
  const states = qubitRange(0, qubits).map((qubit) => `${'0'.repeat(qubits - 1 - qubit)}1${'0'.repeat(qubit)}`);
  return `${states.slice(0, -1).join(', ')} ${last} ${states[qubits - 1]}`;
}

const knowledge: Knowledge = {
  what: {
    en: 'One excitation shared equally by n qubits: exactly one of them is found in 1, and each is as likely as the others. The rest stays entangled when one qubit is lost.',
    es: 'Una excitación repartida por igual entre n cúbits: exactamente uno de ellos aparece en 1, y todos con la misma probabilidad. El resto sigue entrelazado aunque se pierda un cúbit.',
  },
  steps: [
    { en: 'X on q0: the excitation starts there.', es: 'X en q0: la excitación empieza ahí.' },
    {
      en: 'A controlled RY from each qubit to the next passes on all but an equal share: its angle is 2·arccos(√(1/m)) with m qubits left.',
      es: 'Una RY controlada de cada cúbit al siguiente cede todo menos una parte igual: su ángulo es 2·arccos(√(1/m)) cuando quedan m cúbits.',
    },
    {
      en: 'CX back from the next qubit clears the one that has given its excitation away.',
      es: 'Una CX de vuelta desde el siguiente borra el cúbit que ha cedido su excitación.',
    },
  ],
  when: {
    en: 'To compare kinds of entanglement, to choose a leader among nodes, or for a memory that survives a lost qubit; a GHZ state does not.',
    es: 'Para comparar clases de entrelazamiento, elegir un líder entre nodos o tener una memoria que resiste la pérdida de un cúbit; un estado GHZ no la resiste.',
  },
  source: {
    title: 'W. Dür, G. Vidal, J. I. Cirac, Three qubits can be entangled in two inequivalent ways (2000)',
    url: 'https://arxiv.org/abs/quant-ph/0005115',
  },
};

export const wState: Algorithm<QubitSlots> = {
  id: 'w_state',
  title: { en: 'W state', es: 'Estado W' },
  knowledge,
  examples: [{ qubits: 3 }, { qubits: 5 }],
  qubits: ({ qubits }) => qubits,
  write: ({ qubits }) => `Create ${qubits}-qubit W state`,
  read(text) {
    const [, before, after] =
      /^(?:create|make|prepare|generate|build)? ?(?:(\d+) qubits )?w(?:[- ]state)?(?: (?:on|of|with|for|over) (\d+) qubits)?$/.exec(
        text,
      ) ?? [];
    const qubits = before ?? after;
    return qubits === undefined ? undefined : { qubits: Number(qubits) };
  },
  check: ({ qubits }) => atLeast(3, qubits),
  grammar: '"Create " number "-qubit W state"',
  reasoning({ qubits }, lang, run) {
    return lang === 'en'
      ? `W state on ${qubits} qubits, ${run}. X on q0, then controlled RY and CX from qubit to qubit share one excitation: only ${oneHot(qubits, ['and', 'to'])} are measured, 1/${qubits} each.`
      : `Estado W de ${qubits} cúbits, ${run}. X en q0 y luego RY controladas y CX de cúbit en cúbit reparten una excitación: solo se miden ${oneHot(qubits, ['y', 'a'])}, 1/${qubits} cada uno.`;
  },
  fromRequest: ({ text, qubits }) =>
    /\b(?<!')w[- ](?:entangled )?states?\b|\b(?:estados?|tipo) w\b/.test(text) ? { qubits: qubits ?? 3 } : undefined,
  circuit: ({ qubits }) =>
    buildCircuit(qubits, (c) => {
      c.stage({ en: 'Excitation', es: 'Excitación' }, () => c.x(0));
      c.stage({ en: 'Equal shares', es: 'Reparto igual' }, () => {
        for (const qubit of qubitRange(0, qubits - 1)) {
          c.controlled('ry', [qubit], qubit + 1, 2 * Math.acos(Math.sqrt(1 / (qubits - qubit))));
          c.cx(qubit + 1, qubit);
        }
      });
    }),
  sample: (random) => ({ qubits: random.between(3, 10) }),
};
