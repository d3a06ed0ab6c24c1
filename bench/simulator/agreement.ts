import type { Circuit } from '@bioql/language/circuit';
import { qubitRange } from '@bioql/language/circuit-builder';
import { outcomeProbabilities, type StateVector, simulate } from '@bioql/language/simulator';

type Counts = Readonly<Record<string, number>>;

/** Standard errors beyond which samples are not of the circuit; there are thousands of comparisons in a run. */
const MAX_ERRORS = 7;
const WINDOW = 4;

/** Whether counts, highest qubit leftmost, can come from the circuit: as a whole, and in every few neighbouring qubits. */
export function isSampleOf(circuit: Circuit, counts: Counts): boolean {
  const state = simulate(circuit);
  const windows = qubitRange(0, circuit.qubits - WINDOW + 1);
  return isLikely(state, circuit, counts) && windows.every((from) => hasMarginals(state, from, counts));
}

const shotsOf = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** The mean probability of what was drawn is the sum of the squared probabilities, give or take its error. */
function isLikely(state: StateVector, { measured }: Circuit, counts: Counts): boolean {
  const exact = outcomeProbabilities(state, measured);
  const squares = exact.reduce((sum, value) => sum + value ** 2, 0);
  const cubes = exact.reduce((sum, value) => sum + value ** 3, 0);
  const shots = shotsOf(counts);
  const drawn = Object.entries(counts).map(([bits, count]) => count * (exact[Number.parseInt(bits, 2)] ?? 0));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / shots;
  return Math.abs(mean - squares) <= MAX_ERRORS * Math.sqrt(Math.max(0, cubes - squares ** 2) / shots) + 1e-9;
}

/** Chi-square of the outcomes of the qubits `from` and up; the 1 keeps what is expected less than once from weighing in. */
function hasMarginals(state: StateVector, from: number, counts: Counts): boolean {
  const exact = outcomeProbabilities(state, qubitRange(from, from + WINDOW));
  const seen = new Float64Array(exact.length);
  for (const [bits, count] of Object.entries(counts)) {
    const outcome = (Number.parseInt(bits, 2) >> from) % exact.length;
    seen[outcome] = (seen[outcome] ?? 0) + count;
  }
  const shots = shotsOf(counts);
  const freedom = exact.length - 1;
  const chiSquare = exact.reduce(
    (sum, value, at) => sum + ((seen[at] ?? 0) - value * shots) ** 2 / (value * shots + 1),
    0,
  );
  return chiSquare <= freedom + MAX_ERRORS * Math.sqrt(2 * freedom);
}
