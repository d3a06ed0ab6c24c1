import assert from 'node:assert/strict';
import { createRandom } from '@bioql/language/random';
import { sampleCounts } from '@bioql/language/sampling';

describe('sampling', () => {
  const probabilities = Float64Array.from({ length: 64 }, (_, at) => (at % 5 === 0 ? 0 : at));
  const sum = probabilities.reduce((total, value) => total + value, 0);
  const exact = probabilities.map((value) => value / sum);
  const sorted = (counts: ReadonlyMap<number, number>) => [...counts].sort(([a], [b]) => a - b);

  it('gives the same counts for a seed, others for another', () => {
    assert.deepEqual(sampleCounts(exact, 1000, 5), sampleCounts(exact, 1000, 5));
    assert.notDeepEqual(sampleCounts(exact, 1000, 5), sampleCounts(exact, 1000, 6));
  });

  it('finds each draw where a search from the start does', () => {
    for (const shots of [1, 3, 1024, 50_000]) {
      const random = createRandom(shots);
      const expected = new Map<number, number>();
      const total = exact.reduce((all, value) => all + value, 0);
      for (let shot = 0; shot < shots; shot += 1) {
        const value = random.next() * total;
        let running = 0;
        const outcome = exact.findIndex((probability) => {
          running += probability;
          return running > value;
        });
        expected.set(outcome, (expected.get(outcome) ?? 0) + 1);
      }
      assert.deepEqual(sorted(sampleCounts(exact, shots, shots)), sorted(expected));
    }
  });

  it('counts every shot, and never an impossible outcome', () => {
    for (const seed of [1, 2, 3]) {
      const counts = sampleCounts(exact, 10_000, seed);
      assert.equal(
        [...counts.values()].reduce((all, count) => all + count, 0),
        10_000,
      );
      for (const outcome of counts.keys()) assert.ok((exact[outcome] ?? 0) > 0, `outcome ${outcome}`);
    }
    assert.deepEqual([...sampleCounts(Float64Array.of(0, 0, 1, 0), 7, 1)], [[2, 7]]);
  });

  it('follows the probabilities over a million shots (chi-square)', () => {
    const shots = 1_000_000;
    const counts = sampleCounts(exact, shots, 11);
    const possible = [...exact.keys()].filter((outcome) => (exact[outcome] ?? 0) > 0);
    const chiSquare = possible.reduce((total, outcome) => {
      const expected = (exact[outcome] ?? 0) * shots;
      return total + ((counts.get(outcome) ?? 0) - expected) ** 2 / expected;
    }, 0);
    const freedom = possible.length - 1;
    assert.ok(Math.abs(chiSquare - freedom) < 4 * Math.sqrt(2 * freedom), `chi-square ${chiSquare} with ${freedom}`);
  });
});
