import assert from 'node:assert/strict';
import type { Algorithm, ProblemCode, Slots } from '../algorithm.ts';
import { backendNamed } from '../backends.ts';
import { normalize } from '../normalize.ts';
import { createRandom } from '../random.ts';
import { readRequest } from '../request.ts';
import { outcomeProbabilities, simulate } from '../simulator.ts';

/** What is expected of an algorithm's texts. */
export interface Texts<S extends Slots> {
  readonly canonical: readonly (readonly [S, string])[];
  /** Other spellings of programs, with the slots that they read as. */
  readonly spellings: readonly (readonly [string, S])[];
  readonly otherPrograms: readonly string[];
  readonly broken: readonly (readonly [S, ProblemCode])[];
  /** Requests in free words; `undefined` where they are none for this algorithm. */
  readonly requests: readonly (readonly [string, S | undefined])[];
}

const OTHERS = ['', 'Create Bell state', 'Create 3-qubit GHZ state', 'Run Grover search on 3 qubits for 101', 'a b c'];

export const readBy = <S extends Slots>(algorithm: Algorithm<S>, program: string): S | undefined =>
  algorithm.read(normalize(program), program.replace(/\s+/g, ' ').trim());

/** Exact outcome probabilities of 1e-12 and more. */
export function probabilitiesOf<S extends Slots>(algorithm: Algorithm<S>, slots: S): Map<string, number> {
  const circuit = algorithm.circuit(slots);
  assert.ok(circuit);
  const exact = outcomeProbabilities(simulate(circuit), circuit.measured);
  const named = [...exact].map((p, at) => [at.toString(2).padStart(circuit.measured.length, '0'), p] as const);
  return new Map(named.filter(([, p]) => p > 1e-12));
}

/** Asserts probabilities to 1e-9; outcomes that are not named have none. */
export function assertOutcomes(actual: ReadonlyMap<string, number>, expected: Readonly<Record<string, number>>): void {
  assert.deepEqual([...actual.keys()].sort(), Object.keys(expected).sort());
  for (const [outcome, p] of Object.entries(expected)) {
    assert.ok(Math.abs((actual.get(outcome) ?? 0) - p) < 1e-9, `${outcome}: ${actual.get(outcome)}, not ${p}`);
  }
}

/** The contract of every algorithm, on one algorithm's texts. */
export function describeTexts<S extends Slots>(algorithm: Algorithm<S>, texts: Texts<S>): void {
  const simulator = backendNamed('simulator');
  assert.ok(simulator);

  it('reads what it writes, and samples what is valid', () => {
    const random = createRandom(5);
    for (let at = 0; at < 300; at += 1) {
      const slots = algorithm.sample(random);
      assert.deepEqual(readBy(algorithm, algorithm.write(slots)), slots, algorithm.write(slots));
      assert.equal(algorithm.check(slots, simulator), undefined);
      assert.equal(algorithm.circuit(slots)?.qubits, algorithm.qubits(slots));
    }
    for (const [slots, program] of texts.canonical) assert.equal(algorithm.write(slots), program);
  });

  it('reads other spellings', () => {
    for (const [text, slots] of texts.spellings) assert.deepEqual(readBy(algorithm, text), slots, text);
  });

  it('does not read other programs', () => {
    for (const text of [...OTHERS, ...texts.otherPrograms]) assert.equal(readBy(algorithm, text), undefined, text);
  });

  it('names the first limit that is broken', () => {
    for (const [slots, code] of texts.broken) assert.equal(algorithm.check(slots, simulator), code);
  });

  it('reads requests in English and Spanish', () => {
    for (const [prompt, slots] of texts.requests) {
      assert.deepEqual(algorithm.fromRequest(readRequest(prompt)), slots, prompt);
    }
  });

  it('explains itself briefly', () => {
    const random = createRandom(6);
    for (let at = 0; at < 50; at += 1) {
      const slots = algorithm.sample(random);
      for (const lang of ['en', 'es'] as const) {
        const text = algorithm.reasoning(slots, lang, 'simulator, 1024 shots');
        assert.ok(text.split(' ').length <= 50, text);
        assert.match(text, /, simulator, 1024 shots\. /);
      }
    }
  });
}
