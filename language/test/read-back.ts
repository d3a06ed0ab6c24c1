/** Small readers of what we export, written from the formats' own definitions. */
import type { Circuit, Gate, GateName } from '@bioql/language/circuit';

/** The value of `-3*pi/8`, `1.0`, `- π / 4`. */
function angleValue(text: string): number {
  const [, sign, times = '1', of, under = '1'] =
    /^(-?)\s*(?:(\d+)\s*\*\s*)?(pi|π|[\d.e+-]+)(?:\s*\/\s*(\d+))?$/.exec(text) ?? [];
  if (of === undefined) throw new SyntaxError(`no angle: ${text}`);
  const value = of === 'pi' || of === 'π' ? Math.PI : Number(of);
  return ((sign === '-' ? -1 : 1) * Number(times) * value) / Number(under);
}

/** OpenQASM 3 as far as we write it. An `angle` wraps to one turn, as the specification lets a reader do. */
export function readQasm3(text: string): Circuit {
  const TURN = 2 * Math.PI;
  const [, bits, qubits] = /^bit\[(\d+)\] c;\nqubit\[(\d+)\] q;$/m.exec(text) ?? [];
  const gates: Gate[] = [];
  const measured: number[] = [];
  for (const line of text.split('\n')) {
    const measurement = /^c\[(\d+)\] = measure q\[(\d+)\];$/.exec(line);
    if (measurement !== null) measured[Number(measurement[1])] = Number(measurement[2]);
    const [, ctrl, several = '1', called, argument, operands] =
      /^(ctrl(?:\((\d+)\))? @ )?([a-z]+)(?:\(([^)]*)\))? (q\[.*\]);(?: \/\/.*)?$/.exec(line) ?? [];
    if (called === undefined || operands === undefined) continue;
    const [, own = '', name = ''] = /^(c{0,2})(x|y|z|h|s|sdg|t|tdg|rx|ry|rz|p|swap)$/.exec(called) ?? [];
    const wires = [...operands.matchAll(/\d+/g)].map(Number);
    const controls = own.length + (ctrl === undefined ? 0 : Number(several));
    const angle = argument === undefined ? {} : { angle: ((angleValue(argument) % TURN) + TURN) % TURN };
    gates.push({
      name: name as GateName,
      controls: wires.slice(0, controls),
      targets: wires.slice(controls),
      ...angle,
    });
  }
  if (measured.length !== Number(bits)) throw new SyntaxError('a bit is not measured');
  return { qubits: Number(qubits), gates, stages: [], measured };
}

interface QscComponent {
  readonly kind: string;
  readonly gate: string;
  readonly isAdjoint?: boolean;
  readonly args?: readonly string[];
  readonly targets?: readonly { qubit: number }[];
  readonly controls?: readonly { qubit: number }[];
  readonly qubits?: readonly { qubit: number }[];
}

export interface QscColumn {
  readonly components: readonly QscComponent[];
}

const wiresOf = (registers: readonly { qubit: number }[] = []): number[] => registers.map(({ qubit }) => qubit);

export const qscWires = ({ targets, controls, qubits }: QscComponent): number[] =>
  [targets, controls, qubits].flatMap(wiresOf);

/** Microsoft's circuit file, as Q# would run it. */
export function readQsc(text: string): { circuit: Circuit; columns: readonly QscColumn[] } {
  const [{ qubits, componentGrid: columns }] = JSON.parse(text).circuits as [
    { qubits: object[]; componentGrid: QscColumn[] },
  ];
  const names: Record<string, GateName> = { SWAP: 'swap', R1: 'p', Rx: 'rx', Ry: 'ry', Rz: 'rz' };
  const gates: Gate[] = [];
  const measured: number[] = [];
  for (const component of columns.flatMap(({ components }) => components)) {
    const { kind, gate, isAdjoint, args, targets, controls } = component;
    if (kind === 'measurement') measured.push(...wiresOf(component.qubits));
    else {
      const name = `${names[gate] ?? gate.toLowerCase()}${isAdjoint ? 'dg' : ''}` as GateName;
      const angle = args?.[0] === undefined ? {} : { angle: angleValue(args[0]) };
      gates.push({ name, targets: wiresOf(targets), controls: wiresOf(controls), ...angle });
    }
  }
  return { circuit: { qubits: qubits.length, gates, stages: [], measured }, columns };
}
