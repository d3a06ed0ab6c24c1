import assert from 'node:assert/strict';
import type { Circuit, Gate, GateName } from '@bioql/language/circuit';
import { qubitRange } from '@bioql/language/circuit-builder';
import { createRandom, type Random } from '@bioql/language/random';
import {
  MAX_SIMULATED_QUBITS,
  outcomeProbabilities,
  type StateVector,
  simulate,
  stateCursor,
  TooManyQubits,
} from '@bioql/language/simulator';
import { applyGate } from '@bioql/language/simulator/apply-gate';

type Complex = readonly [re: number, im: number];
type Dense = readonly (readonly Complex[])[];

const R = Math.SQRT1_2;
const expi = (angle: number): Complex => [Math.cos(angle), Math.sin(angle)];
const real = (rows: readonly (readonly number[])[]): Dense => rows.map((row) => row.map((value) => [value, 0]));
const diagonal = (one: Complex, other: Complex): Dense => [
  [one, [0, 0]],
  [[0, 0], other],
];

/** The textbook matrix of each gate, on its targets alone; bit 0 of an index is the first target. */
const TEXTBOOK: Record<GateName, (angle: number) => Dense> = {
  x: () =>
    real([
      [0, 1],
      [1, 0],
    ]),
  y: () => [
    [
      [0, 0],
      [0, -1],
    ],
    [
      [0, 1],
      [0, 0],
    ],
  ],
  z: () => diagonal([1, 0], [-1, 0]),
  h: () =>
    real([
      [R, R],
      [R, -R],
    ]),
  s: () => diagonal([1, 0], [0, 1]),
  sdg: () => diagonal([1, 0], [0, -1]),
  t: () => diagonal([1, 0], expi(Math.PI / 4)),
  tdg: () => diagonal([1, 0], expi(-Math.PI / 4)),
  p: (angle) => diagonal([1, 0], expi(angle)),
  rz: (angle) => diagonal(expi(-angle / 2), expi(angle / 2)),
  rx: (angle) => [
    [
      [Math.cos(angle / 2), 0],
      [0, -Math.sin(angle / 2)],
    ],
    [
      [0, -Math.sin(angle / 2)],
      [Math.cos(angle / 2), 0],
    ],
  ],
  ry: (angle) =>
    real([
      [Math.cos(angle / 2), -Math.sin(angle / 2)],
      [Math.sin(angle / 2), Math.cos(angle / 2)],
    ]),
  swap: () =>
    real([
      [1, 0, 0, 0],
      [0, 0, 1, 0],
      [0, 1, 0, 0],
      [0, 0, 0, 1],
    ]),
};
const NAMES = Object.keys(TEXTBOOK) as GateName[];

const bitsAt = (index: number, qubits: readonly number[]): number =>
  qubits.reduce((bits, qubit, at) => bits + (Math.floor(index / 2 ** qubit) % 2) * 2 ** at, 0);

/** The whole matrix of a gate among `size` basis states, element by element. */
function denseOf({ name, targets, controls, angle = 0 }: Gate, size: number): Dense {
  const small = TEXTBOOK[name](angle);
  const qubits = qubitRange(0, Math.log2(size));
  const others = qubits.filter((qubit) => !targets.includes(qubit));
  const isOn = (index: number): boolean => controls.every((qubit) => bitsAt(index, [qubit]) === 1);
  const element = (row: number, column: number): Complex => {
    if (!isOn(column)) return [row === column ? 1 : 0, 0];
    if (bitsAt(row, others) !== bitsAt(column, others)) return [0, 0];
    return small[bitsAt(row, targets)]?.[bitsAt(column, targets)] ?? [Number.NaN, 0];
  };
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => element(row, column)));
}

function times(matrix: Dense, { re, im }: StateVector): StateVector {
  const sum = (row: readonly Complex[], part: (a: Complex, re: number, im: number) => number): number =>
    row.reduce(
      (total, element, column) => total + part(element, re[column] ?? Number.NaN, im[column] ?? Number.NaN),
      0,
    );
  return {
    re: Float64Array.from(matrix, (row) => sum(row, ([a, b], c, d) => a * c - b * d)),
    im: Float64Array.from(matrix, (row) => sum(row, ([a, b], c, d) => a * d + b * c)),
  };
}

const normOf = ({ re, im }: StateVector): number =>
  re.reduce((sum, value, at) => sum + value ** 2 + (im[at] ?? Number.NaN) ** 2, 0);

function randomState(qubits: number, random: Random): StateVector {
  const part = () => Float64Array.from({ length: 2 ** qubits }, () => random.next() - 0.5);
  const [re, im] = [part(), part()];
  const length = Math.sqrt(normOf({ re, im }));
  return { re: re.map((value) => value / length), im: im.map((value) => value / length) };
}

