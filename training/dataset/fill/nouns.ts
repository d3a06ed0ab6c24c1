import type { Lang } from '@bioql/language/algorithm';

type Nouns = Readonly<Record<Lang, readonly string[]>>;

/** What people call a program inside a longer request; the placeholders are those of its phrasings. */
export const NOUNS: Readonly<Record<string, Nouns>> = {
  bell: {
    en: [
      'a Bell state',
      'a Bell pair',
      'the {bell} state',
      'the Bell state {bell}',
      'an EPR pair',
      'a {bell} Bell pair',
    ],
    es: ['un estado de Bell', 'un par de Bell', 'el estado {bell}', 'el estado de Bell {bell}', 'un par EPR'],
  },
  ghz: {
    en: [
      'a {n}-qubit GHZ state',
      'a GHZ state',
      'GHZ on {n} qubits',
      'a GHZ of {n}',
      'the {n:word}-qubit GHZ state',
      'ghz {n}',
    ],
    es: ['un estado GHZ de {n} cúbits', 'un GHZ', 'GHZ con {n} qubits', 'un GHZ de {n:word} cúbits', 'ghz {n}'],
  },
  w_state: {
    en: ['a W state of {n} qubits', 'a W state', 'the {n}-qubit W state', 'W on {n:word} qubits', 'w state {n}'],
    es: ['un estado W de {n} cúbits', 'un estado W', 'W con {n:word} qubits', 'el estado W de {n} qubits'],
  },
  superposition: {
    en: [
      'a uniform superposition of {n} qubits',
      '{n} qubits in equal superposition',
      'an even superposition over {n:word} qubits',
    ],
    es: [
      'una superposición uniforme de {n} cúbits',
      '{n} qubits en superposición',
      'una superposición de {n:word} cúbits',
    ],
  },
  qft: {
    en: [
      'the QFT on {n} qubits',
      'a QFT of {input}',
      'a quantum Fourier transform on {n} qubits',
      'the QFT',
      'QFT of the state {input}',
    ],
    es: [
      'la QFT de {n} cúbits',
      'una QFT sobre {input}',
      'la transformada cuántica de Fourier en {n} qubits',
      'la QFT',
    ],
  },
  iqft: {
    en: [
      'the inverse QFT on {n} qubits',
      'an inverse QFT of {input}',
      'the inverse quantum Fourier transform',
      'iqft on {n:word} qubits',
    ],
    es: [
      'la QFT inversa de {n} cúbits',
      'la QFT inversa de {input}',
      'la transformada inversa de Fourier cuántica con {n} qubits',
    ],
  },
  grover: {
    en: [
      'a Grover search for {target}',
      "Grover's algorithm on {n} qubits",
      'Grover for {target}',
      'a search for {target}',
      'Grover on {n} qubits looking for {target}',
      'grover {target}',
    ],
    es: [
      'una búsqueda de Grover de {target}',
      'Grover con {n} cúbits',
      'Grover para {target}',
      'el algoritmo de Grover buscando {target}',
      'grover {target}',
    ],
  },
  custom_gates: {
    en: ['the circuit {gates}', 'these gates: {gates}', 'a circuit with {gates}'],
    es: ['el circuito {gates}', 'estas puertas: {gates}', 'un circuito con {gates}'],
  },
  teleportation: {
    en: [
      'a teleportation',
      'quantum teleportation',
      'the teleportation of a qubit',
      'teleporting a state with theta={theta}',
    ],
    es: [
      'una teleportación',
      'la teleportación cuántica',
      'el teletransporte de un cúbit',
      'la teleportación del estado theta={theta}',
    ],
  },
  deutsch_jozsa: {
    en: [
      'Deutsch-Jozsa with a {oracle} oracle',
      'Deutsch-Jozsa on {n} bits',
      'a {n}-bit Deutsch-Jozsa with a {oracle} function',
    ],
    es: ['Deutsch-Jozsa con oráculo {oracle}', 'Deutsch-Jozsa de {n} bits', 'un Deutsch-Jozsa {oracle} con {n} bits'],
  },
  bernstein_vazirani: {
    en: ['Bernstein-Vazirani for {secret}', 'Bernstein-Vazirani with secret {secret}', 'BV on {secret}'],
    es: ['Bernstein-Vazirani para {secret}', 'Bernstein-Vazirani con el secreto {secret}', 'BV con {secret}'],
  },
  phase_estimation: {
    en: [
      'phase estimation of {unitary} with {n} counting qubits',
      'phase estimation of {unitary}',
      'QPE of the {unitary} gate',
    ],
    es: [
      'la estimación de fase de {unitary} con {n} cúbits de conteo',
      'estimación de fase de {unitary}',
      'QPE de la puerta {unitary}',
    ],
  },
  shor: {
    en: ['Shor on {number}', "Shor's algorithm for {number}", 'the factoring of {number}', 'factoring {number}'],
    es: ['Shor para {number}', 'el algoritmo de Shor con {number}', 'la factorización de {number}'],
  },
  vqe: {
    en: ['VQE for {molecule}', 'a VQE of {molecule}', 'the ground state of {molecule} by VQE'],
    es: ['VQE para {molecule}', 'un VQE de {molecule}', 'el estado fundamental de {molecule} con VQE'],
  },
  qaoa: {
    en: [
      'QAOA for {problem}',
      'QAOA for {problem} on {n} nodes',
      'QAOA with p={layers} for {problem}',
      '{problem} on {n} nodes by QAOA',
    ],
    es: ['QAOA para {problem}', 'QAOA para {problem} con {n} nodos', 'QAOA de {layers} capas para {problem}'],
  },
  docking: {
    en: [
      'a docking of {ligand} to {receptor}',
      '{ligand} docked to {receptor}',
      'the docking of {ligand} with {receptor}',
    ],
    es: ['el acoplamiento de {ligand} a {receptor}', 'un docking de {ligand} con {receptor}'],
  },
  protein_folding: {
    en: ['the folding of {protein}', 'folding {sequence}', 'the fold of the sequence {sequence}'],
    es: ['el plegamiento de {protein}', 'el plegado de la secuencia {sequence}'],
  },
  dna_alignment: {
    en: ['an alignment of {dna1} with {dna2}', 'aligning {dna1} and {dna2}'],
    es: ['el alineamiento de {dna1} con {dna2}', 'alinear {dna1} y {dna2}'],
  },
  drug_design: {
    en: ['a drug for {disease}', 'drug design for {disease}', 'designing a drug against {disease}'],
    es: ['un fármaco para {disease}', 'el diseño de un fármaco contra {disease}'],
  },
  crispr: {
    en: ['a score of the guide {guide}', 'scoring CRISPR guide {guide}', 'the CRISPR guide {guide}'],
    es: ['la puntuación de la guía {guide}', 'la guía CRISPR {guide}'],
  },
};

/** Programs that come in any number of qubits, as several of them are called together. */
export const FAMILIES: Readonly<Record<string, Nouns>> = {
  ghz: { en: ['GHZ states', 'GHZ', 'the GHZ state', 'ghz'], es: ['estados GHZ', 'GHZ', 'el estado GHZ'] },
  w_state: { en: ['W states', 'the W state', 'W'], es: ['estados W', 'el estado W'] },
  superposition: {
    en: ['uniform superpositions', 'equal superposition', 'a uniform superposition'],
    es: ['superposiciones uniformes', 'la superposición uniforme'],
  },
  qft: {
    en: ['QFTs', 'the QFT', 'the quantum Fourier transform'],
    es: ['la QFT', 'la transformada cuántica de Fourier'],
  },
  iqft: { en: ['inverse QFTs', 'the inverse QFT'], es: ['la QFT inversa'] },
};
