import assert from 'node:assert/strict';
import { readProgram } from '@bioql/language/program';
import { supportsCall } from '@bioql/language/supports-call';

const supported = (prompt: string, text: string, backend = 'simulator', shots = 1024): boolean => {
  const program = readProgram(text);
  assert.ok(program, text);
  return supportsCall(prompt, { name: 'result', program, backend, shots });
};

describe('a call is supported by a prompt', () => {
  const SUPPORTED: readonly (readonly [string, string, string?, number?])[] = [
    ['a five-qubit GHZ state', 'Create 5-qubit GHZ state'],
    ['GHZ', 'Create 3-qubit GHZ state'],
    ['search item 9 among sixteen items', 'Run Grover search on 4 qubits for 1001'],
    [
      'Grover, oracle marks 001, ibm_sherbrooke, 1e4 shots',
      'Run Grover search on 3 qubits for 001',
      'ibm_sherbrooke',
      10_000,
    ],
    ['busca el uno uno cero uno, quinientas veces', 'Run Grover search on 4 qubits for 1101', 'simulator', 500],
    [
      'QFT sobre |1100⟩ en Torino, 10 000 shots',
      'Run quantum Fourier transform on 4 qubits with input 1100',
      'ibm_torino',
      10_000,
    ],
    ['a Bell state, a thousand shots, real IBM hardware', 'Create Bell state', 'ibm_quantum', 1000],
    ['un GHZ de tres en el simulador de vector de estado', 'Create 3-qubit GHZ state', 'simulator_statevector'],
    ['Bell, 1,000,000 shots', 'Create Bell state', 'simulator', 1_000_000],
    ['Shor', "Factor 15 with Shor's algorithm"],
  ];
  for (const [prompt, program, backend, shots] of SUPPORTED) {
    it(`"${prompt}" supports ${program}`, () => assert.ok(supported(prompt, program, backend, shots)));
  }

  const UNSUPPORTED: typeof SUPPORTED = [
    ['a five-qubit GHZ state', 'Create 6-qubit GHZ state'],
    ['Bell with 500 shots', 'Create Bell state', 'simulator', 5000],
    ['Grover for 101', 'Run Grover search on 3 qubits for 110'],
    ['a Bell state', 'Create Bell state', 'ibm_quantum'],
    ['a Bell state', 'Create Bell state', 'aer'],
  ];
  for (const [prompt, program, backend, shots] of UNSUPPORTED) {
    it(`"${prompt}" does not support ${program} on ${backend ?? 'simulator'}, ${shots ?? 1024}`, () =>
      assert.ok(!supported(prompt, program, backend, shots)));
  }
});
