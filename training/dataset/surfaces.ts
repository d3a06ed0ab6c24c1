import type { Lang } from '@bioql/language/algorithm';
import type { BellVariant } from '@bioql/language/algorithms/bell';
import { BACKENDS, backendNamed } from '@bioql/language/backends';
import type { Random } from '@bioql/language/random';
import { numberWords } from './number-words.ts';

type Spoken = Readonly<Record<Lang, readonly string[]>>;
const same = (...names: string[]): Spoken => ({ en: names, es: names });

const machine = (name: string): Spoken => {
  const title = name[0]?.toUpperCase() + name.slice(1);
  return {
    en: [`ibm_${name}`, `ibm_${name}`, `IBM ${title}`, `ibm ${name}`, title, `IBM's ${title}`, `the ${title} machine`],
    es: [
      `ibm_${name}`,
      `ibm_${name}`,
      `IBM ${title}`,
      `ibm ${name}`,
      title,
      `la máquina ${title}`,
      `el ${title} de IBM`,
    ],
  };
};

/** How people say the name of each backend. Every row of the backend table must be here. */
const SPOKEN: Readonly<Record<string, Spoken>> = {
  simulator: {
    en: ['the simulator', 'simulator', 'the local simulator', 'a simulator'],
    es: ['el simulador', 'simulator', 'el simulador local', 'un simulador'],
  },
  sim: same('sim', 'backend sim', '"sim"'),
  aer: {
    en: ['aer', 'Aer', 'the aer simulator', 'Aer simulator'],
    es: ['aer', 'Aer', 'el simulador aer', 'el simulador Aer'],
  },
  simulator_statevector: {
    en: ['simulator_statevector', 'the statevector simulator', 'statevector'],
    es: ['simulator_statevector', 'el simulador statevector', 'el simulador de vector de estado'],
  },
  simulator_mps: {
    en: ['simulator_mps', 'the MPS simulator', 'the matrix product state simulator'],
    es: ['simulator_mps', 'el simulador MPS', 'el simulador mps'],
  },
  ibm_quantum: {
    en: [
      'IBM',
      'IBM',
      'IBM hardware',
      'IBM Quantum',
      'ibm_quantum',
      'real IBM hardware',
      'an IBM machine',
      'ibm',
      'the least busy IBM machine',
      'an IBM quantum computer',
      'IBM Q',
    ],
    es: [
      'IBM',
      'IBM',
      'hardware de IBM',
      'IBM Quantum',
      'ibm_quantum',
      'hardware real de IBM',
      'una máquina de IBM',
      'ibm',
      'el ordenador cuántico de IBM',
      'la computadora de IBM',
    ],
  },
  ibm_eagle: machine('eagle'),
  ibm_sherbrooke: machine('sherbrooke'),
  ibm_brisbane: machine('brisbane'),
  ibm_kyoto: machine('kyoto'),
  ibm_osaka: machine('osaka'),
  ibm_torino: machine('torino'),
  ibm_condor: machine('condor'),
  ionq_simulator: {
    en: ['ionq_simulator', 'the IonQ simulator', "IonQ's simulator", 'ionq simulator'],
    es: ['ionq_simulator', 'el simulador de IonQ', 'el simulador IonQ', 'simulador de ionq'],
  },
  ionq_ideal: {
    en: ['ionq_ideal', 'IonQ ideal', 'the ideal IonQ simulator'],
    es: ['ionq_ideal', 'IonQ ideal', 'el simulador ideal de IonQ'],
  },
  ionq_aria_simulator: {
    en: ['ionq_aria_simulator', 'the IonQ Aria simulator', 'the Aria simulator'],
    es: ['ionq_aria_simulator', 'el simulador Aria de IonQ', 'el simulador Aria'],
  },
  ionq_harmony_simulator: {
    en: ['ionq_harmony_simulator', 'the IonQ Harmony simulator', 'the Harmony simulator'],
    es: ['ionq_harmony_simulator', 'el simulador Harmony de IonQ', 'el simulador Harmony'],
  },
  ionq_qpu: {
    en: [
      'IonQ',
      'IonQ',
      'IonQ hardware',
      'ionq',
      'ionq_qpu',
      'the IonQ QPU',
      'real IonQ hardware',
      'an IonQ machine',
      'the trapped-ion machine at IonQ',
      "IonQ's quantum computer",
    ],
    es: [
      'IonQ',
      'IonQ',
      'hardware de IonQ',
      'ionq',
      'ionq_qpu',
      'la QPU de IonQ',
      'el hardware real de IonQ',
      'una máquina IonQ',
      'el ordenador de IonQ',
    ],
  },
  ionq_forte: {
    en: ['IonQ Forte', 'ionq_forte', 'Forte', 'ionq forte', "IonQ's Forte"],
    es: ['IonQ Forte', 'ionq_forte', 'Forte', 'ionq forte', 'el Forte de IonQ'],
  },
  auto: {
    en: ['auto', 'backend auto', 'an automatically chosen backend'],
    es: ['auto', 'backend auto', 'un backend elegido automáticamente'],
  },
};

