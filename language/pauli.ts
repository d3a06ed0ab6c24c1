import type { StateVector } from './simulator.ts';

/** Pauli strings with real weights; a string's leftmost letter acts on the highest qubit. */
export type PauliSum = readonly (readonly [string, number])[];

/** A string as bit masks: P|i> is i^`ys` * (-1)^(number of ones of i in `signs`) |i xor flips>. */
interface PauliMasks {
  readonly flips: number;
  readonly signs: number;
  readonly ys: number;
}

function masksOf(label: string): PauliMasks {
  let [flips, signs, ys] = [0, 0, 0];
  [...label].forEach((letter, at) => {
    const bit = 1 << (label.length - 1 - at);
    if (letter === 'X' || letter === 'Y') flips |= bit;
    if (letter === 'Z' || letter === 'Y') signs |= bit;
    if (letter === 'Y') ys += 1;
  });
  return { flips, signs, ys };
}

function parity(bits: number): number {
  let odd = 0;
  for (let left = bits; left !== 0; left &= left - 1) odd ^= 1;
  return odd;
}

/** Powers of the imaginary unit, real and imaginary part. */
const I_POWERS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** The mean value of the sum in a normalised state: exact, with no sampling. */
export function expectation({ re, im }: StateVector, sum: PauliSum): number {
  let total = 0;
  for (const [label, weight] of sum) {
    const { flips, signs, ys } = masksOf(label);
    const [unitRe, unitIm] = I_POWERS[(ys % 4) as 0 | 1 | 2 | 3];
    let value = 0;
    for (let index = 0; index < re.length; index += 1) {
      const to = index ^ flips;
      const [a, b, c, d] = [re[index] as number, im[index] as number, re[to] as number, im[to] as number];
      const overlap = unitRe * (a * c + b * d) - unitIm * (b * c - a * d);
      value += parity(index & signs) === 1 ? -overlap : overlap;
    }
    total += weight * value;
  }
  return total;
}

/** The matrix of a sum whose strings have an even number of Y each, and which is therefore real. */
export function realMatrixOf(sum: PauliSum): number[][] {
  const size = 2 ** (sum[0]?.[0].length ?? 0);
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const [label, weight] of sum) {
    const { flips, signs, ys } = masksOf(label);
    if (ys % 2 === 1) throw new RangeError(`${label} is not real`);
    matrix.forEach((_, column) => {
      const row = matrix[column ^ flips] as number[];
      const sign = parity(column & signs) === (ys % 4) / 2 ? 1 : -1;
      row[column] = (row[column] as number) + sign * weight;
    });
  }
  return matrix;
}

/** The lowest eigenvalue of such a sum, by Jacobi rotations of its matrix: for a few qubits. */
export function groundEnergy(sum: PauliSum): number {
  const matrix = realMatrixOf(sum);
  const at = (i: number, j: number): number => matrix[i]?.[j] as number;
  const size = matrix.length;
  for (let sweep = 0; sweep < 50; sweep += 1) {
    let off = 0;
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        off += at(p, q) ** 2;
        rotate(matrix, p, q, 0.5 * Math.atan2(2 * at(p, q), at(q, q) - at(p, p)));
      }
    }
    if (off < 1e-30) break;
  }
  return Math.min(...matrix.map((row, i) => row[i] as number));
}

/** Turns rows and columns p and q by `angle`. */
function rotate(matrix: number[][], p: number, q: number, angle: number): void {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  for (const row of matrix) {
    const [x, y] = [row[p] as number, row[q] as number];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
  const [rowP, rowQ] = [matrix[p] as number[], matrix[q] as number[]];
  rowP.forEach((x, k) => {
    const y = rowQ[k] as number;
    rowP[k] = c * x - s * y;
    rowQ[k] = s * x + c * y;
  });
}
