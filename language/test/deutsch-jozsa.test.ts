import assert from 'node:assert/strict';
import { deutschJozsa } from '../algorithms/deutsch-jozsa.ts';
import { assertOutcomes, describeTexts, probabilitiesOf } from './algorithm-suite.ts';

const balanced = (inputs: number) => ({ inputs, oracle: 'balanced' as const });
const constant = (inputs: number) => ({ inputs, oracle: 'constant' as const });

describe('Deutsch-Jozsa', () => {
  describeTexts(deutschJozsa, {
    canonical: [
      [balanced(3), 'Run Deutsch-Jozsa on 3 input bits with balanced oracle'],
      [constant(1), 'Run Deutsch-Jozsa on 1 input bit with constant oracle'],
    ],
    spellings: [
      ['run deutsch jozsa on 1 input bits with constant oracle', constant(1)],
      ['Deutsch–Jozsa algorithm with a balanced oracle on 4 qubits', balanced(4)],
      ['Run the Deutsch-Jozsa algorithm on three inputs', balanced(3)],
      ['Run Deutsch-Jozsa for 2-bit function, constant function', constant(2)],
    ],
    otherPrograms: ['Run Deutsch-Jozsa', 'Run Deutsch-Jozsa on 3 input bits with odd oracle'],
    broken: [[balanced(0), 'qubits_too_few']],
    requests: [
      ['Run Deutsch-Jozsa', balanced(3)],
      ['Deutsch Jozsa with 4 input bits and a constant oracle, 200 shots', constant(4)],
      ['Ejecuta Deutsch-Jozsa con 5 bits de entrada y oráculo constante', constant(5)],
      ['algoritmo de Deutsch con oráculo balanceado de 2 cúbits', balanced(2)],
      ['is the function constant or balanced? use Deutsch-Jozsa on 3 qubits', balanced(3)],
      ['run Grover', undefined],
    ],
  });

  it('tells constant from balanced with certainty, and measures the inputs', () => {
    for (const inputs of [1, 2, 3, 6]) {
      for (const [slots, bit, verdict] of [
        [balanced(inputs), '1', /balanced/],
        [constant(inputs), '0', /constant/],
      ] as const) {
        const probabilities = probabilitiesOf(deutschJozsa, slots);
        assertOutcomes(probabilities, { [bit.repeat(inputs)]: 1 });
        assert.match(deutschJozsa.conclusion?.(slots, probabilities, 'en') ?? '', verdict);
      }
    }
  });
});
