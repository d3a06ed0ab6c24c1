import type { Lang, Sentence } from '../algorithm.ts';
import type { Call } from '../call.ts';
import type { Circuit } from '../circuit.ts';
import { drawCircuit } from '../drawing/circuit-svg.ts';
import { writeProgram } from '../program.ts';
import { writeQasm3 } from './qasm3.ts';
import { writeQiskit } from './qiskit.ts';
import { writeQsc } from './qsc.ts';

/** A form that a circuit can be written in for another tool. */
export interface ExportFormat {
  readonly id: string;
  /** Of its files, without the dot. */
  readonly extension: string;
  /** The editor's name of its language, where it is text to read. */
  readonly language?: string;
  readonly title: Sentence;
  readonly about: Sentence;
  write(call: Call, circuit: Circuit, lang: Lang): string;
}

/** Every form; a new one is one more row. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    id: 'qasm3',
    extension: 'qasm',
    language: 'openqasm',
    title: { en: 'OpenQASM 3', es: 'OpenQASM 3' },
    about: {
      en: 'Read by Qiskit and by the Quantum Development Kit',
      es: 'Lo leen Qiskit y el Quantum Development Kit',
    },
    write: writeQasm3,
  },
  {
    id: 'qiskit',
    extension: 'py',
    language: 'python',
    title: { en: 'Qiskit program', es: 'Programa de Qiskit' },
    about: {
      en: 'Python that runs as it is with Qiskit 1 or later',
      es: 'Python que se ejecuta tal cual con Qiskit 1 o posterior',
    },
    write: writeQiskit,
  },
  {
    id: 'svg',
    extension: 'svg',
    title: { en: 'SVG drawing', es: 'Dibujo SVG' },
    about: { en: 'The circuit as a picture', es: 'El circuito como imagen' },
    write: ({ program }, circuit, lang) => drawCircuit(circuit, { lang, title: writeProgram(program) }),
  },
  {
    id: 'qsc',
    extension: 'qsc',
    title: { en: 'Microsoft circuit', es: 'Circuito de Microsoft' },
    about: {
      en: 'Opens in the circuit editor of the Quantum Development Kit',
      es: 'Se abre en el editor de circuitos del Quantum Development Kit',
    },
    write: writeQsc,
  },
];
