import type { StateVector } from './state-vector.ts';

/**
 * Which amplitudes a gate mixes: for every setting of the bits outside `fixed`, the two basis states that hold `zero` and `one` in
 * the bits of `fixed`, which are the gate's targets and controls.
 *
 * Each kernel walks those settings only. `((free | fixed) + 1) & ~fixed` is the next one: the fixed bits are filled so that the
 * carry runs through them, then cleared. The walk ends at the state's length, and costs the same whichever qubits are fixed.
 */
export interface Pairs {
  readonly fixed: number;
  readonly zero: number;
  readonly one: number;
}

/** Pairs of which only one half changes. */
export type Half = Omit<Pairs, 'zero'>;

/** A real 2 by 2 matrix by rows. */
export type RealMatrix = readonly [number, number, number, number];

/** A complex 2 by 2 matrix by rows, real and imaginary parts in turn. */
export type Matrix = readonly [number, number, number, number, number, number, number, number];

/** Multiplies the amplitude of each `one` by c + is. */
export function multiply({ re, im }: StateVector, { fixed, one }: Half, [c, s]: readonly [number, number]): void {
  const size = re.length;
  for (let free = 0; free < size; free = ((free | fixed) + 1) & ~fixed) {
    const at = free | one;
    const real = re[at] as number;
    const imaginary = im[at] as number;
    re[at] = c * real - s * imaginary;
    im[at] = c * imaginary + s * real;
  }
}

/** Exchanges the two amplitudes of each pair. */
export function exchange({ re, im }: StateVector, { fixed, zero, one }: Pairs): void {
  const size = re.length;
  for (let free = 0; free < size; free = ((free | fixed) + 1) & ~fixed) {
    const a = free | zero;
    const b = free | one;
    const real = re[a] as number;
    const imaginary = im[a] as number;
    re[a] = re[b] as number;
    im[a] = im[b] as number;
    re[b] = real;
    im[b] = imaginary;
  }
}

/** Multiplies each pair by a real matrix, with half the work of `mix`. */
export function mixReal({ re, im }: StateVector, { fixed, zero, one }: Pairs, [a, b, c, d]: RealMatrix): void {
  const size = re.length;
  for (let free = 0; free < size; free = ((free | fixed) + 1) & ~fixed) {
    const at = free | zero;
    const other = free | one;
    const zr = re[at] as number;
    const zi = im[at] as number;
    const or = re[other] as number;
    const oi = im[other] as number;
    re[at] = a * zr + b * or;
    im[at] = a * zi + b * oi;
    re[other] = c * zr + d * or;
    im[other] = c * zi + d * oi;
  }
}

/** Multiplies each pair by a matrix. */
export function mix({ re, im }: StateVector, { fixed, zero, one }: Pairs, matrix: Matrix): void {
  const [ar, ai, br, bi, cr, ci, dr, di] = matrix;
  const size = re.length;
  for (let free = 0; free < size; free = ((free | fixed) + 1) & ~fixed) {
    const at = free | zero;
    const other = free | one;
    const zr = re[at] as number;
    const zi = im[at] as number;
    const or = re[other] as number;
    const oi = im[other] as number;
    re[at] = ar * zr - ai * zi + br * or - bi * oi;
    im[at] = ar * zi + ai * zr + br * oi + bi * or;
    re[other] = cr * zr - ci * zi + dr * or - di * oi;
    im[other] = cr * zi + ci * zr + dr * oi + di * or;
  }
}
