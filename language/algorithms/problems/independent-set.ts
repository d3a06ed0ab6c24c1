import { quadraticFunction } from '../../ising.ts';
import { ring } from './graph.ts';
import { ANY_NUMBER, chosen, listed, type Problem } from './problem.ts';

/** Weight of an edge inside the set: more than the node that it can win. */
const PENALTY = 2;

/** The largest set of nodes of a ring with no edge between them: nodes in the set, minus 2 for an edge inside it. */
export const INDEPENDENT_SET: Problem = {
  name: 'MIS',
  spoken: /\bmis\b|\b(?:max(?:imum|imal)?[- ]?)?independent[- ]set\b|\bconjunto independiente(?: maximo)?\b/,
  leastNodes: 2,
  mostNodes: ANY_NUMBER,
  referenceNodes: 9,
  unit: { en: 'nodes', es: 'nodos' },
  qubits: (nodes) => nodes,
  objective: (nodes) =>
    quadraticFunction(nodes, (c) => {
      for (let node = 0; node < nodes; node += 1) c.linear(node, 1);
      for (const [a, b] of ring(nodes).edges) c.pair(a, b, -PENALTY);
    }),
  value: {
    name: { en: 'set size with penalties', es: 'tamaño del conjunto con penalizaciones' },
    sign: 1,
    decimals: 3,
  },
  describe(solution, nodes) {
    const set = listed(chosen(solution, nodes));
    const isBroken = ring(nodes).edges.some(([a, b]) => (solution >> a) & (solution >> b) & 1);
    if (isBroken) return { en: 'is not an independent set', es: 'no es un conjunto independiente' };
    return { en: `is the independent set ${set}`, es: `es el conjunto independiente ${set}` };
  },
};
