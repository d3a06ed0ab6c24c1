import assert from 'node:assert/strict';
import { supportsRefusal } from '@bioql/language/support';

describe('a refusal', () => {
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
    ['a 3-qubit GHZ state on IonQ, 500 shots', 'unknown_backend', false],
    ['a Bell state on ibm_torino', 'unknown_backend', false],
    ['a Bell state on ionq_aria_simulator', 'unknown_backend', false],
    ['a Bell state on ibm_madrid', 'unknown_backend', true],
    ['a GHZ state on Rigetti', 'unknown_backend', true],
    ['un GHZ en Quantinuum H2', 'unknown_backend', true],
    ['a 5-qubit GHZ state', 'contradiction', false],
    ['a Bell state with 100 shots, exactly 200 shots', 'contradiction', true],
    ['Bell on the simulator only, on real hardware only', 'contradiction', true],
    ['what is the weather?', 'out_of_scope', true],
    ['factor 15 with Shor', 'number_too_large', false],
    ['factor 33 with Shor', 'number_too_large', true],
    ['Shor on twenty-one', 'prime_or_even_number', false],
    ['Shor for 17', 'prime_or_even_number', true],
    ['score the guide GACGTTACCGGATCAAGCTT', 'guide_length', false],
    ['score the guide GACGTTACC', 'guide_length', true],
  ] as const) {
    it(`${reason} is ${supported ? '' : 'not '}supported by "${prompt}"`, () =>
      assert.equal(supportsRefusal(prompt, reason), supported));
  }
});
