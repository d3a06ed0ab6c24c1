import assert from 'node:assert/strict';
import type { Probabilities } from '../algorithm.ts';
import { convergents, orderFrom } from '../algorithms/order-finding.ts';
import { synthesize } from '../algorithms/permutation.ts';
import { shor } from '../algorithms/shor.ts';
import { backendNamed } from '../backends.ts';
import { normalize } from '../normalize.ts';
import { createRandom } from '../random.ts';
import { readRequest } from '../request.ts';
import { outcomeProbabilities, simulate } from '../simulator.ts';

const read = (program: string) => shor.read(normalize(program), program);
const request = (prompt: string) => shor.fromRequest(readRequest(prompt))?.number;
const problem = (number: number, backend: string) => {
  const found = backendNamed(backend);
  assert.ok(found !== undefined);
  return shor.check({ number }, found);
};

function distribution(number: number): Float64Array {
  const circuit = shor.circuit({ number });
  assert.ok(circuit !== undefined);
  return outcomeProbabilities(simulate(circuit), circuit.measured);
}

const byBits = (probabilities: Float64Array): Probabilities =>
  new Map(
    [...probabilities].map((value, at) => [at.toString(2).padStart(Math.log2(probabilities.length), '0'), value]),
  );

/** Outcomes of order finding: for each remainder x0 modulo r a geometric sum over the exponents x0 + j r. */
function orderFinding(order: number, counting: number): number[] {
  const size = 2 ** counting;
  return Array.from({ length: size }, (_, y) => {
    let total = 0;
    for (let remainder = 0; remainder < order; remainder += 1) {
      const terms = Math.ceil((size - remainder) / order);
      const half = (Math.PI * ((order * y) % size)) / size;
      total += half === 0 ? terms ** 2 : (Math.sin(terms * half) / Math.sin(half)) ** 2;
    }
    return total / size ** 2;
  });
}

