import type { Algorithm } from '../algorithm.ts';
import { groupsIn, NAME_GRAMMAR, nameInRequest, nameOf, tidy } from './names.ts';
import { withoutRun } from './run-phrases.ts';

export type DrugDesignSlots = {
  /** The disease or the molecular target that the drug is for. */
  readonly disease: string;
};

const DISEASES = [
  'diabetes',
  'obesity',
  "Alzheimer's disease",
  'malaria',
  'type 2 diabetes',
  'EGFR',
  'KRAS G12C',
  'breast cancer',
  'cystic fibrosis',
  'Ménière disease',
];

const DRUG = '(?:drug|medicine|medication|molecule|compound|inhibitor)s?(?: candidates?| molecules?)?';
const READING = new RegExp(
  `^(?:run |do |perform )?(?:(?:design|create|find|discover|develop|generate|propose)(?: the| an?| some)?(?: new| novel)? ${DRUG}|drug (?:design|discovery))(?: for| against| to treat| to target| targeting| of) (.+)$`,
  'i',
);

const SAME =
  '(?:for|against|to (?:treat|fight|cure|combat|target|inhibit|block|bind(?: to)?|manage)|that (?:(?:can|could|will|would|might) )?(?:treat|fight|cure|combat|target|inhibit|block|bind|dock)s?(?: to)?|(?:treating|targeting|inhibiting|blocking)|(?<=inhibitors? |antagonists? |agonists? |binders? )of|(?<=inhibidor(?:es)? |antagonistas? |agonistas? )del?|para|contra|que (?:pueda )?\\w+)';
const END = `(?: [\\w-]+){0,2}? ${SAME} (?<disease>.{1,120})`;
const SURE_EN =
  '(?:drugs?|medicines?|medications?|medicaments?|therapeutics?|pharmaceuticals?|inhibitors?|antibiotics?|antivirals?|drug-like molecules?)';
const LOOSE_EN = '(?:molecules?|compounds?|ligands?|treatments?|cures?|therap(?:y|ies)|binders?|antibod(?:y|ies))';
const SURE_ES = '(?:farmacos?|medicamentos?|medicinas?|drogas?|inhibidor(?:es)?|antibioticos?|antivirales?)';
const LOOSE_ES = '(?:moleculas?|compuestos?|ligandos?|tratamientos?|curas?|terapias?|anticuerpos?)';
const WORDS = '(?: [\\w-]+){0,4}?';
const DESIGNS = [
  new RegExp(`\\b(?:drug|medicine|molecule) (?:design|discovery|development|candidates?)${END}`),
  new RegExp(
    `\\b(?:design|discover|develop|invent|create|generate|propose|find|search|suggest|make|build|need|want|come up)\\w*${WORDS} ${SURE_EN}${END}`,
  ),
  new RegExp(`\\b(?:design|discover|develop|invent)\\w*${WORDS} ${LOOSE_EN}${END}`),
  new RegExp(
    `\\b(?:disen|descubr|desarroll|invent|crea|genera|propon|encuentr|encontr|busc|haz|hac|sugier|necesit|quier)\\w*${WORDS} ${SURE_ES}${END}`,
  ),
  new RegExp(`\\b(?:disen|descubr|desarroll|invent)\\w*${WORDS} ${LOOSE_ES}${END}`),
  /\b(?:drug (?:design|discovery)|diseno de (?:farmacos|medicamentos)): (?<disease>.{1,120})/,
  new RegExp(`^(?:(?:an?|new|un|una|nuevo) )?(?:${SURE_EN}|${SURE_ES})${END}`),
  /\b(?:design|discover|develop|find|create|generate|propose)\w* (?:an? |some )?(?:(?:new|novel|potent|selective|small-molecule) )*(?<disease>[^,.;:]{1,60}?) (?:inhibitor|antagonist|agonist|blocker)s?\b/,
];
const HARM =
  /\b(?:kill|harm|poison|hurt)\w* (?:people|someone|somebody|him|her|my|an? )|\b(?:bio)?weapon|\barma (?:biologica|quimica)|\bmatar a\b|\benvenenar/;
