import type { Algorithm } from '../algorithm.ts';
import { buildCircuit, type CircuitBuilder, qubitRange } from '../circuit-builder.ts';
import { shareText } from '../number-text.ts';
import { atLeast, cubitCount, qubitCount } from '../qubits.ts';

export type GroverSlots = {
  readonly qubits: number;
  /** The marked basis state, leftmost bit = highest qubit. */
  readonly target: string;
};

/** The number of Grover rounds that brings the target's probability nearest to 1 from below. */
export const rounds = (qubits: number): number => Math.max(1, Math.floor((Math.PI / 4) * Math.sqrt(2 ** qubits)));

const binary = (index: number, qubits: number): string => index.toString(2).padStart(qubits, '0');

/** The sentence that leads from "item 9 of 16" to the target 1001 on 4 qubits. */
export function itemsNote(items: number, index: number | undefined, lang: 'en' | 'es'): string {
  const qubits = Math.ceil(Math.log2(items));
  const named =
    index === undefined
      ? ''
      : lang === 'en'
        ? `, and item ${index} is ${binary(index, qubits)}`
        : `, y el elemento ${index} es ${binary(index, qubits)}`;
  return lang === 'en'
    ? `${items} items need ${qubitCount(qubits)}${named}. `
    : `${items} elementos necesitan ${cubitCount(qubits)}${named}. `;
}

/** Z on the basis state of all ones. */
const flipAllOnes = (c: CircuitBuilder, qubits: number): void =>
  c.controlled('z', qubitRange(0, qubits - 1), qubits - 1);

export const grover: Algorithm<GroverSlots> = {
  id: 'grover',
  title: { en: 'Grover search', es: 'Búsqueda de Grover' },
  knowledge: {
    what: {
      en: 'Finds one marked item among N with about pi/4*sqrt(N) questions, where a classical search needs N/2.',
      es: 'Encuentra un elemento marcado entre N con unas pi/4*sqrt(N) preguntas, donde una búsqueda clásica necesita N/2.',
    },
    steps: [
      { en: 'H on every qubit: all items at once.', es: 'H en cada cúbit: todos los elementos a la vez.' },
      { en: 'The oracle flips the sign of the marked item.', es: 'El oráculo cambia el signo del elemento marcado.' },
      {
        en: 'The diffusion reflects all amplitudes about their mean, which raises the marked one.',
        es: 'La difusión refleja todas las amplitudes respecto a su media, lo que eleva la marcada.',
      },
      {
        en: 'Oracle and diffusion are repeated about pi/4*sqrt(N) times.',
        es: 'Oráculo y difusión se repiten unas pi/4*sqrt(N) veces.',
      },
    ],
    when: {
      en: 'For search without structure, and as amplitude amplification inside other algorithms.',
      es: 'Para buscar sin estructura, y como amplificación de amplitud dentro de otros algoritmos.',
    },
    source: {
      title: 'L. K. Grover, A fast quantum mechanical algorithm for database search (1996)',
      url: 'https://arxiv.org/abs/quant-ph/9605043',
    },
  },
  examples: [
    { qubits: 3, target: '101' },
    { qubits: 4, target: '1001' },
  ],
  qubits: ({ qubits }) => qubits,
  write: ({ qubits, target }) => `Run Grover search on ${qubitCount(qubits)} for ${target}`,
  read(text) {
    const [, qubits, target] =
      /^(?:run|do|perform)? ?grover(?:'s)?(?: search| algorithm)? (?:on|with|over) (\d+) qubits(?: for (?:target )?([01]+))?$/.exec(
        text,
      ) ?? [];
    if (qubits === undefined) return undefined;
    return { qubits: Number(qubits), target: target ?? '1'.repeat(Math.min(Number(qubits), 64)) };
  },
  check: ({ qubits, target }) => atLeast(2, qubits) ?? (target.length === qubits ? undefined : 'target_width'),
  grammar: '"Run Grover search on " qubits " for " bits',
  // The bits come before their count: a model counts what it has just copied, and the code then copies the count.
  reasoning({ qubits, target }, lang, run) {
    const count = rounds(qubits);
    const en = qubits > 8 ? `about pi/4*sqrt(2^${qubits}) rounds` : count === 1 ? '1 round' : `${count} rounds`;
    const es = qubits > 8 ? `unas pi/4*sqrt(2^${qubits}) rondas` : count === 1 ? '1 ronda' : `${count} rondas`;
    return lang === 'en'
      ? `Grover search for ${target} on ${qubitCount(qubits)}, ${run}. H on every qubit, then ${en} of oracle and diffusion make ${target} by far the most likely outcome.`
      : `Búsqueda de Grover del estado ${target} en ${cubitCount(qubits)}, ${run}. H en cada cúbit y luego ${es} de oráculo y difusión hacen de ${target} el resultado más probable con diferencia.`;
  },
  fromRequest({ text, qubits, bits, items, index }) {
    if (!/grover|amplitude amplification|amplificacion de amplitud/.test(text)) return undefined;
    const width = bits?.length ?? (items === undefined ? qubits : Math.ceil(Math.log2(items))) ?? 3;
    const stated = qubits ?? width;
    const target = bits ?? (index === undefined ? '1'.repeat(Math.min(stated, 64)) : binary(index, stated));
    return { qubits: stated, target };
  },
  circuit: ({ qubits, target }) =>
    buildCircuit(qubits, (c) => {
      const all = qubitRange(0, qubits);
      const zeros = all.filter((qubit) => target[qubits - 1 - qubit] === '0');
      const onAll = (gate: 'h' | 'x', on = all) => {
        for (const qubit of on) c[gate](qubit);
      };
      onAll('h');
      for (let round = 1; round <= rounds(qubits); round += 1) {
        c.stage({ en: `Oracle ${round}`, es: `Oráculo ${round}` }, () => {
          onAll('x', zeros);
          flipAllOnes(c, qubits);
          onAll('x', zeros);
        });
        c.stage({ en: `Diffusion ${round}`, es: `Difusión ${round}` }, () => {
          onAll('h');
          onAll('x');
          flipAllOnes(c, qubits);
          onAll('x');
          onAll('h');
        });
      }
    }),
  conclusion({ target }, probabilities, lang) {
    const share = shareText(probabilities.get(target) ?? 0, lang);
    return lang === 'en'
      ? `${target} is found with probability ${share}.`
      : `${target} se encuentra con probabilidad ${share}.`;
  },
  sample(random) {
    const qubits = random.between(2, 8);
    return { qubits, target: binary(random.between(0, 2 ** qubits - 1), qubits) };
  },
};
