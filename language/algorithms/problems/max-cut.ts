import { type Ising, quadraticFunction } from '../../ising.ts';
import { type Graph, ring } from './graph.ts';
import { ANY_NUMBER, type Problem } from './problem.ts';

/** The number of edges whose ends have different bits. */
export const maxCut = ({ nodes, edges }: Graph): Ising =>
  quadraticFunction(nodes, (c) => {
    for (const [a, b] of edges) {
      c.linear(a, 1);
      c.linear(b, 1);
      c.pair(a, b, -2);
    }
  });

const cutOf = (solution: number, nodes: number): number =>
  ring(nodes).edges.filter(([a, b]) => ((solution >> a) & 1) !== ((solution >> b) & 1)).length;

/** The ring of n nodes. */
export const MAX_CUT: Problem = {
  name: 'MaxCut',
  spoken: /\bmax(?:imum|imal)?[- ]?cut\b|\bcorte maximo\b/,
  leastNodes: 2,
  mostNodes: ANY_NUMBER,
  referenceNodes: 9,
  unit: { en: 'nodes', es: 'nodos' },
  qubits: (nodes) => nodes,
  objective: (nodes) => maxCut(ring(nodes)),
  value: { name: { en: 'cut', es: 'corte' }, sign: 1, decimals: 3 },
  describe(solution, nodes) {
    const [cut, edges] = [cutOf(solution, nodes), ring(nodes).edges.length];
    return { en: `cuts ${cut} of the ${edges} edges`, es: `corta ${cut} de las ${edges} aristas` };
  },
};