describe('shor', () => {
  it('reads what it writes', () => {
    const random = createRandom(5);
    for (let at = 0; at < 300; at += 1) {
      const slots = at % 2 === 0 ? shor.sample(random) : { number: random.between(1, 99_999) };
      assert.deepEqual(read(shor.write(slots)), slots);
    }
    assert.equal(shor.write({ number: 15 }), "Factor 15 with Shor's algorithm");
  });

  it('reads other spellings', () => {
    for (const program of [
      'factor 15 with shors algorithm',
      'Factorise the number fifteen using Shor',
      "Run Shor's algorithm on 15",
      'shor algorithm for N = 15',
      'Use Shor’s algorithm to factor 15.',
      'Shor 15',
      'run Shor factoring of 15',
      'Factoriza el número 15 con el algoritmo de Shor',
    ]) {
      assert.deepEqual(read(program), { number: 15 }, program);
    }
  });

  it('refuses other texts', () => {
    for (const program of [
      'Factor 15',
      "Factor with Shor's algorithm",
      'Factor 15 and 21 with Shor',
      'Run Grover search on 3 qubits for 101',
      `Factor ${'1'.repeat(400)} with Shor's algorithm`,
    ]) {
      assert.equal(read(program), undefined, program.slice(0, 60));
    }
  });

  it('names the first limit that is broken', () => {
    for (const number of [0, 1, 2, 9, 13, 14, 16, 17, 19, 25, 27, 49, 121, 65_537, 100_000]) {
      assert.equal(problem(number, 'simulator'), 'prime_or_even_number', String(number));
      assert.equal(problem(number, 'ibm_torino'), 'prime_or_even_number', String(number));
    }
    for (const number of [15, 21]) assert.equal(problem(number, 'simulator'), undefined);
    for (const number of [33, 35, 45, 91, 99_999]) {
      assert.equal(problem(number, 'simulator'), 'number_too_large');
      assert.equal(problem(number, 'ibm_torino'), undefined);
    }
    assert.equal(problem(100_001, 'ibm_condor'), 'number_too_large');
  });

  it('builds permutations out of controlled X gates', () => {
    const random = createRandom(3);
    for (let round = 0; round < 20; round += 1) {
      const size = 2 ** random.between(1, 4);
      const permutation = Array.from({ length: size }, (_, at) => at);
      for (let at = size - 1; at > 0; at -= 1) {
        const other = random.between(0, at);
        [permutation[at], permutation[other]] = [permutation[other] as number, permutation[at] as number];
      }
      const gates = synthesize(permutation);
      const images = permutation.map((_, from) =>
        gates.reduce(
          (bits, { target, controls }) => (controls.every((bit) => (bits >> bit) & 1) ? bits ^ (1 << target) : bits),
          from,
        ),
      );
      assert.deepEqual(images, permutation);
    }
  });

  it('has peaks of 1/4 at the quarters for 15', () => {
    distribution(15).forEach((probability, outcome) => {
      assert.ok(Math.abs(probability - (outcome % 64 === 0 ? 0.25 : 0)) < 1e-9);
    });
  });

  it('has the distribution of order finding for 21', function () {
    this.timeout(2000);
    const exact = orderFinding(6, 10);
    distribution(21).forEach((probability, outcome) => {
      assert.ok(Math.abs(probability - (exact[outcome] as number)) < 1e-9, String(outcome));
    });
  });

  it('writes base^x modulo the number into the work register', () => {
    for (const [number, base] of [
      [15, 7],
      [21, 2],
    ] as const) {
      const circuit = shor.circuit({ number });
      const fourier = circuit?.stages.at(-1);
      assert.ok(circuit !== undefined && fourier !== undefined);
      const counting = circuit.measured.length;
      const { re } = simulate(circuit, fourier.from);
      let power = 1;
      for (let exponent = 0; exponent < 2 ** counting; exponent += 1) {
        assert.ok(Math.abs((re[(power << counting) | exponent] ?? 0) - 2 ** (-counting / 2)) < 1e-9);
        power = (power * base) % number;
      }
    }
  });

  it('keeps its gates few', () => {
    assert.ok((shor.circuit({ number: 15 })?.gates.length ?? Infinity) <= 70);
    assert.ok((shor.circuit({ number: 21 })?.gates.length ?? Infinity) <= 330);
    assert.equal(shor.qubits({ number: 15 }), 12);
    assert.equal(shor.qubits({ number: 21 }), 15);
    assert.equal(shor.circuit({ number: 35 }), undefined);
  });

  it('concludes the factors from the outcomes', () => {
    assert.match(shor.conclusion?.({ number: 15 }, byBits(distribution(15)), 'en') ?? '', /order 4 .*15 = 3 x 5/);
    assert.match(shor.conclusion?.({ number: 21 }, byBits(distribution(21)), 'es') ?? '', /orden 6 .*21 = 3 x 7/);
    assert.match(shor.conclusion?.({ number: 15 }, new Map([['00000000', 1]]), 'en') ?? '', /run it again/);
  });

  it('reads orders by continued fractions', () => {
    assert.deepEqual(
      convergents(171, 1024, 21).map(({ numerator, denominator }) => `${numerator}/${denominator}`),
      ['0/1', '1/5', '1/6'],
    );
    assert.equal(orderFrom(171, 10, 2, 21)?.order, 6);
    assert.equal(orderFrom(341, 10, 2, 21), undefined);
    assert.equal(orderFrom(512, 10, 2, 21), undefined);
  });

  it('finds the number of a request', () => {
    const requests: Record<string, number | undefined> = {
      'Factor 21 with Shor on the simulator with 2048 shots': 21,
      'run shor with 1024 shots on number fifteen': 15,
      'Factoriza 21 con el algoritmo de Shor': 21,
      'Ejecuta Shor': 15,
      'find the prime factors of 15': 15,
      'what is a factor?': undefined,
      'Create a GHZ state on 3 qubits': undefined,
    };
    for (const [prompt, number] of Object.entries(requests)) assert.equal(request(prompt), number, prompt);
  });
});
