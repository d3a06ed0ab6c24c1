import type { Algorithm, Slots } from '../algorithm.ts';
import { ALGORITHMS } from '../algorithms/index.ts';
import { BACKENDS, type Backend } from '../backends.ts';
import { plain } from '../normalize.ts';
import { CONCEPTS, type Concept } from './concepts.ts';

/** What a question is about. */
export interface Subjects {
  readonly algorithms: readonly Algorithm<Slots>[];
  readonly backends: readonly Backend[];
  readonly concepts: readonly Concept[];
  /** The backends as such, none of them by name. */
  readonly allBackends: boolean;
}

/** How people name an algorithm besides by its title. */
const NAMES: Readonly<Record<string, RegExp>> = {
  crispr: /\bcrispr\b|\bguide rnas?\b|\bguias?\b.*\bcas9\b/,
  dna_alignment:
    /\b(?:dna|adn|sequence|secuencias?)\b.*\balig?n\w*|\balign\w*.*\b(?:dna|sequences?)\b|\baline\w*.*\b(?:adn|secuencias?)\b/,
  protein_folding: /\bprotein\w* fold\w*|\bfold\w*.*\b(?:protein|peptide)|\bplega\w*/,
  drug_design: /\bdrug (?:design|discovery)|\bdesign\w* (?:a )?drugs?|\bfarmacos?\b/,
  docking: /\bdock(?:ing|s|ed)?\b|\bacoplamiento molecular\b/,
  shor: /\bshor\b|\bshor's\b|\bfactor(?:i[sz])\w*|\bfactoring\b/,
  vqe: /\bvqe\b|\beigensolver\b|\bground state energy\b|\bautovalores\b/,
  qaoa: /\bqaoa\b|\bmax-?cut\b/,
  phase_estimation: /\bphase estimation\b|\bestimacion de fase\b|\bqpe\b/,
  bernstein_vazirani: /\bbernstein\b|\bvazirani\b/,
  deutsch_jozsa: /\bdeutsch\b|\bjozsa\b/,
  teleportation: /\bteleport\w*|\bteletransport\w*|\bteleportacion\b/,
  grover: /\bgrover\b|\bgrover's\b|\bquantum search\b|\bbusqueda cuantica\b/,
  iqft: /\biqft\b|\binverse (?:quantum )?fourier\b|\bfourier (?:cuantica )?inversa\b/,
  qft: /\bqft\b|\bfourier\b/,
  w_state: /\bw[ -]?states?\b|\bestados? w\b/,
  ghz: /\bghz\b|\bgreenberger\b/,
  bell: /\bbell\b|\bepr\b/,
  custom_gates: /\bcustom gates?\b|\bgate lists?\b|\blist of gates\b|\bpuertas a medida\b|\blista de puertas\b/,
  superposition: /\bsuperposi\w*/,
};

/** The subjects that are named, in the order in which they are named. */
export function subjectsIn(words: string): Subjects {
  return {
    algorithms: inOrder(words, ALGORITHMS, placeOfAlgorithm).filter(
      ({ id }, _, all) => id !== 'qft' || !all.some((other) => other.id === 'iqft') || hasBothFouriers(words),
    ),
    backends: inOrder(words, BACKENDS, placeOfBackend),
    concepts: inOrder(words, CONCEPTS, ({ name }) => words.search(name)),
    allBackends: /\b(?:backends?|machines|devices|hardware|maquinas|dispositivos|simulators|simuladores)\b/.test(words),
  };
}

const hasBothFouriers = (words: string): boolean => /\bqft\b/.test(words) && /\biqft\b|invers/.test(words);

function placeOfAlgorithm({ id, title }: Algorithm<Slots>, words: string): number {
  const named = NAMES[id];
  const at = named === undefined ? -1 : words.search(named);
  if (at !== -1 || named !== undefined) return at;
  return Math.max(words.indexOf(plain(title.en)), words.indexOf(plain(title.es)));
}

/** `ibm_torino`, `ibm torino`, and for the machines with a name of their own that name. */
function placeOfBackend({ name }: Backend, words: string): number {
  const spelt = name.replaceAll('_', '[_ -]?');
  const own = /^ibm_(?!quantum)(\w+)$/.exec(name)?.[1];
  return words.search(new RegExp(`(?<![\\w_])(?:${spelt}${own === undefined ? '' : `|${own}`})(?![\\w_]| simulator)`));
}

function inOrder<Named>(
  words: string,
  all: readonly Named[],
  placeOf: (each: Named, words: string) => number,
): readonly Named[] {
  return all
    .map((each) => ({ each, at: placeOf(each, words) }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
