import { type Backend, backendNamed } from '../backends.ts';
import type { Call } from '../call.ts';
import type { Circuit, Gate, GateName } from '../circuit.ts';
import { angleCode } from './angle-code.ts';
import { headerLines, stagedLines } from './commented.ts';

/** Methods of a `QuantumCircuit` for gates with controls; the rest take the class of the gate and `.control(n)`. */
const METHODS = new Set(['cx', 'cy', 'cz', 'ch', 'cs', 'csdg', 'cp', 'crx', 'cry', 'crz', 'cswap', 'ccx', 'ccz']);

const CLASSES: Readonly<Record<GateName, string>> = {
  x: 'XGate',
  y: 'YGate',
  z: 'ZGate',
  h: 'HGate',
  s: 'SGate',
  sdg: 'SdgGate',
  t: 'TGate',
  tdg: 'TdgGate',
  rx: 'RXGate',
  ry: 'RYGate',
  rz: 'RZGate',
  p: 'PhaseGate',
  swap: 'SwapGate',
};

/** Any seed will do; a fixed one makes the program give the same counts every time. */
const SEED = 7;

/** The circuit as a Python program for Qiskit 1 or later, which samples it on an ideal simulator. */
export function writeQiskit(call: Call, circuit: Circuit): string {
  const { qubits, measured } = circuit;
  const gates = stagedLines(circuit, '#', (gate) => [gateLine(gate)]);
  const clbits = measured.map((_, bit) => bit);
  return [
    ...headerLines('#', call, circuit),
    '# Needs: pip install "qiskit>=1"',
    ...importLines(circuit, gates),
    '',
    `SHOTS = ${call.shots}`,
    `SEED = ${SEED}`,
    '',
    `circuit = QuantumCircuit(${qubits}, ${measured.length})`,
    ...gates,
    `circuit.measure(${list(measured)}, ${list(clbits)})`,
    '',
    '# Ideal, noiseless simulation on this computer.',
    'sampler = StatevectorSampler(seed=SEED)',
    'result = sampler.run([circuit], shots=SHOTS).result()[0]',
    'counts = result.data.c.get_counts()',
    'print(counts)',
    ...hardwareLines(backendNamed(call.backend)),
    '',
  ].join('\n');
}

const list = (numbers: readonly number[]): string => `[${numbers.join(', ')}]`;

function importLines({ gates }: Circuit, lines: readonly string[]): string[] {
  const classes = gates.filter(isBuiltFromClass).map(({ name }) => CLASSES[name]);
  const names = [...new Set(classes)].sort().join(', ');
  return [
    ...(lines.some((line) => /[(*-]pi\b/.test(line)) ? ['from math import pi', ''] : []),
    'from qiskit import QuantumCircuit',
    ...(names === '' ? [] : [`from qiskit.circuit.library import ${names}`]),
    'from qiskit.primitives import StatevectorSampler',
  ];
}

const ownName = ({ name, controls }: Gate): string => `${'c'.repeat(controls.length)}${name}`;

const isMany = ({ name, controls }: Gate): boolean => controls.length > 1 && ['x', 'p'].includes(name);

const isBuiltFromClass = (gate: Gate): boolean =>
  gate.controls.length > 0 && !METHODS.has(ownName(gate)) && !isMany(gate);

function gateLine(gate: Gate): string {
  const { name, targets, controls, angle } = gate;
  const turn = angle === undefined ? [] : [angleCode(angle)];
  const method = (called: string, ...values: (string | number)[]) => `circuit.${called}(${values.join(', ')})`;
  if (isBuiltFromClass(gate)) {
    const built = `${CLASSES[name]}(${turn.join('')}).control(${controls.length})`;
    return method('append', built, list([...controls, ...targets]));
  }
  if (isMany(gate) && !METHODS.has(ownName(gate))) return method(`mc${name}`, ...turn, list(controls), ...targets);
  return method(ownName(gate), ...turn, ...controls, ...targets);
}

/** How the program comes to run where the call says. */
function hardwareLines(backend: Backend | undefined): string[] {
  if (backend?.kind !== 'hardware') return [];
  if (backend.provider !== 'IBM')
    return ['', `# The call names ${backend.name}, a machine of ${backend.provider}: this program does not run there.`];
  const named =
    backend.name === 'ibm_quantum' ? 'least_busy(operational=True, simulator=False)' : `backend("${backend.name}")`;
  return [
    '',
    `# To run on hardware of IBM instead: pip install qiskit-ibm-runtime, save your account with it once, then`,
    '#   from qiskit.transpiler import generate_preset_pass_manager',
    '#   from qiskit_ibm_runtime import QiskitRuntimeService, Sampler',
    `#   backend = QiskitRuntimeService().${named}`,
    '#   prepared = generate_preset_pass_manager(optimization_level=1, backend=backend).run(circuit)',
    '#   result = Sampler(mode=backend).run([prepared], shots=SHOTS).result()[0]',
    '# It takes minutes of your plan there, which may cost money, and its counts have noise.',
  ];
}
