import assert from 'node:assert/strict';
import {
  compareRuns,
  distanceToIdeal,
  idealDistance,
  type SampledRun,
  sampleDistance,
  seedOfStep,
} from '../compare-runs.ts';
import { sampleCounts } from '../sampling.ts';
import { expectedDistance, expectedNoise, meanDeviation, meanGap } from '../sampling-noise.ts';

const near = (value: number, wanted: number, tolerance = 1e-12) =>
  assert.ok(Math.abs(value - wanted) <= tolerance, `${value} is not ${wanted}`);

const COIN = Float64Array.of(0.5, 0.5);
const BELL = Float64Array.of(0.5, 0, 0, 0.5);
const UNIFORM = Float64Array.of(0.25, 0.25, 0.25, 0.25);

const choose = (n: number, k: number): number =>
  Array.from({ length: k }, (_, at) => (n - at) / (at + 1)).reduce((product, factor) => product * factor, 1);

const run = (step: number, exact: Float64Array, counts: readonly (readonly [number, number])[]): SampledRun => ({
  step,
  exact,
  shots: counts.reduce((sum, [, count]) => sum + count, 0),
  counts: new Map(counts),
});

describe('the noise of a sample', () => {
  it('is half a coin for one throw, and has a closed form for more', () => {
    near(meanDeviation(1, 0.5), 0.5);
    // For a fair coin and 2k throws: C(2k, k) / 2^(2k+1).
    for (const k of [1, 2, 5, 20, 200]) {
      const share = Array.from({ length: k }, (_, at) => (k + at + 1) / (at + 1) / 4).reduce((a, b) => a * b, 1);
      near(meanDeviation(2 * k, 0.5), share / 2, 1e-14);
    }
  });

  it('is the sum over all numbers of hits', () => {
    for (const [shots, probability] of [
      [3, 0.2],
      [7, 0.9],
      [12, 1 / 3],
      [40, 0.01],
    ] as const) {
      let sum = 0;
      for (let hits = 0; hits <= shots; hits += 1)
        sum +=
          choose(shots, hits) *
          probability ** hits *
          (1 - probability) ** (shots - hits) *
          Math.abs(hits / shots - probability);
      near(meanDeviation(shots, probability), sum);
    }
  });

  it('falls with the root of the shots', () => {
    near(meanDeviation(1_000_000, 0.5) / Math.sqrt(0.5 / (Math.PI * 1_000_000)), 1, 1e-6);
    near(expectedNoise({ shots: 1024, exact: BELL }), Math.sqrt(0.5 / (Math.PI * 1024)), 1e-5);
  });

  it('is nothing where nothing is left to chance', () => {
    for (const probability of [0, 1]) near(meanDeviation(100, probability), 0);
    near(expectedNoise({ shots: 1, exact: Float64Array.of(0, 1) }), 0);
    near(expectedDistance({ shots: 5, exact: Float64Array.of(0, 1) }, { shots: 7, exact: Float64Array.of(1, 0) }), 1);
  });

  it('is between almost all and all when there are far more outcomes than shots', () => {
    const exact = new Float64Array(2 ** 16).fill(2 ** -16);
    const noise = expectedNoise({ shots: 100, exact });
    near(noise, (1 - 2 ** -16) ** 100, 1e-9);
  });
});

