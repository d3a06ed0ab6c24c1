import { qubitRange } from '../../circuit-builder.ts';
import { quadraticFunction } from '../../ising.ts';
import type { Problem } from './problem.ts';

/** The distance of two corners of a regular polygon with n corners and sides of length 1. */
export const distance = (a: number, b: number, corners: number): number =>
  Math.sin((Math.PI * Math.abs(a - b)) / corners) / Math.sin(Math.PI / corners);

/** The qubit that is 1 when a city (from 1) is the given stop (from 1); city 0 is stop 0. */
const visit = (city: number, stop: number, cities: number): number => (stop - 1) * (cities - 1) + city - 1;

const longest = (cities: number): number => distance(0, Math.floor(cities / 2), cities);

/** The shortest round trip through the corners of a regular polygon, from city 0. */
export const TOUR: Problem = {
  name: 'TSP',
  spoken: /\btsp\b|\btravell?ing[- ]sales(?:man|person|people)\b|\b(?:viajante(?: de comercio)?|vendedor viajero)\b/,
  leastNodes: 3,
  mostNodes: 5,
  referenceNodes: 4,
  unit: { en: 'cities', es: 'ciudades' },
  qubits: (cities) => (cities - 1) ** 2,
  objective: (cities) =>
    quadraticFunction((cities - 1) ** 2, (c) => {
      const others = qubitRange(1, cities);
      for (const city of others) {
        c.linear(visit(city, 1, cities), -distance(0, city, cities));
        c.linear(visit(city, cities - 1, cities), -distance(city, 0, cities));
        for (const next of others.filter((other) => other !== city)) {
          for (const stop of qubitRange(1, cities - 1)) {
            c.pair(visit(city, stop, cities), visit(next, stop + 1, cities), -distance(city, next, cities));
          }
        }
      }
      // Each city once and each stop once: breaking a rule costs more than any detour.
      const penalty = 2 * longest(cities);
      for (const fixed of others) {
        c.square(
          others.map((city) => visit(city, fixed, cities)),
          1,
          -penalty,
        );
        c.square(
          others.map((stop) => visit(fixed, stop, cities)),
          1,
          -penalty,
        );
      }
    }),
  value: { name: { en: 'length with penalties', es: 'longitud con penalizaciones' }, sign: -1, decimals: 3 },
  describe(solution, cities) {
    const others = qubitRange(1, cities);
    const stops = others.map((stop) => others.filter((city) => (solution >> visit(city, stop, cities)) & 1));
    const isTour = stops.every((at) => at.length === 1) && new Set(stops.flat()).size === cities - 1;
    if (!isTour) return { en: 'is not a tour', es: 'no es un recorrido' };
    const tour = [0, ...stops.flat(), 0].join('-');
    return { en: `is the tour ${tour}`, es: `es el recorrido ${tour}` };
  },
};
