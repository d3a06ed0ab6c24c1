import assert from 'node:assert/strict';
import { ring } from '../algorithms/problems/graph.ts';
import { PROBLEMS } from '../algorithms/problems/index.ts';
import { maxCut } from '../algorithms/problems/max-cut.ts';
import type { Problem } from '../algorithms/problems/problem.ts';
import { qaoa } from '../algorithms/qaoa.ts';
import { findAngles } from '../algorithms/qaoa-angles.ts';
import { anglesFor, qaoaCircuit } from '../algorithms/qaoa-circuit.ts';
import { backendNamed } from '../backends.ts';
import type { Circuit } from '../circuit.ts';
import { diagonalOf, type Ising } from '../ising.ts';
import { normalize } from '../normalize.ts';
import { createRandom, type Random } from '../random.ts';
import { readRequest } from '../request.ts';
import { outcomeProbabilities, simulate } from '../simulator.ts';

const read = (program: string) => qaoa.read(normalize(program), program);
const request = (prompt: string) => {
  const slots = qaoa.fromRequest(readRequest(prompt));
  return slots && qaoa.write(slots);
};
const problemNamed = (name: string): Problem => {
  const found = PROBLEMS.find((problem) => problem.name === name);
  assert.ok(found !== undefined);
  return found;
};
const check = (problem: string, nodes: number, layers: number) => {
  const backend = backendNamed('simulator');
  assert.ok(backend !== undefined);
  return qaoa.check({ problem, nodes, layers }, backend);
};

/** Mean of the objective over the circuit's outcomes, gate by gate: not the search's own state. */
function meanOf(circuit: Circuit, objective: Ising): number {
  const values = diagonalOf(objective);
  return outcomeProbabilities(simulate(circuit), circuit.measured).reduce(
    (sum, probability, outcome) => sum + probability * (values[outcome] as number),
    0,
  );
}

const meanCut = (objective: Ising, layers: number): number =>
  meanOf(qaoaCircuit(objective, findAngles(objective, layers)), objective);

function randomGraph(random: Random) {
  const nodes = random.between(5, 9);
  const pairs = Array.from({ length: nodes }, (_, a) => Array.from({ length: a }, (_, b) => [a, b] as const)).flat();
  return { nodes, edges: pairs.filter(() => random.chance(0.5)) };
}

