import { diagonalOf, type Ising } from '../ising.ts';
import { minimise, type Slope } from '../minimise.ts';
import { landscape } from './qaoa-landscape.ts';

/** The angles of QAOA, in radians, one of each a layer. */
export interface QaoaAngles {
  /** The objective C acts as exp(-i gamma C). */
  readonly gammas: readonly number[];
  /** The mixer, the sum B of all X, acts as exp(-i beta B). */
  readonly betas: readonly number[];
}

/** Angles in units that do not depend on the instance's size or scale: all gammas, then all betas. */
type Vector = readonly number[];

const GRID = 16;
const FIRST = { maxSteps: 60, tolerance: 1e-12 };
const FURTHER_TOLERANCE = 1e-8;
/** Steps of the search times depth, qubits and amplitudes: what one more layer may cost, on any instance. */
const FURTHER_WORK = 500_000;
const MAX_FURTHER_STEPS = 100;
/** What a search may lose to the layers before it; if it loses more, the new layer stays idle. */
const SLACK = 1e-6;

/** The size of an objective's terms for one qubit, so that gamma times it is comparable between instances. */
function scaleOf({ qubits, fields, couplings }: Ising): number {
  const squares = [...fields, ...couplings.map(({ weight }) => weight)].reduce((sum, weight) => sum + weight ** 2, 0);
  return squares === 0 ? 1 : Math.sqrt(squares / qubits);
}

/**
 * Angles that bring the mean of the objective to a maximum, by search on the exact state: deterministic. One layer: the
 * best point of a grid, then BFGS. Each further layer starts from the angles before it, interpolated (INTERP: Zhou et
 * al., arXiv:1812.01041), so that more layers are never worse (by over 1e-6 each).
 */
export function findAngles(objective: Ising, layers: number): QaoaAngles {
  const scale = scaleOf(objective);
  const values = diagonalOf(objective).map((value) => (value - objective.constant) / scale);
  const slopeAt = landscape(values);
  const floor = -values.reduce((most, value) => Math.max(most, value));
  let best = minimise(slopeAt, bestOfGrid(slopeAt), { ...FIRST, floor });
  for (let depth = 2; depth <= layers; depth += 1) {
    const longer = minimise(slopeAt, interpolated(best.at), {
      maxSteps: Math.min(MAX_FURTHER_STEPS, Math.ceil(FURTHER_WORK / (depth * objective.qubits * values.length))),
      tolerance: FURTHER_TOLERANCE,
      floor,
    });
    best = longer.value < best.value + SLACK ? longer : { at: withIdleLayer(best.at), value: best.value };
  }
  return anglesOf(best.at, objective);
}

/** The angles of one instance for another of the same problem: gammas go with the inverse of the objective's scale. */
export function transferAngles(found: QaoaAngles, from: Ising, to: Ising): QaoaAngles {
  const ratio = scaleOf(from) / scaleOf(to);
  return { gammas: found.gammas.map((gamma) => gamma * ratio), betas: found.betas };
}

const anglesOf = (vector: Vector, objective: Ising): QaoaAngles => ({
  gammas: vector.slice(0, vector.length / 2).map((gamma) => gamma / scaleOf(objective)),
  betas: vector.slice(vector.length / 2),
});

function halves(vector: Vector): [Vector, Vector] {
  return [vector.slice(0, vector.length / 2), vector.slice(vector.length / 2)];
}

const withIdleLayer = (vector: Vector): Vector => halves(vector).flatMap((half) => [...half, 0]);

/** One layer more along the same course. */
const interpolated = (vector: Vector): Vector =>
  halves(vector).flatMap((half) =>
    Array.from(Array(half.length + 1), (_, at) => {
      const [before = 0, here = 0] = [half[at - 1], half[at]];
      return (at * before + (half.length - at) * here) / half.length;
    }),
  );

function bestOfGrid(slopeAt: (vector: Vector) => Slope): Vector {
  let best = { at: [0, 0] as Vector, value: Number.POSITIVE_INFINITY };
  for (let row = 1; row <= GRID; row += 1) {
    for (let column = 0; column < GRID; column += 1) {
      const at = [(row / GRID) * (Math.PI / 2), (column / GRID - 0.5) * Math.PI];
      const { value } = slopeAt(at);
      if (value < best.value) best = { at, value };
    }
  }
  return best.at;
}
