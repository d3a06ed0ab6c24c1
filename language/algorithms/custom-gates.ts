import type { Algorithm, Knowledge, ProblemCode } from '../algorithm.ts';
import { ANGLE_GRAMMAR } from '../angle.ts';
import { qubitRange } from '../circuit-builder.ts';
import { digits } from '../normalize.ts';
import { atLeast, cubitCount, qubitCount } from '../qubits.ts';
import {
  gateOf,
  type PlacedStatement,
  randomStatement,
  readGateList,
  type Statement,
  writeGateList,
} from './gate-list.ts';
import { readGateRequest } from './gate-request.ts';

export type CustomGatesSlots = {
  readonly qubits: number;
  /** The canonical list: `h 0; cx 0 1; rz(pi/4) 2`. */
  readonly gates: string;
};

const HEADER =
  /^\s*(?:(?:apply|run|execute|use|perform|build|create)\b\s*)?(?:(?:the|these)\b\s*)?(?:(?:following|custom)\b\s*)?(?:(?:gates?|circuit)\b\s*)?(?:(?:(?:on|to|with|over|for|in)\s+)?(?:(?:an?|the)\s+)?(\d{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)[\s-]+qu?bits?\b\s*)?(?:circuit\b\s*)?:?/i;
const AFTER = /^(?:on|with|over)\s+(\d{1,5})[\s-]*qu?bits?[\s.]*$/i;

interface Written {
  readonly statements: readonly PlacedStatement[];
  readonly qubits: number;
}

/** The gates of a program as somebody wrote it, with offsets in that string. Unsaid, the qubits are those that it uses. */
function readProgramText(program: string): Written | undefined {
  const [header = '', before] = HEADER.exec(program) ?? [];
  const { statements, end } = readGateList(program, header.length);
  const rest = program.slice(end).trim();
  const after = AFTER.exec(rest)?.[1];
  if (statements.length === 0 || (rest !== '' && (after === undefined || before !== undefined))) return undefined;
  const count = before ?? after;
  const qubits = count === undefined ? used(statements) : Number(digits(count.toLowerCase()));
  return { statements, qubits };
}

/** One more than the highest index. */
const used = (statements: readonly Statement[]): number => Math.max(...statements.flatMap(({ qubits }) => qubits)) + 1;

/** Where each gate stands in a program string as it was written, in the order of the gates. */
export const statementRanges = (program: string): { from: number; to: number }[] =>
  (readProgramText(program)?.statements ?? []).map(({ from, to }) => ({ from, to }));

function problemOf({ qubits: operands }: Statement, qubits: number): ProblemCode | undefined {
  if (operands.some((qubit) => qubit >= qubits)) return 'target_out_of_range';
  return new Set(operands).size < operands.length ? 'repeated_qubit' : undefined;
}

/** The list itself while it is short, else its ends. */
function order(gates: string, [from, to]: readonly [string, string]): string {
  const each = gates.split('; ');
  return each.length <= 6 ? gates : `${from} ${each[0]} ${to} ${each[each.length - 1]}`;
}

const knowledge: Knowledge = {
  what: {
    en: 'A circuit written gate by gate, in the names that OpenQASM and Qiskit use. Single-qubit rotations and CX are enough for any circuit.',
    es: 'Un circuito escrito puerta por puerta, con los nombres de OpenQASM y Qiskit. Las rotaciones de un cúbit y CX bastan para cualquier circuito.',
  },
  steps: [
    { en: 'All qubits start in |0>.', es: 'Todos los cúbits empiezan en |0>.' },
    {
      en: 'The gates act from left to right; controls are written before targets.',
      es: 'Las puertas actúan de izquierda a derecha; los controles se escriben antes que los objetivos.',
    },
    {
      en: 'Every qubit is measured; q0 is the rightmost bit.',
      es: 'Se miden todos los cúbits; q0 es el bit de la derecha.',
    },
  ],
  when: {
    en: 'To try an idea that no named algorithm covers, or to see what each gate does.',
    es: 'Para probar una idea que ningún algoritmo con nombre cubre o ver qué hace cada puerta.',
  },
  source: {
    title: 'A. Barenco et al., Elementary gates for quantum computation (1995)',
    url: 'https://arxiv.org/abs/quant-ph/9503016',
  },
};

const INDEX = '("0" | [1-9] [0-9]{0,3})';
const GATE = `(${[
  `("x" | "y" | "z" | "h" | "s" | "sdg" | "t" | "tdg" | ("rx" | "ry" | "rz" | "p") "(" ${ANGLE_GRAMMAR} ")") " " ${INDEX}`,
  `("cx" | "cy" | "cz" | "ch" | "swap" | ("cp" | "crz") "(" ${ANGLE_GRAMMAR} ")") " " ${INDEX} " " ${INDEX}`,
  `("ccx" | "cswap") " " ${INDEX} " " ${INDEX} " " ${INDEX}`,
].join(' | ')})`;

export const customGates: Algorithm<CustomGatesSlots> = {
  id: 'custom_gates',
  title: { en: 'Custom gates', es: 'Puertas a medida' },
  knowledge,
  examples: [
    { qubits: 2, gates: 'h 0; cx 0 1' },
    { qubits: 3, gates: 'h 0; cx 0 1; rz(pi/4) 2' },
    { qubits: 3, gates: 'x 0; x 1; ccx 0 1 2' },
  ],
  qubits: ({ qubits }) => qubits,
  write: ({ qubits, gates }) => `Apply gates on ${qubitCount(qubits)}: ${gates}`,
  read(_, raw) {
    const written = readProgramText(raw);
    return written && { qubits: written.qubits, gates: writeGateList(written.statements) };
  },
  check({ qubits, gates }) {
    const broken = readGateList(gates, 0).statements.map((statement) => problemOf(statement, qubits));
    return atLeast(1, qubits) ?? broken.find((problem) => problem !== undefined);
  },
  grammar: `"Apply gates on " qubits ": " ${GATE} ("; " ${GATE})*`,
  reasoning({ qubits, gates }, lang, run) {
    return lang === 'en'
      ? `Gates on ${qubitCount(qubits)}, ${run}. In order: ${order(gates, ['from', 'to'])}; then every qubit is measured.`
      : `Puertas en ${cubitCount(qubits)}, ${run}. En orden: ${order(gates, ['de', 'a'])}; luego se miden todos los cúbits.`;
  },
  fromRequest(facts) {
    const statements = readGateRequest(facts);
    if (statements.length === 0) return undefined;
    return { qubits: facts.qubits ?? used(statements), gates: writeGateList(statements) };
  },
  circuit: ({ qubits, gates }) => ({
    qubits,
    gates: readGateList(gates, 0).statements.map(gateOf),
    stages: [],
    measured: qubitRange(0, qubits),
  }),
  sample(random) {
    const qubits = random.between(1, 10);
    const statements = Array.from({ length: random.between(1, 12) }, () => randomStatement(random, qubits));
    return { qubits, gates: writeGateList(statements) };
  },
};
