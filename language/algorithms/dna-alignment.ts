import type { Algorithm, Lang } from '../algorithm.ts';
import { tidy } from './names.ts';
import { withoutRun } from './run-phrases.ts';
import { basesIn, hammingDistance, isDna, randomSequence, SEQUENCE_GRAMMAR, shown } from './sequences.ts';

export type DnaAlignmentSlots = {
  /** Bases A, C, G and T in capitals, 1 to 400. */
  readonly first: string;
  readonly second: string;
};

const READING =
  /^(?:run |do |perform |compare )?(?:the )?(align(?:ment of)? |compare )?(?:the |two )?(dna )?(?:align(?:ment)?(?: of| for)? )?(?:sequences? )?(?:the )?([a-z]+) (?:with|to|and|against|vs\.?|versus) (?:dna )?(?:sequence )?([a-z]+)$/i;
const ALIGN = /\b(?:re)?align|\balin[ei]|\bcompar|\bsimilar|needleman|smith-waterman/;
const NUCLEIC = /\b(?:dna|adn|sequences?|secuencias?|strands?|hebras?|cadenas?|nucleotid)|\bgen(?:e|es|oma|ome)?\b/;
const OTHER = /crispr|\bs?grna|\bguide rna|\bprotein|\bproteina/;

/** What can be said of the two sequences before any alignment. */
function fact({ first, second }: DnaAlignmentSlots, lang: Lang): string {
  const distance = hammingDistance(first, second);
  if (distance === undefined) {
    return lang === 'en'
      ? `The sequences have ${first.length} and ${second.length} bases.`
      : `Las secuencias tienen ${first.length} y ${second.length} bases.`;
  }
  const equal = first.length - distance;
  return lang === 'en'
    ? `Without gaps ${equal} of ${first.length} positions agree.`
    : `Sin huecos coinciden ${equal} de ${first.length} posiciones.`;
}

/** A copy with some bases changed or left out. */
const relative = (sequence: string, random: Parameters<typeof randomSequence>[2]): string =>
  [...sequence]
    .map((base) => (random.chance(0.2) ? randomSequence('ACGT', random.between(0, 2), random) : base))
    .join('');

export const dnaAlignment: Algorithm<DnaAlignmentSlots> = {
  id: 'dna_alignment',
  title: { en: 'DNA alignment', es: 'Alineamiento de ADN' },
  knowledge: {
    what: {
      en: 'Alignment writes two DNA sequences one above the other, with gaps where needed, so that as many bases as possible agree.',
      es: 'El alineamiento escribe dos secuencias de ADN una sobre otra, con huecos donde haga falta, para que coincidan tantas bases como sea posible.',
    },
    steps: [
      {
        en: 'Give points to equal bases, and take points off for different bases and for gaps.',
        es: 'Dé puntos a las bases iguales, y réstelos por bases distintas y por huecos.',
      },
      {
        en: 'Fill a table with the best score of every pair of beginnings of the two sequences.',
        es: 'Rellene una tabla con la mejor puntuación de cada par de comienzos de las dos secuencias.',
      },
      {
        en: 'Follow the best scores back through the table: that path is the alignment.',
        es: 'Siga las mejores puntuaciones hacia atrás por la tabla: ese camino es el alineamiento.',
      },
    ],
    when: {
      en: 'To see how alike two sequences are, and which bases were changed, added or lost.',
      es: 'Para ver cuánto se parecen dos secuencias, y qué bases cambiaron, se añadieron o se perdieron.',
    },
    source: {
      title: 'S. B. Needleman and C. D. Wunsch, Journal of Molecular Biology 48, 443 (1970)',
      url: 'https://doi.org/10.1016/0022-2836(70)90057-4',
    },
  },
  examples: [
    { first: 'ATCGATTG', second: 'ATGGATCG' },
    { first: 'GATTACA', second: 'GCATGCT' },
  ],
  qubits: () => 0,
  write: ({ first, second }) => `Align DNA ${first} with ${second}`,
  read(_text, raw) {
    const match = READING.exec(tidy(raw).replace(/[ .!]+$/, ''));
    if (match === null) return undefined;
    const [, verb, dna, first = '', second = ''] = match;
    const slots = { first: first.toUpperCase(), second: second.toUpperCase() };
    if (dna !== undefined) return slots;
    return verb !== undefined && isDna(slots.first) && isDna(slots.second) ? slots : undefined;
  },
  check: ({ first, second }) => (isDna(first) && isDna(second) ? undefined : 'invalid_sequence'),
  grammar: `"Align DNA " ${SEQUENCE_GRAMMAR} " with " ${SEQUENCE_GRAMMAR}`,
  reasoning(slots, lang, run) {
    const [first, second] = [shown(slots.first), shown(slots.second)];
    return lang === 'en'
      ? `Alignment of DNA ${first} with ${second}, ${run}. The backend is asked for the best alignment and its score; the local simulator does not simulate alignment.`
      : `Alineamiento del ADN ${first} con ${second}, ${run}. Se pide al backend el mejor alineamiento y su puntuación; el simulador local no simula el alineamiento.`;
  },
  fromRequest({ text, raw }) {
    if (!ALIGN.test(text) || OTHER.test(text)) return undefined;
    const [first, second] = basesIn(withoutRun(tidy(raw)));
    if (first === undefined || second === undefined) return undefined;
    return NUCLEIC.test(text) || isDna(first) || isDna(second) ? { first, second } : undefined;
  },
  circuit: () => undefined,
  facts: fact,
  sample(random) {
    const first = randomSequence('ACGT', random.between(4, 24), random);
    return { first, second: relative(first, random) || 'A' };
  },
};