describe('the distance of two samples', () => {
  it('is the sum over all pairs of numbers of hits', () => {
    for (const [n, p, m, q] of [
      [1, 0.5, 1, 0.5],
      [3, 0.2, 5, 0.7],
      [8, 0.5, 3, 0.5],
      [6, 0, 4, 0.3],
      [6, 1, 4, 0.3],
    ] as const) {
      let sum = 0;
      for (let i = 0; i <= n; i += 1)
        for (let j = 0; j <= m; j += 1)
          sum +=
            choose(n, i) *
            p ** i *
            (1 - p) ** (n - i) *
            choose(m, j) *
            q ** j *
            (1 - q) ** (m - j) *
            Math.abs(i / n - j / m);
      near(meanGap({ shots: n, probability: p }, { shots: m, probability: q }), sum);
    }
  });

  it('goes to the noise of one when the other is large', () => {
    near(
      expectedDistance({ shots: 500, exact: BELL }, { shots: 1_000_000, exact: BELL }),
      expectedNoise({ shots: 500, exact: BELL }),
      1e-4,
    );
    const both = expectedDistance({ shots: 1024, exact: COIN }, { shots: 2000, exact: COIN });
    near(both, Math.sqrt((1 / 1024 + 1 / 2000) / (2 * Math.PI)), 1e-5);
  });

  it('is what seeded samples have on average', () => {
    const [a, b] = [
      { shots: 200, exact: UNIFORM },
      { shots: 300, exact: BELL },
    ];
    let [same, apart] = [0, 0];
    const times = 4000;
    for (let seed = 0; seed < times; seed += 1) {
      const drawn = (ideal: typeof a, step: number): SampledRun => ({
        ...ideal,
        step,
        counts: sampleCounts(ideal.exact, ideal.shots, seedOfStep(seed * 7919, step)),
      });
      same += sampleDistance(drawn(a, 1), drawn({ ...a, shots: 300 }, 2)) / times;
      apart += sampleDistance(drawn(a, 1), drawn(b, 2)) / times;
    }
    near(same, expectedDistance(a, { ...a, shots: 300 }), 1e-3);
    near(apart, expectedDistance(a, b), 1e-3);
  });
});

describe('a comparison of runs', () => {
  const first = run(1, BELL, [
    [0, 60],
    [3, 40],
  ]);
  const second = run(3, UNIFORM, [
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 1],
  ]);

  it('measures total variation', () => {
    near(idealDistance(BELL, UNIFORM), 0.5);
    near(idealDistance(BELL, BELL), 0);
    near(distanceToIdeal(first), 0.1);
    near(sampleDistance(first, second), 0.5);
    near(sampleDistance(first, run(2, BELL, [[3, 7]])), 0.6);
  });

  it('takes runs of as many bits, each pair once', () => {
    const third = run(4, BELL, [
      [0, 5],
      [3, 5],
    ]);
    const alone = run(2, COIN, [[0, 1]]);
    const [comparison, ...more] = compareRuns([first, alone, second, third], 16);
    assert.deepEqual(more, []);
    assert.equal(comparison?.bits, 2);
    assert.deepEqual(
      comparison?.runs.map(({ step, shots }) => [step, shots]),
      [
        [1, 100],
        [3, 4],
        [4, 10],
      ],
    );
    assert.deepEqual(
      comparison?.pairs.map((pair) => [pair.first, pair.second]),
      [
        [1, 3],
        [1, 4],
        [3, 4],
      ],
    );
    assert.deepEqual(compareRuns([first, alone], 16), []);
  });

  it('shows the likeliest outcomes in order, and sums up the rest of each run', () => {
    const [all] = compareRuns([first, second], 16);
    assert.deepEqual(
      all?.rows.map(({ bits }) => bits),
      ['00', '01', '10', '11'],
    );
    assert.deepEqual(all?.rows[0]?.cells, [
      { probability: 0.5, count: 60 },
      { probability: 0.25, count: 1 },
    ]);
    assert.equal(all?.others, undefined);
    const [few] = compareRuns([first, second], 2);
    assert.deepEqual(
      few?.rows.map(({ bits }) => bits),
      ['00', '11'],
    );
    assert.deepEqual(few?.others, [
      { outcomes: 2, probability: 0, count: 0 },
      { outcomes: 2, probability: 0.5, count: 2 },
    ]);
  });

  it('draws each step with a seed of its own', () => {
    assert.deepEqual([seedOfStep(7, 1), seedOfStep(7, 2), seedOfStep(2 ** 32 - 1, 2)], [7, 8, 0]);
  });
});
