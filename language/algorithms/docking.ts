import type { Algorithm } from '../algorithm.ts';
import { plain } from '../normalize.ts';
import { groupsIn, NAME_GRAMMAR, nameInRequest, nameOf, tidy } from './names.ts';
import { withoutRun } from './run-phrases.ts';

export type DockingSlots = {
  /** The small molecule, as the person names it. */
  readonly ligand: string;
  /** The molecule that it binds to; holds no " to ". */
  readonly target: string;
};

const LIGANDS = ['aspirin', 'ibuprofen', 'metformin', 'caffeine', 'imatinib', 'remdesivir', 'penicillin G', "2'-FL"];
const TARGETS = ['COX-2', 'AMPK', 'adenosine A2A receptor', 'BCR-ABL', 'SARS-CoV-2 main protease', '6LU7', 'ACE2'];

const VERB = '(?:run |do |perform |simulate )?(?:the |an? )?(?:molecular )?dock(?:ing)?(?: of)? (?:ligand )?';
const READINGS = [
  new RegExp(`^${VERB}(.+) to (?:target )?(.+)$`, 'i'),
  new RegExp(`^${VERB}(.+) (?:into|onto|against|with) (?:target )?(.+)$`, 'i'),
];

const END = '(?<target>.{1,120})';
const LABELLED =
  /\bligando?[ :=]+(?:is |es )?(?<ligand>.{1,60}?)[,;]? (?:(?:and|y|with|con|to|into) )?(?:the |el |la )?(?:target|diana|objetivo|receptor[:=])[ :=]+(?:is |es )?(?<target>.{1,120})/;
const DOCK =
  '(?<![\\w/-])(?:re-?)?(?:auto)?dock(?:s|ed|ing)?(?![\\w/-])(?: (?:simulation|study|run|calculation|experiment|analysis))?:?';
const ACOPLA = '(?<!\\w)(?:(?:acopl|dock)\\w+)(?: molecular)?(?: (?:del?|entre|para))?:?';
const DOCKINGS = [
  LABELLED,
  new RegExp(`${DOCK} (?:between|entre) (?<ligand>.{1,80}?) (?:and|y|&) ${END}`),
  new RegExp(
    `${DOCK}(?: (?:of|for|from))? (?<ligand>.{1,80}?) (?:in ?to|on ?to|to|with|against|inside|within|at|in|vs\\.?|versus) ${END}`,
  ),
  new RegExp(`${ACOPLA} (?<ligand>.{1,80}?) (?:con|al?|en|contra|sobre|hacia|dentro de|frente a) ${END}`),
  new RegExp(`(?:${DOCK} of|${ACOPLA}) (?<ligand>.{1,80}?) (?:and|y|&) ${END}`),
];
const BINDINGS = [
  new RegExp(`\\b(?:does|do|will|would|can|could) (?<ligand>.{1,60}?) binds? (?:to|with|into) ${END}`),
  new RegExp(`\\bbinding (?:affinity|pose|mode) (?:of|between) (?<ligand>.{1,60}?) (?:to|with|for|and|in) ${END}`),
  new RegExp(`\\bafinidad (?:de union )?(?:del?|entre) (?<ligand>.{1,60}?) (?:con|al?|por|y) ${END}`),
  new RegExp(`\\bse une (?<ligand>.{1,60}?) (?:con|al?) ${END}`),
];
const NO_MOLECULE =
  /\b(?:qu?bits?|cubits?|vqe|station|port|pier|harbou?r|screen|window|taskbar|laptop|container|boat|ship|spacecraft|estacion|puerto)\b/;
const PLACE = [/ (?:in|inside|en|for|para)(?= ).*$/, /^(?:sitio activo|sitio de union|bolsillo) (?=\S)/];

export const docking: Algorithm<DockingSlots> = {
  id: 'docking',
  title: { en: 'Molecular docking', es: 'Acoplamiento molecular' },
  knowledge: {
    what: {
      en: 'Docking predicts how a small molecule, the ligand, sits in a pocket of a protein, and scores how well it binds.',
      es: 'El acoplamiento predice cómo se coloca una molécula pequeña, el ligando, en un bolsillo de una proteína, y puntúa lo bien que se une.',
    },
    steps: [
      {
        en: 'Take the three-dimensional structures of the ligand and of the target, and choose the binding pocket.',
        es: 'Tome las estructuras tridimensionales del ligando y de la diana, y elija el bolsillo de unión.',
      },
      {
        en: 'Search over positions, orientations and bond rotations of the ligand in the pocket.',
        es: 'Explore posiciones, orientaciones y giros de los enlaces del ligando en el bolsillo.',
      },
      {
        en: 'Score each pose with an estimate of its binding energy.',
        es: 'Puntúe cada pose con una estimación de su energía de unión.',
      },
      {
        en: 'Rank the poses; the lowest energy is the predicted one.',
        es: 'Ordene las poses; la de menor energía es la predicha.',
      },
    ],
    when: {
      en: 'To choose which molecules are worth testing against a known protein structure.',
      es: 'Para elegir qué moléculas merece la pena ensayar contra una proteína de estructura conocida.',
    },
    source: {
      title: 'O. Trott and A. J. Olson, AutoDock Vina, Journal of Computational Chemistry 31, 455 (2010)',
      url: 'https://doi.org/10.1002/jcc.21334',
    },
  },
  examples: [
    { ligand: 'aspirin', target: 'COX-2' },
    { ligand: 'metformin', target: 'AMPK' },
  ],
  qubits: () => 0,
  write: ({ ligand, target }) => `Dock ${ligand} to ${target}`,
  read(_text, raw) {
    const program = tidy(raw).replace(/[ .!]+$/, '');
    const match = READINGS.map((reading) => reading.exec(program)).find((found) => found !== null);
    const [ligand, target] = [match?.[1], match?.[2]].map((name) => nameOf(name ?? ''));
    return ligand === undefined || target === undefined ? undefined : { ligand, target };
  },
  check: () => undefined,
  grammar: `"Dock " ${NAME_GRAMMAR} " to " ${NAME_GRAMMAR}`,
  reasoning: ({ ligand, target }, lang, run) =>
    lang === 'en'
      ? `Docking of ${ligand} to ${target}, ${run}. The backend is asked for the pose in which ${ligand} binds best and for its score; the local simulator does not simulate docking.`
      : `Acoplamiento de ${ligand} con ${target}, ${run}. Se pide al backend la pose en la que ${ligand} se une mejor y su puntuación; el simulador local no simula el acoplamiento.`,
  fromRequest({ text, raw }) {
    const request = withoutRun(tidy(raw));
    const designs = /\b(?:design|disen|discover|descubr)/.test(text);
    const named = groupsIn(request, designs ? DOCKINGS : [...DOCKINGS, ...BINDINGS]);
    if (named === undefined) return undefined;
    const ligand = nameInRequest(named['ligand'] ?? '');
    const target = nameInRequest(named['target'] ?? '', PLACE);
    if (ligand === undefined || target === undefined || / to /i.test(target)) return undefined;
    return NO_MOLECULE.test(plain(`${ligand} ${target}`)) ? undefined : { ligand, target };
  },
  circuit: () => undefined,
  sample: (random) => ({ ligand: random.pick(LIGANDS), target: random.pick(TARGETS) }),
};
