import type { Algorithm, Lang } from '../algorithm.ts';
import { plain } from '../normalize.ts';
import { groupsIn, nameGrammarWithout, nameInRequest, nameOf, tidy } from './names.ts';
import { withoutRun } from './run-phrases.ts';
import { isProtein, randomSequence, SEQUENCE_GRAMMAR, shown } from './sequences.ts';

export type ProteinFoldingSlots =
  | {
      /** A protein by name; neither begins with "sequence" nor looks like one. */
      readonly protein: string;
    }
  | {
      /** One-letter amino-acid codes in capitals, 2 to 400. */
      readonly sequence: string;
    };

const AMINO_ACIDS = 'ACDEFGHIKLMNPQRSTVWY';
const PROTEINS = ['insulin', 'hemoglobin', 'ubiquitin', 'p53', 'lysozyme', 'amyloid β', 'spike (SARS-CoV-2)', 'GFP'];

const READING =
  /^(?:run |do |perform |simulate )?(?:the )?(?:fold(?:ing)?(?: of)?(?: the| an?)? (?:protein|peptide|(?=(?:amino[ -]acid )?sequence ))|(?:protein|peptide) folding(?: of| for)?)[ :]*(.+)$/i;

/** What stands after "Fold protein": a sequence when it is called so, or when it is one long word of amino acids. */
function slotsOf(named: string): ProteinFoldingSlots | undefined {
  const called = /^(?:with )?(?:the )?(?:amino[ -]acid )?sequence:? (?!of\b)([a-z]+|[A-Z ]+)$/i.exec(named)?.[1];
  if (called !== undefined && (!called.includes(' ') || called === called.toUpperCase())) {
    return { sequence: called.replaceAll(' ', '').toUpperCase() };
  }
  if (named.length >= 10 && isProtein(named)) return { sequence: named };
  const protein = nameOf(named.replace(/^(?:the )?(?:amino[ -]acid )?sequence of /i, ''));
  return protein === undefined || /^sequence/i.test(protein) ? undefined : { protein };
}

const FOLD =
  '(?<![\\w-])(?<!\\d )(?:fold|folds|folding|pliega|plieg[ao]r?|plegar|doblar?|plegamiento|plegado)(?![\\w-])';
const FOLDINGS = [
  new RegExp(
    `${FOLD}(?: (?:simulation|problem|simulacion))?(?: (?:de )?(?:proteinas|proteins|peptidos|peptides)(?=:| de | para | of | for ))?(?: (?:of|for|on|del?|para|sobre))?:? (?!change|in half|out )(?<protein>.{1,120})`,
  ),
  /(?<![\w-])(?<protein>[\w-]+) (?:protein )?folding(?![\w-])/,
  /\b(?:predict|model|find|compute|predice|predecir|calcula|calcular|modela)\w* (?:the |la )?(?:3d |native |tertiary |protein )*(?:structure|estructura)(?: 3d| nativa| terciaria| tridimensional)* (?:of|for|del?) (?<protein>.{1,120})/,
];
const CALLED_SEQUENCE =
  /\b(?:sequence|secuencia|peptide|peptido|chain|cadena)(?: de aminoacidos)?[ :=]+(?!of\b|del?\b)(?<sequence>[a-z]{2,})(?![a-z])/;
/** Proteins end so in both languages, or are written with capitals and digits; "fold the towel" is no request for us. */
const PROTEIN_WORD = /(?:ins?|inas?|en|eno|ases?|asas?|zymes?|zimas?|ides?|idos?)$/;
const CONTEXT = /protein|peptid|amino|polypep|enzym|enzim/;
const PLACE = [
  /^protein (?=\S)/,
  / (?:in|en|for|para|from|folding|sequence|chain)(?: .*)?$/,
  /^(?:(?:amino acid )?sequence of|peptide|peptido|secuencia de|cadena de) /,
];

function requestedSequence(request: string): string | undefined {
  const long = request.match(/(?<![A-Za-z])[A-Z]{10,}(?![A-Za-z])/g)?.find(isProtein);
  if (long !== undefined) return long;
  const small = request.match(/(?<![A-Za-z])[a-z]{15,}(?![A-Za-z])/g)?.find((word) => isProtein(word.toUpperCase()));
  if (small !== undefined && !PROTEIN_WORD.test(small)) return small.toUpperCase();
  const called = groupsIn(request, [CALLED_SEQUENCE])?.['sequence'] ?? '';
  const isSpelled = called === called.toUpperCase() || (called.length >= 5 && isProtein(called.toUpperCase()));
  return called !== '' && isSpelled ? called.toUpperCase() : undefined;
}

