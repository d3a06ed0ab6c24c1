/** A weight on the product Z_a Z_b. */
export interface Coupling {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** A diagonal operator: constant + sum of fields[k] Z_k + sum of weight Z_a Z_b, where Z is +1 on bit 0 and -1 on 1. */
export interface Ising {
  readonly qubits: number;
  readonly constant: number;
  readonly fields: readonly number[];
  readonly couplings: readonly Coupling[];
}

/** Collects a quadratic function of bits x_k in {0, 1}. */
export interface QuadraticBuilder {
  add(value: number): void;
  /** weight x_k */
  linear(k: number, weight: number): void;
  /** weight x_a x_b */
  pair(a: number, b: number, weight: number): void;
  /** weight (target - sum of the x_k)^2 */
  square(bits: readonly number[], target: number, weight: number): void;
}

/** The operator of the function that `body` writes, with x = (1 - Z) / 2. Weights that cancel are left out. */
export function quadraticFunction(qubits: number, body: (builder: QuadraticBuilder) => void): Ising {
  let constant = 0;
  const fields = new Array<number>(qubits).fill(0);
  const weights = new Map<number, number>();
  const field = (k: number, weight: number): void => {
    fields[k] = (fields[k] as number) + weight;
  };
  const linear: QuadraticBuilder['linear'] = (k, weight) => {
    constant += weight / 2;
    field(k, -weight / 2);
  };
  const pair: QuadraticBuilder['pair'] = (a, b, weight) => {
    const key = Math.min(a, b) * qubits + Math.max(a, b);
    weights.set(key, (weights.get(key) ?? 0) + weight / 4);
    constant += weight / 4;
    field(a, -weight / 4);
    field(b, -weight / 4);
  };
  body({
    add(value) {
      constant += value;
    },
    linear,
    pair,
    square(bits, target, weight) {
      constant += weight * target ** 2;
      bits.forEach((a, at) => {
        linear(a, weight * (1 - 2 * target));
        for (const b of bits.slice(at + 1)) pair(a, b, 2 * weight);
      });
    },
  });
  const couplings = [...weights]
    .filter(([, weight]) => Math.abs(weight) > NEGLIGIBLE)
    .map(([key, weight]) => ({ a: Math.floor(key / qubits), b: key % qubits, weight }));
  return { qubits, constant, fields: fields.map((weight) => (Math.abs(weight) > NEGLIGIBLE ? weight : 0)), couplings };
}

const NEGLIGIBLE = 1e-12;

/** The value on each basis state; bit k of an index is qubit k. */
export function diagonalOf({ qubits, constant, fields, couplings }: Ising): Float64Array {
  const matrix = Array.from(Array(qubits), () => new Float64Array(qubits));
  let zeros = constant + fields.reduce((sum, weight) => sum + weight, 0);
  for (const { a, b, weight } of couplings) {
    zeros += weight;
    const [high, low] = [matrix[Math.max(a, b)] as Float64Array, Math.min(a, b)];
    high[low] = (high[low] as number) + weight;
  }
  const values = new Float64Array(2 ** qubits);
  values[0] = zeros;
  // Setting bit k, above all the set bits of `rest`, turns the sign of every term that Z_k is in.
  for (let k = 0; k < qubits; k += 1) {
    const row = matrix[k] as Float64Array;
    const above = matrix.slice(k + 1).reduce((sum, other) => sum + (other[k] as number), fields[k] as number);
    for (let rest = 0; rest < 1 << k; rest += 1) {
      let turned = above;
      for (let low = 0; low < k; low += 1) turned += (rest >> low) & 1 ? -(row[low] as number) : (row[low] as number);
      values[rest | (1 << k)] = (values[rest] as number) - 2 * turned;
    }
  }
  return values;
}
