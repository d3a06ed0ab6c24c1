import { radiansOf, randomAngle, readAngle } from '../angle.ts';
import type { Gate, GateName } from '../circuit.ts';
import type { Random } from '../random.ts';

/** One gate of a list as programs write it: `rz(pi/4) 2`, controls before targets. */
export interface Statement {
  readonly name: string;
  /** In canonical form, for the gates that turn by one. */
  readonly angle?: string;
  readonly qubits: readonly number[];
}

/** A statement and where it stands in the text that it was read from; `to` is exclusive. */
export interface PlacedStatement extends Statement {
  readonly from: number;
  readonly to: number;
}

interface Kind {
  readonly gate: GateName;
  readonly controls: number;
  readonly targets: 1 | 2;
  readonly turns: boolean;
}

const kind = (gate: GateName, controls = 0): Kind => ({
  gate,
  controls,
  targets: gate === 'swap' ? 2 : 1,
  turns: ['rx', 'ry', 'rz', 'p'].includes(gate),
});

/** Every gate that a list may name. */
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...(['x', 'y', 'z', 'h', 's', 'sdg', 't', 'tdg', 'rx', 'ry', 'rz', 'p', 'swap'] as const).map(
    (name) => [name, kind(name)] as const,
  ),
  ...(['x', 'y', 'z', 'h', 'p', 'rz', 'swap'] as const).map((name) => [`c${name}`, kind(name, 1)] as const),
  ['ccx', kind('x', 2)],
]);

const ALIASES: Readonly<Record<string, string>> = {
  not: 'x',
  hadamard: 'h',
  cnot: 'cx',
  toffoli: 'ccx',
  ccnot: 'ccx',
  fredkin: 'cswap',
  phase: 'p',
  cphase: 'cp',
  's\u2020': 'sdg',
  't\u2020': 'tdg',
  sdag: 'sdg',
  sdagger: 'sdg',
  tdag: 'tdg',
  tdagger: 'tdg',
};

/** The canonical name of a gate, and how many qubits it acts on; `undefined` when there is no such gate. */
export function gateNamed(word: string): { name: string; qubits: number; turns: boolean } | undefined {
  const lower = word.toLowerCase();
  const name = ALIASES[lower] ?? lower;
  const found = KINDS.get(name);
  return found && { name, qubits: found.controls + found.targets, turns: found.turns };
}

export const writeStatement = ({ name, angle, qubits }: Statement): string =>
  `${name}${angle === undefined ? '' : `(${angle})`} ${qubits.join(' ')}`;

export const writeGateList = (statements: readonly Statement[]): string => statements.map(writeStatement).join('; ');

/** The gate of the circuit that is the list's statement number `statement`. */
export function gateOf({ name, angle, qubits }: Statement, statement: number): Gate {
  const { gate, controls } = KINDS.get(name) ?? kind('x');
  return {
    name: gate,
    targets: qubits.slice(controls),
    controls: qubits.slice(0, controls),
    ...(angle !== undefined && { angle: radiansOf(angle) }),
    statement,
  };
}

/** A place in a text that moves on with each piece that is taken. */
interface Scanner {
  at: number;
  /** The groups of a sticky pattern that matches here. */
  take(pattern: RegExp): RegExpExecArray | undefined;
}

function scan(text: string, from: number): Scanner {
  return {
    at: from,
    take(pattern) {
      pattern.lastIndex = this.at;
      const match = pattern.exec(text);
      if (match !== null) this.at = pattern.lastIndex;
      return match ?? undefined;
    },
  };
}

const WORD = /[a-z]+\u2020?/iy;
const OPEN = /\s*\(\s*/y;
const CLOSE = /\s*\)/y;
const ANGLE_INSIDE = /([^(),;]{1,40})([,)])/y;
const ANGLE_BARE = /\s+([-+\u2212]?[\d.*/\u03c0pi]{1,40})/iy;
const OPERAND =
  /\s*(?:(?:,|-+>|=>|\u2192|to|and|on|from|between)\s*)?(?:(?:qubits?|qr|q)\s*)?(?:\[\s*)?(\d{1,5})(?:\s*\])?(?!\d|\.\d|[a-z])/iy;
const BETWEEN = /[\s;,.]*(?:(?:and then|then|and)\b\s*)?/iy;

/** The angle of a gate that turns: `(pi/4)`, `(pi/4, 0, 1)` with the list left open, or ` pi/4`. */
function takeAngle(scanner: Scanner): { angle: string; open: boolean } | undefined {
  const open = scanner.take(OPEN);
  const found = scanner.take(open === undefined ? ANGLE_BARE : ANGLE_INSIDE);
  const angle = readAngle(found?.[1] ?? '');
  return angle === undefined ? undefined : { angle, open: found?.[2] === ',' };
}

function takeStatement(scanner: Scanner): Statement | undefined {
  const known = gateNamed(scanner.take(WORD)?.[0] ?? '');
  if (known === undefined) return undefined;
  const turn = known.turns ? takeAngle(scanner) : undefined;
  if (known.turns && turn === undefined) return undefined;
  const open = turn?.open === true || scanner.take(OPEN) !== undefined;
  const qubits: number[] = [];
  while (qubits.length < known.qubits) {
    const operand = scanner.take(OPERAND);
    if (operand === undefined) return undefined;
    qubits.push(Number(operand[1]));
  }
  if (open && scanner.take(CLOSE) === undefined) return undefined;
  return { name: known.name, ...(turn !== undefined && { angle: turn.angle }), qubits };
}

/** Reads gates from an offset on, as far as they go, and says where what follows them begins. */
export function readGateList(text: string, from: number): { statements: PlacedStatement[]; end: number } {
  const scanner = scan(text, from);
  const statements: PlacedStatement[] = [];
  scanner.take(/\s*/y);
  for (;;) {
    const start = scanner.at;
    const statement = takeStatement(scanner);
    if (statement === undefined) return { statements, end: start };
    statements.push({ ...statement, from: start, to: scanner.at });
    scanner.take(BETWEEN);
  }
}

/** A gate at random on some of the qubits. */
export function randomStatement(random: Random, qubits: number): Statement {
  const fitting = [...KINDS].filter(([, { controls, targets }]) => controls + targets <= qubits);
  const [name, { controls, targets, turns }] = random.pick(fitting);
  const free = Array.from({ length: qubits }, (_, qubit) => qubit);
  const chosen = Array.from({ length: controls + targets }, () => free.splice(random.between(0, free.length - 1), 1));
  return { name, ...(turns && { angle: randomAngle(random) }), qubits: chosen.flat() };
}