function requestedProtein(request: string, text: string): string | undefined {
  const protein = nameInRequest(groupsIn(request, FOLDINGS)?.['protein'] ?? '', PLACE);
  if (protein === undefined) return undefined;
  const looksRight = CONTEXT.test(text) || PROTEIN_WORD.test(protein) || /[A-Z]{2}|[a-zA-Z]\d/.test(protein);
  return looksRight && !/^(?:prot|pept|amino)[a-z]*$/.test(plain(protein)) ? protein : undefined;
}

const subject = (slots: ProteinFoldingSlots, lang: Lang): string => {
  if ('protein' in slots) return lang === 'en' ? `protein ${slots.protein}` : `la proteína ${slots.protein}`;
  const { sequence } = slots;
  return lang === 'en' ? `sequence ${shown(sequence)}` : `la secuencia ${shown(sequence)}`;
};

export const proteinFolding: Algorithm<ProteinFoldingSlots> = {
  id: 'protein_folding',
  title: { en: 'Protein folding', es: 'Plegamiento de proteínas' },
  knowledge: {
    what: {
      en: 'Protein folding predicts the three-dimensional shape that a chain of amino acids takes.',
      es: 'El plegamiento de proteínas predice la forma tridimensional que toma una cadena de aminoácidos.',
    },
    steps: [
      {
        en: 'Simplify the chain: one bead for each amino acid, on the points of a lattice.',
        es: 'Simplifique la cadena: una cuenta por aminoácido, en los puntos de una red.',
      },
      {
        en: 'Encode the turns of the chain in qubits.',
        es: 'Codifique los giros de la cadena en cúbits.',
      },
      {
        en: 'Write the contact energies, and penalties for overlaps, as a Hamiltonian.',
        es: 'Escriba las energías de contacto, y penalizaciones por solapes, como un hamiltoniano.',
      },
      {
        en: 'Search for the turns of lowest energy with a variational algorithm.',
        es: 'Busque los giros de menor energía con un algoritmo variacional.',
      },
    ],
    when: {
      en: 'For short peptides and method studies; for whole proteins classical programs are far ahead.',
      es: 'Para péptidos cortos y estudios del método; con proteínas enteras los programas clásicos van muy por delante.',
    },
    source: {
      title:
        'A. Robert et al., Resource-efficient quantum algorithm for protein folding, npj Quantum Information 7, 38 (2021)',
      url: 'https://doi.org/10.1038/s41534-021-00368-4',
    },
  },
  examples: [{ protein: 'insulin' }, { sequence: 'FVNQHLCGSH' }],
  qubits: () => 0,
  write: (slots) => ('protein' in slots ? `Fold protein ${slots.protein}` : `Fold protein sequence ${slots.sequence}`),
  read(_text, raw) {
    const named = READING.exec(tidy(raw).replace(/[ .!]+$/, ''))?.[1];
    return named === undefined ? undefined : slotsOf(named);
  },
  check: (slots) => ('protein' in slots || isProtein(slots.sequence) ? undefined : 'invalid_sequence'),
  grammar: `"Fold protein " (${nameGrammarWithout('sequence')} | "sequence " ${SEQUENCE_GRAMMAR})`,
  reasoning: (slots, lang, run) =>
    lang === 'en'
      ? `Folding of ${subject(slots, lang)}, ${run}. The backend is asked for the shape of lowest energy; the local simulator does not simulate folding.`
      : `Plegamiento de ${subject(slots, lang)}, ${run}. Se pide al backend la forma de menor energía; el simulador local no simula el plegamiento.`,
  fromRequest({ text, raw }) {
    const request = withoutRun(tidy(raw));
    if (groupsIn(request, FOLDINGS) === undefined) return undefined;
    const sequence = requestedSequence(request);
    if (sequence !== undefined) return { sequence };
    const protein = requestedProtein(request, text);
    return protein === undefined ? undefined : slotsOf(protein);
  },
  circuit: () => undefined,
  facts(slots, lang) {
    if ('protein' in slots) return undefined;
    const { length } = slots.sequence;
    return lang === 'en' ? `The sequence has ${length} amino acids.` : `La secuencia tiene ${length} aminoácidos.`;
  },
  sample: (random) =>
    random.chance(0.5)
      ? { protein: random.pick(PROTEINS) }
      : { sequence: randomSequence(AMINO_ACIDS, random.between(5, 30), random) },
};