const CONDITION = [
  /^(?:treating|treat|curing|cure|fighting|fight|targeting|target|inhibiting|inhibit|blocking|block|(?:the )?treatment of|tratar|curar|combatir|atacar|inhibir|bloquear|(?:el )?tratamiento (?:del?|contra)) (?=\S)/,
  / (?:patients?|treatment|therapy|pacientes)$/,
];

/** A word such as "with" ends a name, except in "people with diabetes". */
const withoutPatients = (piece: string): string =>
  piece.replace(
    /^[^,.;]{0,30}?\b(?:people|patients|those|someone|personas|pacientes) (?:with|who have|con|que tienen) /i,
    '',
  );

export const drugDesign: Algorithm<DrugDesignSlots> = {
  id: 'drug_design',
  title: { en: 'Drug design', es: 'Diseño de fármacos' },
  knowledge: {
    what: {
      en: 'Drug design looks for a molecule that acts on the cause of a disease and could become a medicine.',
      es: 'El diseño de fármacos busca una molécula que actúe sobre la causa de una enfermedad y pueda llegar a medicamento.',
    },
    steps: [
      {
        en: 'Choose the target: a protein whose activity drives the disease.',
        es: 'Elija la diana: una proteína cuya actividad cause la enfermedad.',
      },
      {
        en: 'Screen or generate molecules that may bind to it.',
        es: 'Cribe o genere moléculas que puedan unirse a ella.',
      },
      {
        en: 'Score binding, toxicity and how the body takes up and breaks down each molecule.',
        es: 'Puntúe la unión, la toxicidad y cómo el cuerpo absorbe y degrada cada molécula.',
      },
      {
        en: 'Improve the best ones and test them in the laboratory.',
        es: 'Mejore las mejores y ensáyelas en el laboratorio.',
      },
    ],
    when: {
      en: 'At the start of a project, to get candidates that experiments then confirm or reject.',
      es: 'Al comienzo de un proyecto, para obtener candidatos que los experimentos confirmen o descarten.',
    },
    source: {
      title:
        'J. P. Hughes et al., Principles of early drug discovery, British Journal of Pharmacology 162, 1239 (2011)',
      url: 'https://doi.org/10.1111/j.1476-5381.2010.01127.x',
    },
  },
  examples: [{ disease: 'diabetes' }, { disease: 'EGFR' }],
  qubits: () => 0,
  write: ({ disease }) => `Design drug for ${disease}`,
  read(_text, raw) {
    const named = READING.exec(tidy(raw).replace(/[ .!]+$/, ''))?.[1];
    const disease = named === undefined ? undefined : nameOf(named);
    return disease === undefined ? undefined : { disease };
  },
  check: () => undefined,
  grammar: `"Design drug for " ${NAME_GRAMMAR}`,
  reasoning: ({ disease }, lang, run) =>
    lang === 'en'
      ? `Drug design for ${disease}, ${run}. The backend is asked for candidate molecules and their scores, which only experiments can confirm; the local simulator does not simulate drug design.`
      : `Diseño de un fármaco para ${disease}, ${run}. Se piden al backend moléculas candidatas y sus puntuaciones, que solo los experimentos pueden confirmar; el simulador local no simula el diseño de fármacos.`,
  fromRequest({ text, raw }) {
    if (HARM.test(text)) return undefined;
    const named = groupsIn(withoutRun(tidy(raw)), DESIGNS)?.['disease'];
    const disease = named === undefined ? undefined : nameInRequest(withoutPatients(named), CONDITION);
    return disease === undefined ? undefined : { disease };
  },
  circuit: () => undefined,
  sample: (random) => ({ disease: random.pick(DISEASES) }),
};
