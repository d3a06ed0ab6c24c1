import assert from 'node:assert/strict';
import { type Program, readProgram, writeProgram } from '@bioql/language/program';

const bits = (width: number): string[] =>
  Array.from({ length: Math.min(2 ** width, 16) }, (_, value) => value.toString(2).padStart(width, '0'));

const QUBITS = [1, 2, 3, 4, 5, 8, 12, 20, 32, 127, 1000];

/** Programs of the first six algorithms, over a range of sizes and all variants. */
const PROGRAMS: Program[] = [
  ...['phi+', 'phi-', 'psi+', 'psi-'].map((variant) => ({ algorithm: 'bell', slots: { variant } })),
  ...QUBITS.flatMap((qubits) => [
    { algorithm: 'ghz', slots: { qubits } },
    { algorithm: 'superposition', slots: { qubits } },
    { algorithm: 'qft', slots: { qubits } },
    { algorithm: 'iqft', slots: { qubits } },
  ]),
  ...[1, 2, 3, 5].flatMap((qubits) =>
    bits(qubits).flatMap((input) => [
      { algorithm: 'qft', slots: { qubits, input } },
      { algorithm: 'iqft', slots: { qubits, input } },
      { algorithm: 'grover', slots: { qubits, target: input } },
    ]),
  ),
];

describe('programs', () => {
  it('read what they write, over a range of sizes and all variants', () => {
    for (const program of PROGRAMS) assert.deepEqual(readProgram(writeProgram(program)), program);
  });

  it('have one canonical string each', () => {
    assert.equal(new Set(PROGRAMS.map(writeProgram)).size, PROGRAMS.length);
  });

  const LENIENT: readonly (readonly [string, string])[] = [
    ['create a bell state', 'Create Bell state'],
    ['Bell pair on 2 qubits', 'Create Bell state'],
    ['CREATE BELL STATE PSI MINUS', 'Create Bell state psi-'],
    ['create bell state Φ+', 'Create Bell state'],
    ['Create a three-qubit GHZ state', 'Create 3-qubit GHZ state'],
    ['create GHZ state on 5 qubits', 'Create 5-qubit GHZ state'],
    ['Create an equal superposition of four qubits', 'Create uniform superposition of 4 qubits'],
    ['Run QFT on 4 qubits', 'Run quantum Fourier transform on 4 qubits'],
    ['apply the quantum fourier transform on one qubit', 'Run quantum Fourier transform on 1 qubit'],
    [
      'Run the inverse QFT on 3 qubits with input 101',
      'Run inverse quantum Fourier transform on 3 qubits with input 101',
    ],
    ["Run Grover's search on 3 qubits for 101", 'Run Grover search on 3 qubits for 101'],
    ['Run Grover search on 2 qubits', 'Run Grover search on 2 qubits for 11'],
  ];
  for (const [text, canonical] of LENIENT) {
    it(`reads "${text}"`, () => {
      const program = readProgram(text);
      assert.ok(program);
      assert.equal(writeProgram(program), canonical);
    });
  }

  for (const text of [
    '',
    'Create Bell state and sell my car',
    'Create GHZ',
    'Run Shor',
    'SELECT * FROM bell',
    'a'.repeat(10_000),
  ]) {
    it(`does not understand "${text.slice(0, 40)}"`, () => assert.equal(readProgram(text), undefined));
  }
});
