import type { Call } from '../call.ts';
import type { Circuit, Gate, GateName } from '../circuit.ts';
import { piFraction } from './angle-code.ts';

/** Microsoft's circuit files of this version open in their editor, older and newer. */
const VERSION = 1;

/** Their names of gates, which are operations of Q#; `R1` is our `p`. */
const NAMES: Readonly<Record<GateName, { readonly gate: string; readonly isAdjoint?: true }>> = {
  x: { gate: 'X' },
  y: { gate: 'Y' },
  z: { gate: 'Z' },
  h: { gate: 'H' },
  s: { gate: 'S' },
  sdg: { gate: 'S', isAdjoint: true },
  t: { gate: 'T' },
  tdg: { gate: 'T', isAdjoint: true },
  rx: { gate: 'Rx' },
  ry: { gate: 'Ry' },
  rz: { gate: 'Rz' },
  p: { gate: 'R1' },
  swap: { gate: 'SWAP' },
};

interface Placed {
  readonly component: object;
  readonly wires: readonly number[];
}

/** The circuit as a `.qsc` file, which Microsoft's Quantum Development Kit opens and Q# programs can call. */
export function writeQsc(_call: Call, { qubits, gates, measured }: Circuit): string {
  const placed: Placed[] = [...gates.map(placedGate), ...measured.map(placedMeasurement)];
  const circuit = {
    qubits: Array.from({ length: qubits }, (_, id) => ({ id, ...(measured.includes(id) && { numResults: 1 }) })),
    componentGrid: inColumns(placed, qubits).map((components) => ({ components })),
  };
  return `${JSON.stringify({ version: VERSION, circuits: [circuit] }, null, 2)}\n`;
}

const registers = (wires: readonly number[]) => wires.map((qubit) => ({ qubit }));

function placedGate({ name, targets, controls, angle }: Gate): Placed {
  const component = {
    kind: 'unitary',
    ...NAMES[name],
    ...(angle !== undefined && { params: [{ name: 'theta', type: 'Double' }], args: [angleArgument(angle)] }),
    targets: registers(targets),
    ...(controls.length > 0 && { controls: registers(controls) }),
  };
  return { component, wires: [...targets, ...controls] };
}

const placedMeasurement = (qubit: number): Placed => ({
  component: { kind: 'measurement', gate: 'Measure', qubits: registers([qubit]), results: [{ qubit, result: 0 }] },
  wires: [qubit],
});

/** Their reader knows π, and numbers without an exponent. */
function angleArgument(angle: number): string {
  const fraction = piFraction(angle);
  if (fraction === undefined) return /e/.test(String(angle)) ? angle.toFixed(20) : String(angle);
  const { over, under } = fraction;
  const size = Math.abs(over);
  return `${over < 0 ? '-' : ''}${size === 1 ? '' : `${size} * `}π${under === 1 ? '' : ` / ${under}`}`;
}

/** Each component in the first column where its wires, and those between them, are free. */
function inColumns(placed: readonly Placed[], qubits: number): object[][] {
  const next = new Array<number>(qubits).fill(0);
  const columns: object[][] = [];
  for (const { component, wires } of placed) {
    const [top, bottom] = [Math.min(...wires), Math.max(...wires)];
    const column = Math.max(...next.slice(top, bottom + 1));
    next.fill(column + 1, top, bottom + 1);
    if (column === columns.length) columns.push([component]);
    else columns[column]?.push(component);
  }
  return columns;
}
