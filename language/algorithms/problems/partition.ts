import { type Ising, quadraticFunction } from '../../ising.ts';
import { chosen, listed, type Problem } from './problem.ts';

/** Two groups of the numbers with sums as equal as can be: minus the square of the difference. */
export const partitionOf = (numbers: readonly number[]): Ising =>
  quadraticFunction(numbers.length, (c) => {
    // difference = sum of a (1 - 2x), so that its square is a quadratic function of the bits.
    const total = numbers.reduce((sum, number) => sum + number, 0);
    c.add(-(total ** 2));
    numbers.forEach((a, at) => {
      c.linear(at, 4 * a * total - 4 * a ** 2);
      numbers.slice(at + 1).forEach((b, after) => {
        c.pair(at, at + 1 + after, -8 * a * b);
      });
    });
  });

/** The numbers 1, 2, ..., n. */
export const PARTITION: Problem = {
  name: 'number partitioning',
  spoken: /\bnumber partition(?:ing)?\b|\bpartition(?:ing)?(?: numbers)?\b|\bparticion(?: de numeros)?\b/,
  leastNodes: 2,
  mostNodes: 20,
  referenceNodes: 9,
  unit: { en: 'numbers', es: 'números' },
  qubits: (nodes) => nodes,
  objective: (nodes) => partitionOf(Array.from(Array(nodes), (_, at) => at + 1)),
  value: { name: { en: 'squared difference', es: 'diferencia al cuadrado' }, sign: -1, decimals: 2 },
  describe(solution, nodes) {
    const [ones, zeros] = [solution, ~solution].map((side) => chosen(side, nodes).map((at) => at + 1));
    const [left, right] = [listed(ones ?? []), listed(zeros ?? [])];
    return { en: `splits into ${left} and ${right}`, es: `separa ${left} y ${right}` };
  },
};
