/** A function's value and its gradient. */
export interface Slope {
  readonly value: number;
  readonly gradient: readonly number[];
}

export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
}

export interface Stopping {
  readonly maxSteps: number;
  readonly tolerance: number;
  /** A value that the function is never below. */
  readonly floor: number;
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] as number), 0);
const plus = (a: readonly number[], b: readonly number[], scale: number): number[] =>
  a.map((value, at) => value + scale * (b[at] as number));
const identity = (size: number): number[][] =>
  Array.from(Array(size), (_, i) => Array.from(Array(size), (_, j) => Number(i === j)));

/**
 * A local minimum by BFGS with a halving line search: deterministic, and never above the start. Stops after
 * `maxSteps`, when a step lowers the value by less than `tolerance`, or that close to `floor`.
 */
export function minimise(
  slopeAt: (at: readonly number[]) => Slope,
  start: readonly number[],
  { maxSteps, tolerance, floor }: Stopping,
): Minimum {
  let at = start;
  let here = slopeAt(at);
  let inverse = identity(start.length);
  for (let step = 0; step < maxSteps && here.value > floor + tolerance; step += 1) {
    let direction = inverse.map((row) => -dot(row, here.gradient));
    if (dot(direction, here.gradient) >= 0) {
      inverse = identity(start.length);
      direction = here.gradient.map((value) => -value);
    }
    const decline = dot(direction, here.gradient);
    let length = Math.min(1, 1 / Math.hypot(...direction));
    let next = slopeAt(plus(at, direction, length));
    while (next.value > here.value + 1e-4 * length * decline && length > 1e-6) {
      length /= 2;
      next = slopeAt(plus(at, direction, length));
    }
    const gain = here.value - next.value;
    if (gain <= 0) break;
    const moved = direction.map((value) => value * length);
    inverse = updated(inverse, moved, plus(next.gradient, here.gradient, -1));
    at = plus(at, moved, 1);
    here = next;
    if (gain < tolerance) break;
  }
  return { at, value: here.value };
}

/** The BFGS update of an inverse Hessian, by a step and the change of the gradient along it. */
function updated(inverse: number[][], step: readonly number[], change: readonly number[]): number[][] {
  const curvature = dot(step, change);
  if (curvature <= 1e-14) return inverse;
  const product = inverse.map((row) => dot(row, change));
  const scale = (1 + dot(change, product) / curvature) / curvature;
  return inverse.map((row, i) =>
    row.map((value, j) => {
      const [si, sj, pi, pj] = [step[i], step[j], product[i], product[j]] as [number, number, number, number];
      return value + scale * si * sj - (pi * sj + si * pj) / curvature;
    }),
  );
}
