import assert from 'node:assert/strict';
import { bernsteinVazirani } from '../algorithms/bernstein-vazirani.ts';
import { assertOutcomes, describeTexts, probabilitiesOf } from './algorithm-suite.ts';

describe('Bernstein-Vazirani', () => {
  describeTexts(bernsteinVazirani, {
    canonical: [[{ secret: '1011' }, 'Run Bernstein-Vazirani for secret 1011']],
    spellings: [
      ['bernstein vazirani with secret string 0110', { secret: '0110' }],
      ['Run the Bernstein–Vazirani algorithm for the hidden bit string 1', { secret: '1' }],
      ['Run Bernstein-Vazirani to find 101', { secret: '101' }],
      ['Bernstein-Vazirani, secret = 11', { secret: '11' }],
    ],
    otherPrograms: ['Run Bernstein-Vazirani', 'Run Bernstein-Vazirani for secret 1021', '1011'],
    broken: [],
    requests: [
      ['Use Bernstein-Vazirani to find the secret 11010 with 1000 shots', { secret: '11010' }],
      ['Bernstein-Vazirani con el secreto 101 en el simulador', { secret: '101' }],
      ['Bernstein-Vazirani with hidden string 1', { secret: '1' }],
      ['Run Bernstein-Vazirani', undefined],
      ['find the secret 1011', undefined],
    ],
  });

  it('finds the secret with certainty, leftmost bit on the highest input', () => {
    for (const secret of ['1', '0', '1011', '0001', '110100']) {
      const probabilities = probabilitiesOf(bernsteinVazirani, { secret });
      assertOutcomes(probabilities, { [secret]: 1 });
      assert.ok(bernsteinVazirani.conclusion?.({ secret }, probabilities, 'es').includes(secret));
    }
  });
});
