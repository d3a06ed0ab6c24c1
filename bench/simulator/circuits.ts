import { appendFourier } from '@bioql/language/algorithms/fourier';
import type { Circuit, GateName } from '@bioql/language/circuit';
import { buildCircuit, type CircuitBuilder, qubitRange } from '@bioql/language/circuit-builder';
import { createRandom, type Random } from '@bioql/language/random';

/** The circuits that are timed, by name: on `qubits` qubits, all of which are measured. */
export const FAMILIES: Readonly<Record<string, (qubits: number) => Circuit>> = {
  ghz: (qubits) =>
    buildCircuit(qubits, (c) => {
      c.h(0);
      for (let target = 1; target < qubits; target += 1) c.cx(target - 1, target);
    }),
  // A basis state as input would stay a product of single qubits all the way, which sparse simulators exploit.
  'qft of an entangled state': (qubits) =>
    buildCircuit(qubits, (c) => {
      for (let qubit = 0; qubit < qubits; qubit += 1) c.ry(0.3 + 0.1 * qubit, qubit);
      for (let target = 1; target < qubits; target += 1) c.cx(target - 1, target);
      appendFourier(c, qubitRange(0, qubits), false);
    }),
  random: (qubits) =>
    buildCircuit(qubits, (c) => {
      const random = createRandom(qubits);
      for (let layer = 0; layer < RANDOM_LAYERS; layer += 1) appendRandomLayer(c, qubits, random);
    }),
};

const RANDOM_LAYERS = 8;
const SINGLE: readonly GateName[] = ['h', 'x', 'y', 'z', 's', 'sdg', 't', 'tdg', 'rx', 'ry', 'rz', 'p'];

/** A gate on every qubit, then gates between random pairs of them, and one Toffoli. */
function appendRandomLayer(c: CircuitBuilder, qubits: number, random: Random): void {
  const angle = (): number => 0.1 + random.next() * 3;
  for (let qubit = 0; qubit < qubits; qubit += 1) {
    const name = random.pick(SINGLE);
    c.gate({ name, targets: [qubit], controls: [], ...(/^(r.|p)$/.test(name) && { angle: angle() }) });
  }
  const order = shuffled(qubitRange(0, qubits), random);
  for (let at = 0; at + 1 < order.length; at += 2) {
    const [a = 0, b = 0] = order.slice(at, at + 2);
    const write = random.pick([() => c.cx(a, b), () => c.cz(a, b), () => c.cp(angle(), a, b), () => c.swap(a, b)]);
    write();
  }
  const [a = 0, b = 0, target = 0] = shuffled(order, random);
  c.controlled('x', [a, b], target);
}

const shuffled = (values: readonly number[], random: Random): number[] =>
  values
    .map((value) => [random.next(), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
