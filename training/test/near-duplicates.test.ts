import assert from 'node:assert/strict';
import { developmentTexts, trainingTexts } from '../near-duplicate-texts.ts';
import { nearDuplicates, nearestTexts, shapeOf, sharedRuns, type Text } from '../near-duplicates.ts';

const text = (words: string, about?: string): Text => ({ place: 'here', text: words, about });

describe('near duplicates', () => {
  it('are compared with their values made equal', () => {
    const shape = 'give me a # qubit ghz on # with # shots please';
    assert.equal(shapeOf('Give me a {n}-qubit GHZ on {device} with {shots:word} shots, please!'), shape);
    assert.equal(shapeOf('give me a five-qubit GHZ on IBM Torino with two thousand shots please'), shape);
    assert.equal(shapeOf('give me a 5 qubit GHZ on ionq_forte with 2,000 shots please'), shape);
  });

  it('are found by edits: another value, a slip, a word', () => {
    const training = [text('Estimate the phase of the {unitary} gate with {n} counting qubits.')];
    const found = (words: string): number => nearestTexts([text(words)], training).length;
    assert.equal(found('Estimate the phase of the S gate with four counting qubits.'), 1);
    assert.equal(found('estimat the fase of teh S gate with 4 counting qbits'), 1);
    assert.equal(found('With four qubits for counting, what is the phase of S?'), 0);
  });

  it('are not those that must be answered differently, nor texts of a few words', () => {
    const training = [text('Create a GHZ state on {n} qubits', 'ghz'), text('bell pair on {device}', 'bell')];
    assert.equal(nearestTexts([text('Create a W state on 4 qubits', 'w_state')], training).length, 0);
    assert.equal(nearestTexts([text('Create a GHZ state on 4 qubits', 'ghz')], training).length, 1);
    assert.equal(nearestTexts([text('bell pair on IonQ', 'bell')], training).length, 0);
  });

  it('are found by a shared run of words', () => {
    const sentence = 'so my neighbour who is a baker asked me about';
    const [found] = sharedRuns([text(`${sentence} qubits`)], [text(`well ${sentence} bread`)]);
    assert.equal(found?.found, 'so my neighbour who is a baker asked');
    const values = (n: number): string =>
      `a GHZ of ${n} qubits and then a W of ${n} qubits and then a QFT of ${n} qubits`;
    assert.equal(sharedRuns([text(values(3))], [text(values(4))]).length, 1);
  });

  it('of the development sets are not in the training phrasings', () => {
    const [development, training] = [developmentTexts(), trainingTexts()];
    assert.ok(development.length >= 700 && training.length >= 7000, `${development.length}, ${training.length}`);
    const found = nearDuplicates(development, training);
    assert.deepEqual(
      found.map(({ development, training, found }) => `${development.place} ${training.place}: ${found}`),
      [],
    );
  }).timeout(60_000);
});
