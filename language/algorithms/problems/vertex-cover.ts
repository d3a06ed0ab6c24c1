import { quadraticFunction } from '../../ising.ts';
import { ring } from './graph.ts';
import { ANY_NUMBER, chosen, listed, type Problem } from './problem.ts';

/** Weight of an edge that is not covered: more than the node that covers it. */
const PENALTY = 2;

/** The least set of nodes of a ring that touches every edge: nodes in the cover, plus 2 for an edge that it misses. */
export const VERTEX_COVER: Problem = {
  name: 'vertex cover',
  spoken:
    /\b(?:min(?:imum|imal)?[- ])?vertex[- ]?cover(?:ing)?\b|\b(?:cobertura|cubrimiento) (?:minim[ao] )?de vertices\b/,
  leastNodes: 2,
  mostNodes: ANY_NUMBER,
  referenceNodes: 9,
  unit: { en: 'nodes', es: 'nodos' },
  qubits: (nodes) => nodes,
  objective: (nodes) =>
    quadraticFunction(nodes, (c) => {
      for (let node = 0; node < nodes; node += 1) c.linear(node, -1);
      for (const [a, b] of ring(nodes).edges) {
        c.add(-PENALTY);
        c.linear(a, PENALTY);
        c.linear(b, PENALTY);
        c.pair(a, b, -PENALTY);
      }
    }),
  value: {
    name: { en: 'cover size with penalties', es: 'tamaño de la cobertura con penalizaciones' },
    sign: -1,
    decimals: 3,
  },
  describe(solution, nodes) {
    const cover = listed(chosen(solution, nodes));
    const isBroken = ring(nodes).edges.some(([a, b]) => ((~solution >> a) & (~solution >> b) & 1) === 1);
    if (isBroken) return { en: 'does not cover every edge', es: 'no cubre todas las aristas' };
    return { en: `is the cover ${cover}`, es: `es la cobertura ${cover}` };
  },
};
