import type { Lang } from '@bioql/language/algorithm';
import type { Random } from '@bioql/language/random';

/** One gate of a list: how a program writes it, and what it acts on (controls first). */
export interface DrawnGate {
  readonly canonical: string;
  readonly name: string;
  readonly angle?: string;
  readonly qubits: readonly number[];
}

const ANGLES = ['pi', 'pi/2', 'pi/3', 'pi/4', 'pi/8', '-pi/2', '-pi/4', '3*pi/4', '0.5', '1.2', '0.25', '2.5'];
const BY_WIDTH: readonly (readonly string[])[] = [
  ['x', 'y', 'z', 'h', 's', 'sdg', 't', 'tdg', 'rx', 'ry', 'rz', 'p', 'h', 'x', 'h'],
  ['cx', 'cx', 'cx', 'cz', 'cy', 'ch', 'cp', 'crz', 'swap'],
  ['ccx', 'cswap'],
];
const TURNED = new Set(['rx', 'ry', 'rz', 'p', 'cp', 'crz']);

function distinct(count: number, width: number, random: Random): number[] {
  const left = Array.from({ length: width }, (_, at) => at);
  return Array.from({ length: count }, () => left.splice(random.between(0, left.length - 1), 1)[0] as number);
}

function drawGate(width: number, random: Random): DrawnGate {
  const most = Math.min(width, random.weighted([[1, 6] as const, [2, 4] as const, [3, 0.7] as const]));
  const name = random.pick(BY_WIDTH[most - 1] as readonly string[]);
  const qubits = distinct(most, width, random);
  const angle = TURNED.has(name) ? random.pick(ANGLES) : undefined;
  const canonical = `${name}${angle === undefined ? '' : `(${angle})`} ${qubits.join(' ')}`;
  return { canonical, name, qubits, ...(angle !== undefined && { angle }) };
}

export const drawGates = (width: number, random: Random): DrawnGate[] =>
  Array.from(
    { length: random.weighted([[1, 2] as const, [2, 4] as const, [3, 4] as const, [4, 2] as const, [5, 1] as const]) },
    () => drawGate(width, random),
  );

const NAMES: Readonly<Record<string, Readonly<Record<Lang, readonly string[]>>>> = {
  x: { en: ['X', 'an X', 'NOT', 'a bit flip'], es: ['X', 'una X', 'NOT', 'una compuerta X'] },
  y: { en: ['Y', 'a Y gate'], es: ['Y', 'una puerta Y'] },
  z: { en: ['Z', 'a Z gate', 'a phase flip'], es: ['Z', 'una puerta Z'] },
  h: { en: ['H', 'a Hadamard', 'Hadamard'], es: ['H', 'una Hadamard', 'Hadamard'] },
  s: { en: ['S', 'an S gate'], es: ['S', 'una puerta S'] },
  sdg: { en: ['S dagger', 'sdg', 'S†'], es: ['S daga', 'sdg', 'S†'] },
  t: { en: ['T', 'a T gate'], es: ['T', 'una puerta T'] },
  tdg: { en: ['T dagger', 'tdg', 'T†'], es: ['T daga', 'tdg', 'T†'] },
  swap: { en: ['SWAP', 'a swap'], es: ['SWAP', 'un intercambio'] },
  cx: { en: ['CNOT', 'a CNOT', 'CX', 'a controlled-X'], es: ['CNOT', 'una CNOT', 'CX', 'una X controlada'] },
  cy: { en: ['CY', 'a controlled-Y'], es: ['CY', 'una Y controlada'] },
  cz: { en: ['CZ', 'a controlled-Z'], es: ['CZ', 'una Z controlada'] },
  ch: { en: ['CH', 'a controlled Hadamard'], es: ['CH', 'una Hadamard controlada'] },
  ccx: { en: ['Toffoli', 'a Toffoli', 'CCX'], es: ['Toffoli', 'una Toffoli', 'CCX'] },
  cswap: { en: ['Fredkin', 'CSWAP', 'a controlled swap'], es: ['Fredkin', 'CSWAP', 'un swap controlado'] },
};

type Style = 'program' | 'calls' | 'words';

const ORDINALS: Readonly<Record<Lang, readonly string[]>> = {
  en: ['first', 'second', 'third', 'fourth', 'fifth'],
  es: ['primer', 'segundo', 'tercer', 'cuarto', 'quinto'],
};

function spokenQubit(qubit: number, form: number, lang: Lang): string {
  if (form === 1) return `q${qubit}`;
  if (form === 2) return lang === 'en' ? `the ${ORDINALS.en[qubit]} qubit` : `el ${ORDINALS.es[qubit]} cúbit`;
  return lang === 'en' ? `qubit ${qubit}` : `el cúbit ${qubit}`;
}

function inWords({ name, angle, qubits }: DrawnGate, form: number, lang: Lang, random: Random): string {
  const [first = '', second = '', third = ''] = qubits.map((qubit) => spokenQubit(qubit, form, lang));
  const said = NAMES[name] === undefined ? name.toUpperCase() : random.pick(NAMES[name][lang]);
  const gate = angle === undefined ? said : `${said}(${angle})`;
  const es = lang === 'es';
  if (name === 'swap') return es ? `${gate} entre ${first} y ${second}` : `${gate} of ${first} and ${second}`;
  if (name === 'cswap')
    return es
      ? `${gate} con control ${first} sobre ${second} y ${third}`
      : `${gate} with control ${first} on ${second} and ${third}`;
  if (name === 'ccx')
    return es
      ? `${gate} con controles ${first} y ${second} y objetivo ${third}`
      : `${gate} with controls ${first} and ${second} and target ${third}`;
  if (qubits.length === 2) return es ? `${gate} de ${first} a ${second}` : `${gate} from ${first} to ${second}`;
  return es ? `${gate} en ${first}` : `${gate} on ${first}`;
}

const asCall = ({ name, angle, qubits }: DrawnGate): string =>
  `${name}(${[...(angle === undefined ? [] : [angle]), ...qubits].join(', ')})`;

/** A gate list as a person writes it: the program's own notation, calls, or words. */
export function spokenGates(gates: readonly DrawnGate[], lang: Lang, random: Random): string {
  const style = random.weighted<Style>([
    ['program', 3],
    ['calls', 1],
    ['words', 4],
  ]);
  if (style === 'program') {
    const upper = random.chance(0.3);
    const written = gates.map(({ canonical }) => (upper ? canonical.toUpperCase().replace('PI', 'pi') : canonical));
    return written.join(random.pick(['; ', '; ', ', ', ' ; ']));
  }
  if (style === 'calls') return gates.map(asCall).join(random.pick(['; ', ', ', ' ']));
  const form = random.pick([0, 0, 1, 1, 2]);
  const then = lang === 'en' ? [', then ', ', ', ' then ', '; '] : [', luego ', ', ', ' y luego ', '; '];
  const join = random.pick(then);
  return gates.map((gate) => inWords(gate, form, lang, random)).join(join);
}
