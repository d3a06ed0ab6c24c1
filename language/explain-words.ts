import type { Lang } from './algorithm.ts';

/** What an explanation says around the facts of a program. */
export interface ExplainWords {
  readonly whatHeading: string;
  readonly factsHeading: string;
  readonly stepsHeading: string;
  readonly stagesHeading: string;
  readonly bitsHeading: string;
  readonly resultHeading: string;
  readonly knownHeading: string;
  readonly whenHeading: string;
  /** The heading over why there is no circuit, by what kept it away. */
  readonly described: string;
  readonly refused: string;
  readonly too_large: string;
  readonly qubits: string;
  readonly gates: string;
  readonly depth: string;
  readonly shots: string;
  readonly backend: string;
  readonly ideal: string;
  readonly idealBesideNoise: string;
  readonly tooMuchWork: string;
  hardware(name: string, provider: string): string;
  localSimulator(name: string): string;
  remoteSimulator(name: string, provider: string): string;
  gateRange(from: number, to: number): string;
  unread(qubits: string): string;
  others(outcomes: number): string;
}

const en: ExplainWords = {
  whatHeading: 'What it does',
  factsHeading: 'This call',
  stepsHeading: 'How it works',
  stagesHeading: 'Stages of the circuit',
  bitsHeading: 'What is measured',
  resultHeading: 'Ideal result',
  knownHeading: 'What is known without it',
  whenHeading: 'When to use it',
  described: 'Why there is no circuit',
  refused: 'Why it cannot run',
  too_large: 'Why there is no circuit here',
  qubits: 'Qubits',
  gates: 'Gates',
  depth: 'Depth',
  shots: 'Shots',
  backend: 'Backend',
  ideal: 'Exact probabilities of an ideal machine, without noise. The counts of a run vary around them.',
  idealBesideNoise:
    'Exact probabilities of an ideal machine. The counts of a run vary around them, and the noise of the hardware moves them.',
  tooMuchWork: 'The circuit is too large to work this out at once. Run it to see.',
  hardware: (name, provider) =>
    `${name} is quantum hardware of ${provider}. Runs there cost money and wait in a queue, and their results have noise.`,
  localSimulator: (name) => `${name} is a local simulator: no queue, no noise, no cost.`,
  remoteSimulator: (name, provider) =>
    `${name} is a simulator of ${provider}. A run there needs an account with ${provider}.`,
  gateRange: (from, to) => (to - from === 1 ? `gate ${to}` : `gates ${from + 1} to ${to}`),
  unread: (qubits) => `Not measured: ${qubits}.`,
  others: (outcomes) => (outcomes === 1 ? '1 more' : `${outcomes} more`),
};

const es: ExplainWords = {
  whatHeading: 'Qué hace',
  factsHeading: 'Esta llamada',
  stepsHeading: 'Cómo funciona',
  stagesHeading: 'Etapas del circuito',
  bitsHeading: 'Qué se mide',
  resultHeading: 'Resultado ideal',
  knownHeading: 'Qué se sabe sin él',
  whenHeading: 'Cuándo usarlo',
  described: 'Por qué no hay circuito',
  refused: 'Por qué no se puede ejecutar',
  too_large: 'Por qué aquí no hay circuito',
  qubits: 'Cúbits',
  gates: 'Puertas',
  depth: 'Profundidad',
  shots: 'Mediciones',
  backend: 'Backend',
  ideal:
    'Probabilidades exactas de una máquina ideal, sin ruido. Los conteos de una ejecución varían en torno a ellas.',
  idealBesideNoise:
    'Probabilidades exactas de una máquina ideal. Los conteos de una ejecución varían en torno a ellas, y el ruido del hardware los desplaza.',
  tooMuchWork: 'El circuito es demasiado grande para calcularlo al momento. Ejecútelo para verlo.',
  hardware: (name, provider) =>
    `${name} es hardware cuántico de ${provider}. Ejecutar allí cuesta dinero y hay que esperar en una cola, y los resultados tienen ruido.`,
  localSimulator: (name) => `${name} es un simulador local: sin cola, sin ruido y sin coste.`,
  remoteSimulator: (name, provider) =>
    `${name} es un simulador de ${provider}. Para ejecutar allí hace falta una cuenta de ${provider}.`,
  gateRange: (from, to) => (to - from === 1 ? `puerta ${to}` : `puertas ${from + 1} a ${to}`),
  unread: (qubits) => `No se miden: ${qubits}.`,
  others: (outcomes) => (outcomes === 1 ? '1 más' : `${outcomes} más`),
};

export const EXPLAINED: Readonly<Record<Lang, ExplainWords>> = { en, es };