const WEIGHTS: readonly (readonly [string, number])[] = BACKENDS.map(
  ({ name }) =>
    [
      name,
      name === 'ibm_quantum' || name === 'ionq_qpu'
        ? 5
        : name === 'simulator' || name === 'auto' || name === 'sim'
          ? 0.7
          : 1.5,
    ] as const,
);

export const pickBackend = (random: Random): string => random.weighted(WEIGHTS);

export function spokenForms(name: string, lang: Lang): readonly string[] {
  const spoken = SPOKEN[name];
  if (spoken === undefined) throw new RangeError(`no spoken form of backend ${name}`);
  return spoken[lang];
}

export const spokenBackend = (name: string, lang: Lang, random: Random): string => random.pick(spokenForms(name, lang));

const UNWANTED: Spoken = {
  en: ['real hardware', 'a QPU', 'hardware', 'a real machine', 'an actual quantum computer'],
  es: ['hardware real', 'una QPU', 'hardware', 'una máquina real', 'un ordenador cuántico de verdad'],
};

/** A machine that is not wanted: of another provider than the one that is, and any hardware when none is. */
export function spokenUnwanted(wanted: string, lang: Lang, random: Random): string {
  const provider = backendNamed(wanted)?.provider;
  const others = BACKENDS.filter((backend) => backend.kind === 'hardware' && backend.provider !== provider);
  if (backendNamed(wanted)?.kind !== 'hardware' && random.chance(0.3)) return random.pick(UNWANTED[lang]);
  return spokenBackend(random.pick(others).name, lang, random);
}

const BELL: Readonly<Record<BellVariant, Spoken>> = {
  'phi+': {
    en: ['phi plus', 'phi+', 'Φ+', '|Φ+>', '|Φ⁺⟩', 'Phi-plus'],
    es: ['phi más', 'phi+', 'Φ+', '|Φ+>', '|Φ⁺⟩', 'fi más'],
  },
  'phi-': {
    en: ['phi minus', 'phi-', 'Φ-', '|Φ->', '|Φ⁻⟩', 'Phi-minus', '|Φ−⟩'],
    es: ['phi menos', 'phi-', 'Φ-', '|Φ->', '|Φ⁻⟩', 'fi menos'],
  },
  'psi+': { en: ['psi plus', 'psi+', 'Ψ+', '|Ψ+>', '|Ψ⁺⟩', 'Psi-plus'], es: ['psi más', 'psi+', 'Ψ+', '|Ψ+>', '|Ψ⁺⟩'] },
  'psi-': {
    en: ['psi minus', 'psi-', 'Ψ-', '|Ψ->', '|Ψ⁻⟩', 'singlet', '|Ψ−⟩'],
    es: ['psi menos', 'psi-', 'Ψ-', '|Ψ->', '|Ψ⁻⟩', 'singlete'],
  },
};

export const spokenBell = (variant: BellVariant, lang: Lang, random: Random): string =>
  random.pick(BELL[variant][lang]);

/** Digits, with a thousands separator or as `2k` now and then. */
export function spokenShots(shots: number, lang: Lang, random: Random): string {
  if (shots >= 1000 && random.chance(0.12)) return shots.toLocaleString(lang === 'en' ? 'en-US' : 'de-DE');
  if (shots >= 1000 && shots % 1000 === 0 && random.chance(0.1)) return `${shots / 1000}k`;
  return String(shots);
}

/** In words where that is what people would say, else digits. */
export const spokenWords = (value: number, lang: Lang): string =>
  value <= 100 ||
  (value % 100 === 0 && value < 1_000_000) ||
  value === 1024 ||
  value === 512 ||
  value === 256 ||
  value === 128
    ? numberWords(value, lang)
    : String(value);

/** Machines and providers that are not ours. */
const FOREIGN = [
  'Rigetti',
  'Rigetti Ankaa-3',
  'AWS Braket',
  'Amazon Braket',
  'Google Sycamore',
  'Google Willow',
  'Azure Quantum',
  'Quantinuum H2',
  'Quantinuum',
  'D-Wave',
  'D-Wave Advantage',
  'Pasqal',
  'QuEra Aquila',
  'IQM Garnet',
  'Xanadu Borealis',
  'OQC Lucy',
  'Honeywell',
  'ibm_madrid',
  'ibm_lagos',
  'ibm_nairobi',
  'ionq_zeus',
  'IonQ Tempo',
  'Fujitsu',
  'Baidu',
  'Origin Wukong',
  'PsiQuantum',
  'Intel Tunnel Falls',
  'Alice & Bob',
  'a Microsoft machine',
  'Google',
];

export const spokenForeign = (random: Random): string => random.pick(FOREIGN);