function randomGate(qubits: number, name: GateName, controls: number, random: Random): Gate {
  const order = qubitRange(0, qubits)
    .map((qubit) => [random.next(), qubit] as const)
    .sort(([a], [b]) => a - b)
    .map(([, qubit]) => qubit);
  const targets = name === 'swap' ? 2 : 1;
  return {
    name,
    targets: order.slice(0, targets),
    controls: order.slice(targets, targets + controls),
    ...(/^(r.|p)$/.test(name) && { angle: (random.next() - 0.5) * 4 * Math.PI }),
  };
}

const circuitOf = (qubits: number, gates: readonly Gate[]): Circuit => ({
  qubits,
  gates,
  stages: [],
  measured: qubitRange(0, qubits),
});

const randomCircuit = (qubits: number, length: number, random: Random): Circuit =>
  circuitOf(
    qubits,
    Array.from({ length }, () => randomGate(qubits, random.pick(NAMES), random.between(0, 3), random)),
  );

function assertClose(actual: StateVector, expected: StateVector, what: string): void {
  const furthest = Math.max(
    ...expected.re.map((value, at) => Math.abs(value - (actual.re[at] ?? Number.NaN))),
    ...expected.im.map((value, at) => Math.abs(value - (actual.im[at] ?? Number.NaN))),
  );
  assert.ok(furthest < 1e-12, `${what}: off by ${furthest}`);
}

describe('the simulator', () => {
  for (const name of NAMES) {
    it(`applies ${name} with 0 to 3 controls as its matrix does, wherever it stands`, () => {
      const random = createRandom(NAMES.indexOf(name));
      for (const controls of [0, 1, 2, 3]) {
        for (let place = 0; place < 8; place += 1) {
          const state = randomState(5, random);
          const gate = randomGate(5, name, controls, random);
          const expected = times(denseOf(gate, 32), state);
          applyGate(state, gate);
          assertClose(state, expected, JSON.stringify(gate));
        }
      }
    });
  }

  it('runs a circuit from |0...0>, or its first gates, as the product of the matrices does', () => {
    const circuit = randomCircuit(5, 60, createRandom(1));
    let expected = simulate(circuit, 0);
    assert.deepEqual([...expected.re, ...expected.im], [1, ...new Array(63).fill(0)]);
    circuit.gates.forEach((gate, at) => {
      expected = times(denseOf(gate, 32), expected);
      if (at % 7 === 0) assertClose(simulate(circuit, at + 1), expected, `${at + 1} gates`);
    });
    assertClose(simulate(circuit), expected, 'all gates');
  });

  it('keeps the norm over 1,000 gates', () => {
    assert.ok(Math.abs(normOf(simulate(randomCircuit(12, 1000, createRandom(2)))) - 1) < 1e-12);
  });

  it('moves to any place in a circuit, forwards and backwards', () => {
    const circuit = randomCircuit(6, 80, createRandom(3));
    const stateAfter = stateCursor(circuit);
    for (const count of [0, 10, 11, 80, 79, 60, 3, 40, 39, 0, 80]) {
      assertClose(stateAfter(count), simulate(circuit, count), `${count} gates`);
    }
  });

  it('takes as many qubits as it says, and refuses one more by code', () => {
    const most = simulate(circuitOf(MAX_SIMULATED_QUBITS, []));
    assert.equal(most.re.length, 2 ** MAX_SIMULATED_QUBITS);
    assert.throws(
      () => simulate(circuitOf(MAX_SIMULATED_QUBITS + 1, [])),
      (error) => error instanceof TooManyQubits && error.code === 'too_many_qubits',
    );
  });
});

describe('outcome probabilities', () => {
  const state = randomState(12, createRandom(4));
  const MEASURED: Record<string, readonly number[]> = {
    'all qubits in order': qubitRange(0, 12),
    'the lowest qubits': [0, 1, 2],
    'all qubits in another order': qubitRange(0, 12).reverse(),
    'some qubits': [11, 3, 7],
    'one qubit': [10],
    'no qubit': [],
  };
  for (const [what, measured] of Object.entries(MEASURED)) {
    it(`are the marginals of ${what}`, () => {
      const expected = new Array<number>(2 ** measured.length).fill(0);
      state.re.forEach((re, index) => {
        const outcome = bitsAt(index, measured);
        expected[outcome] = (expected[outcome] ?? Number.NaN) + re ** 2 + (state.im[index] ?? Number.NaN) ** 2;
      });
      const actual = outcomeProbabilities(state, measured);
      assert.equal(actual.length, expected.length);
      actual.forEach((value, outcome) => {
        assert.ok(Math.abs(value - (expected[outcome] ?? Number.NaN)) < 1e-14, `outcome ${outcome}`);
      });
    });
  }

  it('of few qubits need no table of their bits', () => {
    const plus = simulate(circuitOf(2, [{ name: 'x', targets: [1], controls: [] }]));
    assert.deepEqual([...outcomeProbabilities(plus, [1, 0])], [0, 1, 0, 0]);
  });
});
