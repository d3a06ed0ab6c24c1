import assert from 'node:assert/strict';
import { explainCalls } from '@bioql/language/call';
import { findCalls } from '@bioql/language/python';
import { reasoningSteps } from '../../src/core/reasoning-steps.ts';

const CODE = `from bioql import quantum
a = quantum("Create Bell state", backend="simulator", shots=1024)
b = quantum("Create Bell state", backend="ibm_brisbane", shots=2000)
c = quantum("Run Grover search on 3 qubits for 101")
d = quantum("Find VQE ground state energy of H2")`;

describe('the steps of a reasoning', () => {
  it('are one for each call', () => {
    const calls = findCalls(CODE).flatMap(({ call }) => call ?? []);
    for (const lang of ['en', 'es'] as const) {
      const { before, steps } = reasoningSteps(explainCalls(calls, lang));
      assert.equal(before, '');
      assert.equal(steps.length, calls.length);
      assert.equal(steps[0], explainCalls(calls.slice(0, 1), lang));
    }
  });

  it('come after the words before them', () => {
    assert.deepEqual(reasoningSteps('You wanted two. 1. One. 2. Other.'), {
      before: 'You wanted two.',
      steps: ['One.', 'Other.'],
    });
  });

  it('are those that have come so far', () => {
    assert.deepEqual(reasoningSteps('1. Bell state, 2 qub').steps, ['Bell state, 2 qub']);
    assert.deepEqual(reasoningSteps('1. Bell state. 2').steps, ['Bell state. 2']);
    assert.deepEqual(reasoningSteps('1. Bell state. 2. ').steps, ['Bell state.', '']);
  });

  it('are not numbers inside a sentence, nor out of turn', () => {
    assert.deepEqual(reasoningSteps('Bell state with depth 1. Then 5. more.'), {
      before: 'Bell state with depth 1. Then 5. more.',
      steps: [],
    });
    assert.deepEqual(reasoningSteps('1. Depth 2. 4. No. 2. Yes.').steps, ['Depth 2. 4. No.', 'Yes.']);
  });
});
