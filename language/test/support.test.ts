import assert from 'node:assert/strict';
import { supportsRefusal } from '@bioql/language/support';

describe('a refusal about numbers', () => {
  for (const [prompt, reason, supported] of [
    ['a Bell state with fifty shots', 'shots_out_of_range', false],
    ['a Bell state with zero shots', 'shots_out_of_range', true],
    ['un estado de Bell con dos millones de disparos', 'shots_out_of_range', true],
    ['Bell, 5000000 shots', 'shots_out_of_range', true],
    ['eight qubits in superposition', 'qubits_too_many', false],
    ['a GHZ state of 500 qubits', 'qubits_too_many', true],
    ['a GHZ state on two qubits', 'qubits_too_few', true],
    ['a GHZ state on five qubits', 'qubits_too_few', false],
    ['Grover on five qubits', 'target_width', false],
    ['Grover on 3 qubits for 10110', 'target_width', true],
    ['what is the weather?', 'out_of_scope', true],
  ] as const) {
    it(`${reason} is ${supported ? '' : 'not '}supported by "${prompt}"`, () =>
      assert.equal(supportsRefusal(prompt, reason), supported));
  }
});
