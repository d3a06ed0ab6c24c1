import assert from 'node:assert/strict';
import { writeProgram } from '@bioql/language/program';
import { langOf } from '@bioql/language/request';
import { answerByTemplate } from '@bioql/language/template';

const ANSWERS: readonly (readonly [string, string, string, number])[] = [
  ['a 3-qubit GHZ state on IonQ, 500 shots', 'Create 3-qubit GHZ state', 'ionq_qpu', 500],
  ['Create a Bell state', 'Create Bell state', 'simulator', 1024],
  ['the singlet, please', 'Create Bell state psi-', 'simulator', 1024],
  ['bell state phi minus, not on IBM', 'Create Bell state phi-', 'simulator', 1024],
  [
    'busca con Grover el elemento nueve entre dieciséis elementos en ibm_torino',
    'Run Grover search on 4 qubits for 1001',
    'ibm_torino',
    1024,
  ],
  [
    'inverse QFT on four qubits with input 0101',
    'Run inverse quantum Fourier transform on 4 qubits with input 0101',
    'simulator',
    1024,
  ],
  [
    'transformada cuántica de Fourier de 5 cúbits, dos mil quinientos disparos',
    'Run quantum Fourier transform on 5 qubits',
    'simulator',
    2500,
  ],
  [
    'superposición uniforme de cinco cúbits en IBM Brisbane',
    'Create uniform superposition of 5 qubits',
    'ibm_brisbane',
    1024,
  ],
  ['a cat state of twenty-one qubits', 'Create 21-qubit GHZ state', 'simulator', 1024],
  ['grover for 101 with 2,000 shots', 'Run Grover search on 3 qubits for 101', 'simulator', 2000],
];

describe('the template', () => {
  for (const [prompt, program, backend, shots] of ANSWERS) {
    it(`answers "${prompt}"`, () => {
      const answer = answerByTemplate(prompt);
      assert.ok(answer.outcome === 'completed');
      assert.deepEqual(
        [writeProgram(answer.call.program), answer.call.backend, answer.call.shots],
        [program, backend, shots],
      );
    });
  }

  for (const [prompt, reason] of [
    ['what is the weather in Seville?', 'out_of_scope'],
    ['a 500-qubit GHZ state', 'qubits_too_many'],
    ['a 2 qubit ghz state', 'qubits_too_few'],
    ['bell state with 0 shots', 'shots_out_of_range'],
    ['grover on 3 qubits for 10110', 'target_width'],
  ] as const) {
    it(`refuses "${prompt}": ${reason}`, () => {
      const answer = answerByTemplate(prompt);
      assert.ok(answer.outcome === 'refused');
      assert.equal(answer.refusal.reason, reason);
      assert.equal(answer.refusal.kind, reason === 'out_of_scope' ? 'out_of_scope' : 'invalid_request');
    });
  }

  it('tells Spanish from English', () => {
    assert.equal(langOf('un estado de Bell en el simulador'), 'es');
    assert.equal(langOf('a Bell state on the simulator'), 'en');
  });
});