describe('qaoa', () => {
  it('reads what it writes', () => {
    const random = createRandom(11);
    for (let at = 0; at < 300; at += 1) {
      const slots = qaoa.sample(random);
      assert.deepEqual(read(qaoa.write(slots)), slots);
      assert.equal(check(slots.problem, slots.nodes, slots.layers), undefined);
      assert.ok(qaoa.qubits(slots) <= 10);
    }
    assert.equal(
      qaoa.write({ problem: 'MaxCut', nodes: 4, layers: 1 }),
      'Run QAOA for MaxCut on 4 nodes with 1 layers',
    );
  });

  it('reads other spellings', () => {
    const variants: Record<string, string> = {
      'qaoa for max-cut on 4 nodes': 'MaxCut 4 1',
      'Run QAOA for the maximum cut problem on a 4-node ring with two layers': 'MaxCut 4 2',
      'Solve MaxCut on 6 qubits using QAOA with p=3': 'MaxCut 6 3',
      'QAOA with 2 layers for Max Cut on 5 vertices.': 'MaxCut 5 2',
      'Run QAOA for maximum independent set on 5 nodes with 1 layer': 'MIS 5 1',
      'run QAOA for minimum vertex cover on 5 nodes, depth 2': 'vertex cover 5 2',
      'Run the quantum approximate optimisation algorithm for number partitioning on 6 numbers':
        'number partitioning 6 1',
      'Run QAOA for the travelling salesman problem on 4 cities with 2 layers': 'TSP 4 2',
      'QAOA for portfolio optimization on 6 assets with 3 layers': 'portfolio 6 3',
      'Ejecuta QAOA para MaxCut en 4 nodos con 2 capas': 'MaxCut 4 2',
    };
    for (const [program, expected] of Object.entries(variants)) {
      const slots = read(program);
      assert.equal(slots && `${slots.problem} ${slots.nodes} ${slots.layers}`, expected, program);
    }
  });

  it('refuses other texts', () => {
    for (const program of [
      'Run QAOA',
      'Run QAOA for MaxCut',
      'Run QAOA for knapsack on 4 nodes with 1 layers',
      'Run QAOA for MaxCut and TSP on 4 nodes',
      'Run QAOA for MaxCut on 4 nodes with 1 layers and noise',
      'MaxCut on 4 nodes',
      'Run VQE for H2',
      'Run Grover search on 3 qubits for 101',
    ]) {
      assert.equal(read(program), undefined, program);
    }
  });

  it('names the first limit that is broken', () => {
    assert.equal(check('MaxCut', 1, 1), 'qubits_too_few');
    assert.equal(check('TSP', 2, 1), 'qubits_too_few');
    assert.equal(check('TSP', 6, 1), 'qubits_too_many');
    assert.equal(check('portfolio', 21, 1), 'qubits_too_many');
    assert.equal(check('MaxCut', 4, 0), 'target_out_of_range');
    assert.equal(check('MaxCut', 4, 11), 'target_out_of_range');
    assert.equal(check('TSP', 5, 10), undefined);
    assert.equal(qaoa.qubits({ problem: 'TSP', nodes: 5, layers: 1 }), 16);
  });

  it('cuts exactly 3/4 of the edges of an even ring with one layer', () => {
    for (const nodes of [4, 6, 8, 10]) {
      assert.ok(Math.abs(meanCut(maxCut(ring(nodes)), 1) - 0.75 * nodes) < 1e-6, String(nodes));
    }
  });

  it('cuts (2p + 1)/(2p + 2) of the edges of a long ring with p layers', () => {
    // The optimum for rings of at least 2p + 2 nodes: Farhi, Goldstone and Gutmann, section IV.
    for (const layers of [2, 3]) {
      assert.ok(Math.abs(meanCut(maxCut(ring(8)), layers) / 8 - (2 * layers + 1) / (2 * layers + 2)) < 1e-4);
    }
  });

  it('is never worse with more layers on a ring', function () {
    this.timeout(20_000);
    for (let nodes = 4; nodes <= 10; nodes += 1) {
      let last = nodes / 2;
      for (const layers of [1, 2, 3, 4, 6, 10]) {
        const mean = meanCut(maxCut(ring(nodes)), layers);
        assert.ok(mean > last - 1e-4, `${nodes} nodes, ${layers} layers: ${mean} after ${last}`);
        last = mean;
      }
    }
  });

  it('is clearly better than random guessing on random graphs', () => {
    const random = createRandom(2024);
    for (let round = 0; round < 12; round += 1) {
      const graph = randomGraph(random);
      const objective = maxCut(graph);
      const most = Math.max(...diagonalOf(objective));
      const guessed = graph.edges.length / 2;
      const [one, three] = [meanCut(objective, 1), meanCut(objective, 3)];
      // A fixed share of the way from guessing to the best cut; a wrong gate or sign gives none of it.
      assert.ok(one - guessed > 0.3 * (most - guessed), `${one} of ${most}, guessed ${guessed}`);
      assert.ok(three - guessed > 0.5 * (most - guessed), `${three} of ${most}, guessed ${guessed}`);
    }
  });

  it('beats random guessing on every problem, also where the angles come from a smaller instance', () => {
    const sizes = { MaxCut: 12, MIS: 12, 'vertex cover': 12, 'number partitioning': 12, TSP: 4, portfolio: 12 };
    for (const [name, most] of Object.entries(sizes)) {
      const problem = problemNamed(name);
      for (const nodes of [problem.leastNodes, 4, most]) {
        const objective = problem.objective(nodes);
        const best = diagonalOf(objective).reduce((a, b) => Math.max(a, b));
        const mean = meanOf(qaoaCircuit(objective, anglesFor(problem, nodes, 2)), objective);
        assert.ok(
          mean - objective.constant > 0.5 * (best - objective.constant),
          `${name} ${nodes}: ${mean} of ${best}`,
        );
      }
    }
  });

  it('has objectives whose best solutions solve the problems', () => {
    const bests: Record<string, (nodes: number) => RegExp> = {
      MaxCut: (nodes) => new RegExp(`^cuts ${nodes === 2 ? 1 : 2 * Math.floor(nodes / 2)} `),
      MIS: (nodes) => new RegExp(`^is the independent set \\d(, \\d){${Math.floor(nodes / 2) - 1}}$`),
      'vertex cover': (nodes) => new RegExp(`^is the cover \\d(, \\d){${Math.ceil(nodes / 2) - 1}}$`),
      TSP: (nodes) => new RegExp(`^is the tour (${tours(nodes)})$`),
      portfolio: (nodes) => new RegExp(`^buys the assets \\d(, \\d){${Math.floor(nodes / 2) - 1}} of the example$`),
    };
    for (const [name, best] of Object.entries(bests)) {
      const problem = problemNamed(name);
      for (let nodes = problem.leastNodes; nodes <= Math.min(8, problem.mostNodes); nodes += 1) {
        const values = diagonalOf(problem.objective(nodes));
        const most = values.reduce((a, b) => Math.max(a, b));
        values.forEach((value, solution) => {
          if (value > most - 1e-9) assert.match(problem.describe(solution, nodes).en, best(nodes));
        });
      }
    }
    const differences = [2, 3, 4, 5, 6, 7, 8].map((nodes) =>
      diagonalOf(problemNamed('number partitioning').objective(nodes)).reduce((a, b) => Math.max(a, b)),
    );
    assert.deepEqual(differences.map(Math.round), [-1, 0, 0, -1, -1, 0, 0]);
  });

  it('counts the cut of each bit string', () => {
    const graph = {
      nodes: 4,
      edges: [
        [0, 1],
        [1, 2],
        [0, 3],
      ] as const,
    };
    diagonalOf(maxCut(graph)).forEach((value, bits) => {
      const cut = graph.edges.filter(([a, b]) => ((bits >> a) ^ (bits >> b)) & 1).length;
      assert.ok(Math.abs(value - cut) < 1e-12);
    });
  });

  it('says what the outcomes are worth', () => {
    const slots = { problem: 'MaxCut', nodes: 4, layers: 1 };
    const circuit = qaoa.circuit(slots);
    assert.ok(circuit !== undefined);
    const probabilities = outcomeProbabilities(simulate(circuit), circuit.measured);
    const byBits = new Map([...probabilities].map((value, at) => [at.toString(2).padStart(4, '0'), value]));
    assert.match(
      qaoa.conclusion?.(slots, byBits, 'en') ?? '',
      /^Mean cut: 3\.000; by random guessing: 2\.000\. The best outcome, (0101|1010), cuts 4 of the 4 edges/,
    );
    assert.match(qaoa.conclusion?.(slots, byBits, 'es') ?? '', /\(corte\): 3,000; al azar: 2,000\./);
  });

  it('writes circuits with a stage for each half layer', () => {
    const circuit = qaoa.circuit({ problem: 'MIS', nodes: 5, layers: 2 });
    assert.deepEqual(
      circuit?.stages.map(({ name }) => name.en),
      ['Superposition', 'Layer 1: cost', 'Layer 1: mixer', 'Layer 2: cost', 'Layer 2: mixer'],
    );
    assert.equal(qaoa.circuit({ problem: 'MaxCut', nodes: 100, layers: 1 })?.gates.length, 500);
  });

  it('finds the program of a request', () => {
    const requests: Record<string, string | undefined> = {
      'Run QAOA for MaxCut with 2 layers on 6 nodes, 2048 shots': 'Run QAOA for MaxCut on 6 nodes with 2 layers',
      'Solve max cut on a five-node graph': 'Run QAOA for MaxCut on 5 nodes with 1 layers',
      'Ejecuta QAOA para el viajante de comercio con 4 ciudades': 'Run QAOA for TSP on 4 nodes with 1 layers',
      'QAOA para mis datos': 'Run QAOA for MaxCut on 4 nodes with 1 layers',
      'QAOA de una cartera de 6 activos y 3 capas': 'Run QAOA for portfolio on 6 nodes with 3 layers',
      'qaoa for MIS on 5 qubits p=2': 'Run QAOA for MIS on 5 nodes with 2 layers',
      'conjunto independiente maximo de 5 nodos': 'Run QAOA for MIS on 5 nodes with 1 layers',
      'Haz un QAOA': 'Run QAOA for MaxCut on 4 nodes with 1 layers',
      'QAOA for the knapsack problem': undefined,
      'Create a Bell state': undefined,
      'show me my portfolio': undefined,
    };
    for (const [prompt, program] of Object.entries(requests)) assert.equal(request(prompt), program, prompt);
  });
});

/** All round trips from city 0 along the sides of a regular polygon, as a pattern; of three cities every order is one. */
function tours(cities: number): string {
  const there = [...Array.from(Array(cities), (_, city) => city), 0];
  return [there, there.toReversed()].map((stops) => stops.join('-')).join('|');
}
