import { wState } from '../algorithms/w-state.ts';
import { assertOutcomes, describeTexts, probabilitiesOf } from './algorithm-suite.ts';

describe('W state', () => {
  describeTexts(wState, {
    canonical: [[{ qubits: 3 }, 'Create 3-qubit W state']],
    spellings: [
      ['create a three-qubit W state', { qubits: 3 }],
      ['Prepare W state on 5 qubits', { qubits: 5 }],
      ['w-state of 4 qubits', { qubits: 4 }],
    ],
    otherPrograms: ['Create W', 'Create 3-qubit W state and more', 'Create uniform superposition of 3 qubits'],
    broken: [[{ qubits: 2 }, 'qubits_too_few']],
    requests: [
      ['Make me a W state', { qubits: 3 }],
      ['prepare a 5-qubit W-state on the simulator', { qubits: 5 }],
      ['Crea un estado W de cuatro cúbits', { qubits: 4 }],
      ['what is the state of the weather', undefined],
    ],
  });

  it('gives each one-hot outcome the same probability', () => {
    for (const qubits of [3, 4, 7, 10]) {
      const outcomes = Array.from({ length: qubits }, (_, at) => [
        (2 ** at).toString(2).padStart(qubits, '0'),
        1 / qubits,
      ]);
      assertOutcomes(probabilitiesOf(wState, { qubits }), Object.fromEntries(outcomes));
    }
  });
});
