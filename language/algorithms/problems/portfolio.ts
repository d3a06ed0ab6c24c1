import { qubitRange } from '../../circuit-builder.ts';
import { quadraticFunction } from '../../ising.ts';
import { chosen, listed, type Problem } from './problem.ts';

/** An invented asset, in percent a year. */
interface Asset {
  readonly expectedReturn: number;
  readonly volatility: number;
}

/** Invented numbers for teaching: nothing here is a market's. */
const assetAt = (at: number): Asset => ({ expectedReturn: 5 + ((3 * at) % 7), volatility: 10 + ((5 * at) % 9) });

const CORRELATION = 0.25;
/** What an asset more or less than the budget costs, in the unit of the score. */
const PENALTY = 10;

/** How many assets are bought: half of them. */
export const budget = (assets: number): number => Math.floor(assets / 2);

/** Expected return in percent, less the variance in hundredths of squared percent, of half of the example's assets. */
export const PORTFOLIO: Problem = {
  name: 'portfolio',
  spoken: /\bportfolios?(?: optimi[sz]ation| selection)?\b|\b(?:cartera|portafolio)s?(?: de inversion(?:es)?)?\b/,
  leastNodes: 2,
  mostNodes: 20,
  referenceNodes: 9,
  unit: { en: 'assets', es: 'activos' },
  qubits: (nodes) => nodes,
  objective: (nodes) =>
    quadraticFunction(nodes, (c) => {
      const all = qubitRange(0, nodes);
      for (const a of all) {
        const { expectedReturn, volatility } = assetAt(a);
        c.linear(a, expectedReturn - volatility ** 2 / 100);
        for (const b of qubitRange(a + 1, nodes)) {
          c.pair(a, b, (-2 * CORRELATION * volatility * assetAt(b).volatility) / 100);
        }
      }
      c.square(all, budget(nodes), -PENALTY);
    }),
  value: {
    name: { en: 'score of the example with penalties', es: 'puntuación del ejemplo con penalizaciones' },
    sign: 1,
    decimals: 2,
  },
  describe(solution, nodes) {
    const assets = listed(chosen(solution, nodes));
    return { en: `buys the assets ${assets} of the example`, es: `compra los activos ${assets} del ejemplo` };
  },
};
