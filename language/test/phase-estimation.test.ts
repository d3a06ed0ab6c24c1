import assert from 'node:assert/strict';
import { phaseEstimation } from '../algorithms/phase-estimation.ts';
import type { PhaseEstimationSlots, Unitary } from '../algorithms/phase-estimation-circuit.ts';
import { assertOutcomes, describeTexts, probabilitiesOf } from './algorithm-suite.ts';

const of = (unitary: Unitary, counting: number): PhaseEstimationSlots => ({ unitary, counting });

/** The textbook distribution of phase estimation, for a phase in turns. */
function textbook(phase: number, counting: number): Record<string, number> {
  const size = 2 ** counting;
  return Object.fromEntries(
    Array.from({ length: size }, (_, outcome) => {
      let [re, im] = [0, 0];
      for (let j = 0; j < size; j += 1) {
        const turn = 2 * Math.PI * j * (phase - outcome / size);
        re += Math.cos(turn) / size;
        im += Math.sin(turn) / size;
      }
      return [outcome.toString(2).padStart(counting, '0'), re * re + im * im];
    }),
  );
}

describe('phase estimation', () => {
  describeTexts(phaseEstimation, {
    canonical: [
      [of('T', 3), 'Run phase estimation of T with 3 counting qubits'],
      [of('P(pi/8)', 3), 'Run phase estimation of P(pi/8) with 3 counting qubits'],
      [of('S', 1), 'Run phase estimation of S with 1 counting qubit'],
    ],
    spellings: [
      ['run phase estimation of S with 1 counting qubits', of('S', 1)],
      ['Run quantum phase estimation of the T gate with four counting qubits', of('T', 4)],
      ['QPE of p( π/8 ) with 5 qubits', of('P(pi/8)', 5)],
      ['phase estimation on 3 counting qubits for Pauli-X', of('X', 3)],
      ['Run phase estimation of Hadamard gate using 2 bits of precision', of('H', 2)],
      ['Run phase estimation of Z', of('Z', 3)],
      ['run phase estimation of phase(0.50) with 3 counting qubits', of('P(0.5)', 3)],
    ],
    otherPrograms: [
      'Run phase estimation of Y with 3 counting qubits',
      'Run phase estimation of P(x) with 3 counting qubits',
      'Run phase estimation',
    ],
    broken: [[of('T', 0), 'qubits_too_few']],
    requests: [
      ['Run phase estimation', of('T', 3)],
      ['Estimate the phase of the S gate with 4 counting qubits', of('S', 4)],
      ['QPE for P(pi/8) using 5 qubits and 2000 shots', of('P(pi/8)', 5)],
      ['Estimación de fase de la puerta Z con 2 cúbits de conteo', of('Z', 2)],
      ['quantum phase estimation of a Hadamard, 3-bit precision', of('H', 3)],
      ['apply a phase', undefined],
    ],
  });

  it('is exact where the phase fits the counting qubits', () => {
    for (const [unitary, counting, outcome] of [
      ['T', 3, '001'],
      ['S', 3, '010'],
      ['Z', 4, '1000'],
      ['X', 3, '100'],
      ['H', 2, '10'],
      ['H', 1, '1'],
      ['P(pi/8)', 4, '0001'],
      ['P(-pi/4)', 3, '111'],
      ['P(5*pi)', 2, '10'],
      ['P(0)', 2, '00'],
    ] as const) {
      assertOutcomes(probabilitiesOf(phaseEstimation, of(unitary, counting)), { [outcome]: 1 });
    }
  });

  it('has the textbook distribution where it does not fit', () => {
    for (const [unitary, phase] of [
      ['P(pi/3)', 1 / 6],
      ['P(1.2)', 1.2 / (2 * Math.PI)],
      ['P(-314.15)', -314.15 / (2 * Math.PI)],
    ] as const) {
      for (const counting of [1, 3, 6]) {
        assertOutcomes(probabilitiesOf(phaseEstimation, of(unitary, counting)), textbook(phase, counting));
      }
    }
  });

  it('keeps 12 counting qubits exact, and leaves identity powers out', () => {
    assertOutcomes(probabilitiesOf(phaseEstimation, of('P(3*pi/2048)', 12)), { '000000000011': 1 });
    const circuit = phaseEstimation.circuit(of('T', 8));
    const powers = circuit?.stages[1];
    assert.equal((powers?.to ?? 0) - (powers?.from ?? 0), 3);
  });

  it('says which phase was estimated, and which is exact', () => {
    const says = (slots: PhaseEstimationSlots) =>
      phaseEstimation.conclusion?.(slots, probabilitiesOf(phaseEstimation, slots), 'en') ?? '';
    assert.match(says(of('T', 3)), /001, reads as the phase 1\/8 of a turn; .* is 1\/8\./);
    assert.match(says(of('P(-pi/3)', 3)), /111, reads as the phase 7\/8 of a turn; .* is 5\/6\./);
    assert.match(says(of('P(1.2)', 3)), /is 0\.190986\./);
    assert.match(says(of('P(pi/8)', 3)), /000, reads as the phase 0 /);
  });
});
