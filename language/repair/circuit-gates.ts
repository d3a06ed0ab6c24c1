import { type Statement as GateStatement, gateNamed, writeGateList } from '../algorithms/gate-list.ts';
import { readAngle } from '../angle.ts';
import { type Circuit, type Gate, gateLabel } from '../circuit.ts';
import { circuitOf, type Program, readProgram } from '../program.ts';
import type { Token } from '../python-tokens.ts';

/** Names that Qiskit has for gates besides ours. */
const ALSO: Readonly<Record<string, string>> = { u1: 'p', cu1: 'cp', mct: 'ccx', cphase: 'cp', cnot: 'cx' };

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

/** The arguments of a call, by their commas. */
export function argumentsOf(tokens: readonly Token[]): Token[][] {
  const out: Token[][] = [];
  let [part, depth]: [Token[], number] = [[], 0];
  for (const token of tokens) {
    if ('([{'.includes(token.text)) depth += 1;
    if (')]}'.includes(token.text)) depth -= 1;
    if (token.text === ',' && depth === 0) {
      out.push(part);
      part = [];
    } else part.push(token);
  }
  return part.length > 0 ? [...out, part] : out;
}

/** The qubits that one argument names: `0`, `[0, 1]`, `range(3)`, `q[2]`, `q`. */
export function qubitsIn(
  tokens: readonly Token[],
  qubits: number,
  registers: ReadonlySet<string>,
): number[] | undefined {
  const text = textOf(tokens);
  if (/^\d+$/.test(text)) return [Number(text)];
  const [, ends = ''] = /^range\(([^()]*)\)$/.exec(text) ?? [];
  if (/^\d+(?:,\d+)?$/.test(ends)) {
    const [a = 0, b] = ends.split(',').map(Number);
    const [from, to] = b === undefined ? [0, a] : [a, b];
    return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  }
  if (/^\[[\d,]+\]$/.test(text))
    return text
      .slice(1, -1)
      .split(',')
      .filter((part) => part !== '')
      .map(Number);
  const [, register, index] = /^(\w+)\[(\d+)\]$/.exec(text) ?? [];
  if (register !== undefined && registers.has(register)) return [Number(index)];
  return registers.has(text) ? Array.from({ length: qubits }, (_, at) => at) : undefined;
}

/** The gates of `qc.name(...)`; `undefined` when that is no gate of ours on qubits that can be told. */
export function gatesOf(
  method: string,
  tokens: readonly Token[],
  qubits: number,
  registers: ReadonlySet<string>,
): GateStatement[] | undefined {
  const known = gateNamed(ALSO[method] ?? method);
  const args = argumentsOf(tokens).map((part) => (part[1]?.text === '=' ? part.slice(2) : part));
  if (known === undefined || args.length !== known.qubits + (known.turns ? 1 : 0)) return undefined;
  const angle = known.turns ? readAngle(textOf(args[0] ?? [])) : undefined;
  if (known.turns && angle === undefined) return undefined;
  const operands = args.slice(known.turns ? 1 : 0).map((part) => qubitsIn(part, qubits, registers));
  if (operands.includes(undefined)) return undefined;
  const lists = operands as number[][];
  const length = Math.max(...lists.map((list) => list.length));
  if (lists.some((list) => list.length !== length && list.length !== 1)) return undefined;
  return Array.from({ length }, (_, at) => ({
    name: known.name,
    ...(angle !== undefined && { angle }),
    qubits: lists.map((list) => (list.length === 1 ? list[0] : list[at]) as number),
  }));
}

/** Gates in an order that only swaps what acts on different qubits. */
function sameGates(a: Circuit, b: Circuit): boolean {
  const wires = ({ qubits, gates }: Circuit) =>
    Array.from({ length: qubits }, (_, qubit) =>
      gates.filter((gate) => [...gate.targets, ...gate.controls].includes(qubit)).map(nameOf),
    );
  return a.qubits === b.qubits && JSON.stringify(wires(a)) === JSON.stringify(wires(b));
}

const nameOf = (gate: Gate): string =>
  [gateLabel(gate), gate.angle?.toFixed(12) ?? '', gate.controls.join(), gate.targets.join()].join(' ');

/** The program with these gates: by its name when they are exactly a Bell or GHZ state or a superposition. */
export function programOfGates(gates: readonly GateStatement[], qubits: number): Program | undefined {
  const list = readProgram(`Apply gates on ${qubits} ${qubits === 1 ? 'qubit' : 'qubits'}: ${writeGateList(gates)}`);
  const circuit = list && circuitOf(list);
  if (circuit === undefined) return undefined;
  const named =
    qubits === 2
      ? ['Create Bell state', 'Create Bell state phi-', 'Create Bell state psi+', 'Create Bell state psi-']
      : [`Create ${qubits}-qubit GHZ state`];
  const same = [...named, `Create uniform superposition of ${qubits} qubits`]
    .flatMap((text) => readProgram(text) ?? [])
    .find((program) => {
      const other = circuitOf(program);
      return other !== undefined && sameGates(circuit, other);
    });
  return same ?? (qubits > 2 && isStar(gates, qubits) ? readProgram(`Create ${qubits}-qubit GHZ state`) : list);
}

/** H on q0 and CX from q0 to each other qubit: a GHZ state, too. */
const isStar = (gates: readonly GateStatement[], qubits: number): boolean =>
  gates.length === qubits &&
  gates[0]?.name === 'h' &&
  gates[0].qubits[0] === 0 &&
  gates
    .slice(1)
    .every(({ name, qubits: [control, target] }, at) => name === 'cx' && control === 0 && target === at + 1);
