import type { Circuit, GateName } from '@bioql/language/circuit';
import { buildCircuit, qubitRange } from '@bioql/language/circuit-builder';
import type { Random } from '@bioql/language/random';

const NAMES: readonly GateName[] = ['x', 'y', 'z', 'h', 's', 'sdg', 't', 'tdg', 'rx', 'ry', 'rz', 'p', 'swap'];

/** Whole turns, beyond them, on both sides of zero, and what is nearly nothing. */
const ANGLES = [
  0,
  1,
  -1,
  Math.PI / 4,
  (-3 * Math.PI) / 8,
  (-11 * Math.PI) / 3,
  2 * Math.PI,
  -2 * Math.PI,
  3 * Math.PI,
  7,
  -7,
  0.1234567,
  4 * Math.PI + 0.5,
  1e-7,
  -1e-9,
  -1e-17,
];

/** Every gate with no to three controls, on qubits that are all in superposition. */
export function randomCircuit(random: Random, qubits: number, gates: number): Circuit {
  const measured = random.chance(0.5) ? qubitRange(0, qubits) : [qubits - 2, 0];
  return buildCircuit(
    qubits,
    (c) => {
      for (const qubit of qubitRange(0, qubits)) c.h(qubit);
      c.stage({ en: 'Mixing', es: 'Mezcla' }, () => {
        for (let at = 0; at < gates; at += 1) {
          const name = NAMES[at % NAMES.length] as GateName;
          const free = qubitRange(0, qubits);
          const take = (): number => free.splice(random.between(0, free.length - 1), 1)[0] as number;
          const targets = name === 'swap' ? [take(), take()] : [take()];
          const controls = Array.from({ length: random.between(0, 3) }, take);
          c.gate({ name, targets, controls, ...(/^(r.|p)$/.test(name) && { angle: random.pick(ANGLES) }) });
        }
      });
    },
    measured,
  );
}
