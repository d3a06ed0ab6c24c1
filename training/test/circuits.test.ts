import assert from 'node:assert/strict';
import { circuitOf, qubitsOf, readProgram } from '@bioql/language/program';
import { expectedCalls, readCases, SETS } from '../evaluate/case.ts';
import { circuitIsRight, referencedPrograms } from '../evaluate/circuits.ts';

const right = (got: string, expected: string): boolean | undefined => circuitIsRight(readProgram(got), expected);

describe('the reference circuits of the evaluation', () => {
  it('agree with our circuit of the same program', () => {
    const programs = referencedPrograms();
    assert.ok(programs.length >= 200);
    for (const program of programs) assert.equal(right(program, program), true, program);
  }).timeout(30_000);

  it('are there for every simulated program that a development set expects', () => {
    const known = new Set(referencedPrograms());
    for (const { program } of SETS.flatMap(readCases).flatMap((item) => expectedCalls(item).flat())) {
      const read = readProgram(program);
      assert.ok(read !== undefined, program);
      if (qubitsOf(read) <= 20 && circuitOf(read) !== undefined) assert.ok(known.has(program), program);
    }
  });

  it('tell states of one histogram, and transforms that agree on |0...0>, apart', () => {
    assert.equal(right('Create Bell state phi-', 'Create Bell state'), false);
    assert.equal(right('Apply gates on 2 qubits: h 0; cx 0 1', 'Create Bell state'), true);
    assert.equal(right('Apply gates on 3 qubits: h 0; h 1; h 2', 'Run quantum Fourier transform on 3 qubits'), false);
    assert.equal(
      right('Run inverse quantum Fourier transform on 3 qubits', 'Run quantum Fourier transform on 3 qubits'),
      false,
    );
  });

  it('say nothing where nothing is simulated, and no where there is no circuit', () => {
    assert.equal(right('Create 3-qubit GHZ state', 'Dock aspirin to COX2'), undefined);
    assert.equal(circuitIsRight(undefined, 'Create Bell state'), false);
    assert.equal(right('Create 200-qubit GHZ state', 'Create Bell state'), false);
  });
});
