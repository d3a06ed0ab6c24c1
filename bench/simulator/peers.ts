import { fileURLToPath } from 'node:url';

export interface Peer {
  readonly name: string;
  readonly command: readonly string[];
  /** What one timing holds, from a circuit in the peer's own form to counts by bit string. */
  readonly timed: string;
}

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const script = (file: string): string[] => [process.execPath, '--no-warnings', pathOf(`subjects/${file}`)];

export const OURS: Peer = {
  name: 'bioql',
  command: script('bioql.ts'),
  timed: 'simulate, outcomeProbabilities, sampleCounts; one thread',
};

export const NPM_PEERS: readonly Peer[] = [
  {
    name: 'qsharp-lang',
    command: script('qsharp-lang.ts'),
    timed: 'compiler.run of OpenQASM 3, which compiles and then simulates every shot anew; one thread',
  },
  {
    name: 'quantum-circuit',
    command: script('quantum-circuit.ts'),
    timed: 'run, measureAllMultishot; one thread',
  },
];

export const pythonPeers = (python: string): readonly Peer[] => [
  {
    name: 'Qiskit Statevector',
    command: [python, pathOf('../simulator_peers.py'), 'statevector'],
    timed: 'Statevector(circuit), sample_counts; as many threads as it takes',
  },
  {
    name: 'Qiskit Aer',
    command: [python, pathOf('../simulator_peers.py'), 'aer'],
    timed: 'AerSimulator(method="statevector").run, result, get_counts; as many threads as it takes',
  },
];
