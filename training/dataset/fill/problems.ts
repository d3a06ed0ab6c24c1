import { drawWrong, exact, type Filler } from './draw.ts';
import { MOLECULES, PROBLEMS } from './names.ts';

/** Odd composite numbers that are no powers of a prime. */
const FACTORABLE = [33, 35, 39, 45, 51, 55, 57, 63, 65, 69, 77, 85, 87, 91, 93, 95, 119, 143, 187, 221];
const NOT_FACTORABLE = [2, 6, 7, 8, 9, 10, 11, 13, 16, 17, 18, 20, 25, 27, 49, 97, 100, 128];

export const fillShor: Filler = ({ random, has }) => {
  const number = has('number')
    ? random.weighted([
        [15, 5] as const,
        [21, 4] as const,
        [random.pick(FACTORABLE), 3] as const,
        [random.pick(NOT_FACTORABLE), 0.7] as const,
      ])
    : 15;
  return { slots: { number }, values: { number, wrong: drawWrong(number, random) } };
};

export const fillVqe: Filler = ({ random, lang, has }) => {
  const molecule = has('molecule') ? random.pick(Object.keys(MOLECULES)) : 'H2';
  const said = random.pick([molecule, ...(MOLECULES[molecule]?.[lang] ?? [])]);
  return { slots: { molecule }, values: { molecule: exact(said) } };
};

export const fillQaoa: Filler = ({ random, lang, has }) => {
  const problem = has('problem') ? random.pick(Object.keys(PROBLEMS)) : 'MaxCut';
  const said = random.pick([problem, ...(PROBLEMS[problem]?.[lang] ?? [])]);
  const tsp = problem === 'TSP';
  const nodes = has('n') ? (tsp ? random.between(3, 5) : random.between(2, 14)) : 4;
  const layers = has('layers') ? random.between(1, 8) : 1;
  return { slots: { problem, nodes, layers }, values: { n: nodes, layers, problem: said } };
};
