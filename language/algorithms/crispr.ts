import type { Algorithm } from '../algorithm.ts';
import { tidy } from './names.ts';
import { withoutRun } from './run-phrases.ts';
import { basesIn, gcPercent, isDna, randomSequence, SEQUENCE_GRAMMAR } from './sequences.ts';

export type CrisprSlots = {
  /** The spacer as DNA, A, C, G and T in capitals, 20 letters, 5' to 3'. */
  readonly guide: string;
};

const GUIDE_LENGTH = 20;

const READING =
  /^(?:(?:score|evaluate|rate|assess|check|analy[sz]e|grade|run)(?: the| an?)? )?(?:crispr(?:[ -]?cas9)?(?: (?:guide(?: rna)?|s?grna))?(?: scoring)?|(?:guide rna|s?grna))(?: sequence| of| for)?:? (?:5'-?)?(?!(?:guide|s?grna|rna|sequence)\b)([a-z ]+?)(?:-?3')?$/i;
const CRISPR = /\bcrispr|\bs?grna\b|\bguide rna\b|\brna guia\b|\barn guia\b|\bguia (?:de )?arn\b|\bcas ?-?9\b/;

/** One word, or a sequence written in groups of bases. */
const oneSequence = (letters: string): string | undefined =>
  /^[a-z]+$/i.test(letters) || /^[acgtu ]+$/i.test(letters) ? letters.replaceAll(' ', '').toUpperCase() : undefined;

export const crispr: Algorithm<CrisprSlots> = {
  id: 'crispr',
  title: { en: 'CRISPR guide scoring', es: 'Puntuación de guías CRISPR' },
  knowledge: {
    what: {
      en: 'A CRISPR guide leads the enzyme Cas9 to the 20 bases of DNA that it matches; its score says how well it should cut there and how rarely elsewhere.',
      es: 'Una guía CRISPR lleva la enzima Cas9 a las 20 bases de ADN con las que coincide; su puntuación dice lo bien que debería cortar ahí y lo poco que cortaría en otros sitios.',
    },
    steps: [
      {
        en: 'Find 20 bases in the gene that are followed by NGG, the motif that Cas9 needs.',
        es: 'Busque 20 bases del gen seguidas de NGG, el motivo que Cas9 necesita.',
      },
      {
        en: 'Judge activity from the guide: its share of G and C, and which base stands where.',
        es: 'Estime la actividad a partir de la guía: su proporción de G y C, y qué base hay en cada posición.',
      },
      {
        en: 'Search the genome for similar places, where Cas9 might cut by mistake.',
        es: 'Busque en el genoma lugares parecidos, donde Cas9 podría cortar por error.',
      },
      {
        en: 'Prefer the guide with high activity and few such places.',
        es: 'Prefiera la guía con alta actividad y pocos de esos lugares.',
      },
    ],
    when: {
      en: 'To choose among the guides that could edit a gene, before an experiment.',
      es: 'Para elegir entre las guías que podrían editar un gen, antes de un experimento.',
    },
    source: {
      title: 'J. G. Doench et al., Optimized sgRNA design, Nature Biotechnology 34, 184 (2016)',
      url: 'https://doi.org/10.1038/nbt.3437',
    },
  },
  examples: [{ guide: 'GACGTTACCGGATCAAGCTT' }],
  qubits: () => 0,
  write: ({ guide }) => `Score CRISPR guide ${guide}`,
  read(_text, raw) {
    const letters = READING.exec(tidy(raw).replace(/[ .!]+$/, ''))?.[1];
    const guide = letters === undefined ? undefined : oneSequence(letters);
    return guide === undefined ? undefined : { guide };
  },
  check({ guide }) {
    if (!isDna(guide)) return 'invalid_sequence';
    return guide.length === GUIDE_LENGTH ? undefined : 'guide_length';
  },
  grammar: `"Score CRISPR guide " ${SEQUENCE_GRAMMAR}`,
  reasoning({ guide }, lang, run) {
    return lang === 'en'
      ? `CRISPR guide ${guide}, ${run}. The backend is asked for its score, on-target activity against off-target cuts; the local simulator does not simulate guide scoring.`
      : `Guía CRISPR ${guide}, ${run}. Se pide al backend su puntuación, actividad en la diana frente a cortes fuera de ella; el simulador local no simula la puntuación de guías.`;
  },
  fromRequest({ text, raw }) {
    if (!CRISPR.test(text)) return undefined;
    const request = withoutRun(tidy(raw));
    const grouped = request.replace(/(?<=\b[ACGT]{3,}) (?=[ACGT]{3,}\b)/g, '');
    const [guide] = basesIn(grouped);
    return guide === undefined ? undefined : { guide };
  },
  circuit: () => undefined,
  facts: ({ guide }, lang) =>
    lang === 'en'
      ? `The guide has ${guide.length} bases, ${gcPercent(guide)} % of them G or C.`
      : `La guía tiene ${guide.length} bases; el ${gcPercent(guide)} % son G o C.`,
  sample: (random) => ({ guide: randomSequence('ACGT', GUIDE_LENGTH, random) }),
};
