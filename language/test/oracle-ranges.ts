import { MOLECULES } from '@bioql/language/algorithms/molecules';
import { PROBLEMS } from '@bioql/language/algorithms/problems/index';

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** Every bit string of this length. */
const bitStrings = (length: number): string[] =>
  range(0, 2 ** length - 1).map((value) => value.toString(2).padStart(length, '0'));

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
const qubits = (count: number): string => counted(count, 'qubit');

/** A state of three qubits with eight different amplitudes, on which no gate is without effect. */
const UNEVEN = 'ry(0.3) 0; rx(0.7) 1; ry(1.1) 2; rz(0.9) 0; cx 0 1; h 2; cx 1 2; t 1';
const GATES = [
  ...['x', 'y', 'z', 'h', 's', 'sdg', 't', 'tdg', 'rx(0.4)', 'ry(-pi/3)', 'rz(1)', 'p(3*pi/4)'].map((g) => `${g} 1`),
  ...['cx', 'cy', 'cz', 'ch', 'cp(0.35)', 'crz(-pi/8)', 'swap'].flatMap((g) => [`${g} 0 2`, `${g} 2 1`]),
  ...['ccx', 'cswap'].flatMap((g) => [`${g} 0 1 2`, `${g} 2 0 1`]),
];

function fourier(name: string): string[] {
  const inputs = [...range(1, 3).flatMap(bitStrings), '1010', '01101', '110010', '0100111', '10011101'];
  return [
    ...range(1, 8).map((n) => `Run ${name} on ${qubits(n)}`),
    ...inputs.map((input) => `Run ${name} on ${qubits(input.length)} with input ${input}`),
  ];
}

/** Canonical programs over the sizes and variants of each algorithm. */
export const RANGES: Readonly<Record<string, readonly string[]>> = {
  bell: ['', ' phi-', ' psi+', ' psi-'].map((variant) => `Create Bell state${variant}`),
  ghz: range(3, 8).map((n) => `Create ${n}-qubit GHZ state`),
  w_state: range(3, 8).map((n) => `Create ${n}-qubit W state`),
  superposition: range(1, 8).map((n) => `Create uniform superposition of ${qubits(n)}`),
  qft: fourier('quantum Fourier transform'),
  iqft: fourier('inverse quantum Fourier transform'),
  grover: [...range(2, 3).flatMap(bitStrings), '0110', '10010', '001011', '1110001', '01011100'].map(
    (target) => `Run Grover search on ${target.length} qubits for ${target}`,
  ),
  custom_gates: [...GATES, GATES.join('; ')].map((gates) => `Apply gates on 3 qubits: ${UNEVEN}; ${gates}`),
  teleportation: ['pi', '-pi/3', '2.5'].flatMap((theta) =>
    ['', ' phi=pi/4', ' phi=-1.3'].map((phi) => `Run quantum teleportation with state theta=${theta}${phi}`),
  ),
  deutsch_jozsa: range(1, 7).flatMap((n) =>
    ['balanced', 'constant'].map((oracle) => `Run Deutsch-Jozsa on ${counted(n, 'input bit')} with ${oracle} oracle`),
  ),
  bernstein_vazirani: [...range(1, 3).flatMap(bitStrings), '1011', '01101', '100110', '0110101'].map(
    (secret) => `Run Bernstein-Vazirani for secret ${secret}`,
  ),
  phase_estimation: ['Z', 'S', 'T', 'X', 'H', 'P(pi/3)', 'P(-2.2)'].flatMap((unitary) =>
    range(1, 6).map((n) => `Run phase estimation of ${unitary} with ${counted(n, 'counting qubit')}`),
  ),
  shor: [15, 21].map((number) => `Factor ${number} with Shor's algorithm`),
  vqe: MOLECULES.map(({ formula }) => `Run VQE for ${formula}`),
  qaoa: PROBLEMS.flatMap(({ name, leastNodes, qubits: qubitsFor }) =>
    range(leastNodes, 8)
      .filter((nodes) => qubitsFor(nodes) <= 9)
      .flatMap((nodes) => range(1, 3).map((p) => `Run QAOA for ${name} on ${nodes} nodes with ${p} layers`)),
  ),
};
