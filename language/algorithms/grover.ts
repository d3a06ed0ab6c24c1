import type { Algorithm } from '../algorithm.ts';
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

export const grover: Algorithm<GroverSlots> = {
  id: 'grover',
  title: { en: 'Grover search', es: 'Búsqueda de Grover' },
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
};
