import { fractionOfPi, radiansOf } from '../angle.ts';
import type { Circuit } from '../circuit.ts';
import { buildCircuit, type CircuitBuilder, qubitRange } from '../circuit-builder.ts';
import { appendFourier } from './fourier.ts';

/** P stands with its angle in canonical form: `P(pi/8)`. */
export type Unitary = 'Z' | 'S' | 'T' | 'X' | 'H' | `P(${string})`;

export type PhaseEstimationSlots = {
  readonly unitary: Unitary;
  /** Qubits that the phase is read into; the eigenstate takes one more. */
  readonly counting: number;
};

/** The unitaries that leave |0> and |1> as they are, as the phase that they give to |1>. */
const DIAGONAL: Readonly<Record<string, string>> = { Z: 'pi', S: 'pi/2', T: 'pi/4' };

/** The angle of the eigenvalue, in canonical form. */
export const eigenAngle = (unitary: Unitary): string => DIAGONAL[unitary] ?? /^P\((.+)\)$/.exec(unitary)?.[1] ?? 'pi';

const EIGENSTATE = { X: '|->', H: 'ry(-3*pi/4)|0>' } as const;
export const eigenstate = (unitary: Unitary): string =>
  unitary === 'X' || unitary === 'H' ? EIGENSTATE[unitary] : '|1>';

/** The angles of U, U^2, U^4, ... within one turn, without rounding where the angle is a fraction of pi. */
function poweredAngles(angle: string, count: number): number[] {
  const fraction = fractionOfPi(angle);
  const angles: number[] = [];
  let [over, value] = [fraction?.[0] ?? 0, radiansOf(angle)];
  for (let k = 0; k < count; k += 1) {
    if (fraction !== undefined) {
      over %= 2 * fraction[1];
      value = (over * Math.PI) / fraction[1];
    }
    angles.push(value);
    over *= 2;
    value = (value * 2) % (2 * Math.PI);
  }
  return angles;
}

function appendEigenstate(c: CircuitBuilder, unitary: Unitary, qubit: number): void {
  if (unitary === 'H') c.ry((-3 * Math.PI) / 4, qubit);
  else c.x(qubit);
  if (unitary === 'X') c.h(qubit);
}

/** U^(2^k) under counting qubit k; powers that are the identity are left out. */
function appendPowers(c: CircuitBuilder, { unitary, counting }: PhaseEstimationSlots): void {
  if (unitary === 'X') c.cx(0, counting);
  else if (unitary === 'H') c.ch(0, counting);
  else {
    poweredAngles(eigenAngle(unitary), counting).forEach((angle, k) => {
      if (angle !== 0) c.cp(angle, k, counting);
    });
  }
}

export function phaseEstimationCircuit(slots: PhaseEstimationSlots): Circuit {
  const register = qubitRange(0, slots.counting);
  return buildCircuit(
    slots.counting + 1,
    (c) => {
      c.stage({ en: 'Preparation', es: 'Preparación' }, () => {
        for (const qubit of register) c.h(qubit);
        appendEigenstate(c, slots.unitary, slots.counting);
      });
      c.stage({ en: 'Controlled powers', es: 'Potencias controladas' }, () => appendPowers(c, slots));
      c.stage({ en: 'Inverse Fourier transform', es: 'Transformada de Fourier inversa' }, () =>
        appendFourier(c, register, true),
      );
    },
    register,
  );
}
