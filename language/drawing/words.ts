import type { Lang, Sentence } from '../algorithm.ts';
import { type Circuit, type Gate, gateLabel, type Stage } from '../circuit.ts';
import { numberText } from '../number-text.ts';
import { angleText } from './angle-text.ts';

/** How many bits are named one by one. */
const NAMED_BITS = 8;

const AND: Sentence = { en: 'and', es: 'y' };

const qubitList = (qubits: readonly number[], lang: Lang): string => {
  const names = qubits.map((qubit) => `q${qubit}`);
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} ${AND[lang]} ${names.at(-1)}`;
};

/** A gate in words, for a reader who does not see it: `CX, control q0, target q1`. */
export function gateText(gate: Gate, lang: Lang): string {
  const { name, targets, controls, angle } = gate;
  const turned = angle === undefined ? '' : `(${angleText(angle)})`;
  const title = `${gateLabel(gate).toUpperCase()}${turned}`;
  const onTargets = qubitList(targets, lang);
  if (controls.length === 0) return lang === 'en' ? `${title} on ${onTargets}` : `${title} en ${onTargets}`;
  const onControls = qubitList(controls, lang);
  const several = controls.length > 1;
  if (lang === 'en') {
    const what = name === 'swap' ? 'swapped' : 'target';
    return `${title}, ${several ? 'controls' : 'control'} ${onControls}, ${what} ${onTargets}`;
  }
  const what = name === 'swap' ? 'intercambiados' : 'objetivo';
  return `${title}, ${several ? 'controles' : 'control'} ${onControls}, ${what} ${onTargets}`;
}

export function gateCountText(count: number, lang: Lang): string {
  const many = numberText(count, lang);
  if (lang === 'en') return count === 1 ? '1 gate' : `${many} gates`;
  return count === 1 ? '1 puerta' : `${many} puertas`;
}

export const stageText = (stage: Stage, lang: Lang): string =>
  `${stage.name[lang]}, ${gateCountText(stage.to - stage.from, lang)}`;

export const meterText = (qubit: number, bit: number, lang: Lang): string =>
  lang === 'en' ? `Measurement of q${qubit} into bit c${bit}` : `Medición de q${qubit} en el bit c${bit}`;

/** What the whole drawing is, in words. */
export function circuitText({ qubits, gates }: Circuit, lang: Lang): string {
  const count = gateCountText(gates.length, lang);
  if (lang === 'en') return `Quantum circuit, ${qubits === 1 ? '1 qubit' : `${qubits} qubits`}, ${count}`;
  return `Circuito cuántico, ${qubits === 1 ? '1 cúbit' : `${qubits} cúbits`}, ${count}`;
}

/** The measured qubits as an outcome writes them, leftmost first: `q2 q1 q0`. */
function bitNames(measured: readonly number[]): string {
  const names = measured.map((qubit) => `q${qubit}`).reverse();
  if (names.length <= NAMED_BITS) return names.join(' ');
  return `${names.slice(0, 2).join(' ')} … ${names.at(-1)}`;
}

/** In which order an outcome writes its bits. */
export function bitOrderText(measured: readonly number[], lang: Lang): string {
  const [lowest = 0] = measured;
  if (measured.length === 1) return lang === 'en' ? `The bit is q${lowest}.` : `El bit es q${lowest}.`;
  const names = bitNames(measured);
  return lang === 'en'
    ? `Bits, left to right: ${names} (q${lowest} is the rightmost, as in Qiskit).`
    : `Bits, de izquierda a derecha: ${names} (q${lowest} es el de más a la derecha, como en Qiskit).`;
}

export const WIRE_ORDER: Sentence = { en: 'q0 is the top wire.', es: 'q0 es el cable superior.' };
export const IDEAL: Sentence = { en: 'Ideal, noiseless simulation.', es: 'Simulación ideal, sin ruido.' };
