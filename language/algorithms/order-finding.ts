/** The exact power modulo N of small whole numbers (N below 2^26). */
export function powerModulo(base: number, exponent: number, modulus: number): number {
  let [result, square] = [1 % modulus, base % modulus];
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

export const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

/** The prime factors of a whole number, smallest first, with repetitions. */
export function primeFactors(number: number): readonly number[] {
  const factors: number[] = [];
  let left = number;
  for (let divisor = 2; divisor * divisor <= left; divisor += 1) {
    while (left % divisor === 0) {
      factors.push(divisor);
      left /= divisor;
    }
  }
  return left > 1 ? [...factors, left] : factors;
}

/** A reduced fraction that an outcome is close to. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** The convergents of `numerator / denominator` whose own denominator is below `limit`, coarsest first. */
export function convergents(numerator: number, denominator: number, limit: number): readonly Fraction[] {
  const found: Fraction[] = [];
  let [top, bottom] = [numerator, denominator];
  let [last, now]: [Fraction, Fraction] = [
    { numerator: 0, denominator: 1 },
    { numerator: 1, denominator: 0 },
  ];
  while (bottom > 0) {
    const whole = Math.floor(top / bottom);
    const next = {
      numerator: whole * now.numerator + last.numerator,
      denominator: whole * now.denominator + last.denominator,
    };
    if (next.denominator >= limit) break;
    found.push(next);
    [last, now] = [now, next];
    [top, bottom] = [bottom, top - whole * bottom];
  }
  return found;
}

export interface Order {
  /** The least r with base^r = 1 modulo N. */
  readonly order: number;
  /** The outcome of the counting register that shows it. */
  readonly outcome: number;
  /** The fraction s / r that `outcome / 2^counting` is close to. */
  readonly fraction: Fraction;
}

/** The order that an outcome of the counting register shows; `undefined` when it shows none, or only a part of it. */
export function orderFrom(outcome: number, counting: number, base: number, modulus: number): Order | undefined {
  const isOne = (exponent: number): boolean => powerModulo(base, exponent, modulus) === 1;
  const fraction = convergents(outcome, 2 ** counting, modulus).find(
    ({ denominator }) =>
      isOne(denominator) && primeFactors(denominator).every((factor) => !isOne(denominator / factor)),
  );
  return fraction && { order: fraction.denominator, outcome, fraction };
}
