import type { Algorithm, Sentence } from '../algorithm.ts';
import type { Circuit } from '../circuit.ts';
import { buildCircuit } from '../circuit-builder.ts';
import { decimalText } from '../number-text.ts';
import { expectation, groundEnergy, type PauliSum } from '../pauli.ts';
import { simulate } from '../simulator.ts';
import { moleculeIn, moleculeNamed } from './molecule-names.ts';
import { MOLECULES, type Molecule } from './molecules.ts';

export type VqeSlots = {
  /** A formula or a name; those of `MOLECULES` have a circuit. */
  readonly molecule: string;
};

export interface VqeEnergy {
  /** Least energy of the ansatz, in hartree: the exact mean value, with no sampling. */
  readonly energy: number;
  /** Least eigenvalue of the Hamiltonian, in hartree. */
  readonly exact: number;
  /** Angle of the double excitation, in radians. */
  readonly angle: number;
}

const HARTREE_FOCK: Sentence = { en: 'Hartree-Fock state', es: 'Estado de Hartree-Fock' };
const DOUBLE_EXCITATION: Sentence = { en: 'Double excitation', es: 'Excitación doble' };

/** cos(angle/2) |01> + sin(angle/2) |10>: the Hartree-Fock state and its double excitation, in the parity mapping. */
const ansatz = (angle: number): Circuit =>
  buildCircuit(2, (c) => {
    c.stage(HARTREE_FOCK, () => c.x(0));
    c.stage(DOUBLE_EXCITATION, () => {
      c.ry(angle, 1);
      c.cx(1, 0);
    });
  });

/**
 * The angle of least energy. The energy is a sinusoid in the angle of one rotation, so that three values give its exact
 * minimum: Rotosolve (Ostaszewski, Grant and Benedetti, arXiv:1905.09692).
 */
function bestAngle(hamiltonian: PauliSum): number {
  const energyAt = (angle: number): number => expectation(simulate(ansatz(angle)), hamiltonian);
  const [here, ahead, behind] = [energyAt(0), energyAt(Math.PI / 2), energyAt(-Math.PI / 2)];
  return Math.atan2(behind - ahead, ahead + behind - 2 * here);
}

const moleculeOf = ({ molecule }: VqeSlots): Molecule | undefined =>
  MOLECULES.find(({ formula }) => formula === molecule);

/** The energy that VQE finds; `undefined` for a molecule that is not in the table. */
export function energyOf(slots: VqeSlots): VqeEnergy | undefined {
  const hamiltonian = moleculeOf(slots)?.hamiltonian;
  if (hamiltonian === undefined) return undefined;
  const angle = bestAngle(hamiltonian);
  const energy = expectation(simulate(ansatz(angle)), hamiltonian);
  return { energy, exact: groundEnergy(hamiltonian), angle };
}

const VQE = '(?:vqe|variational quantum eigensolver|eigensolver variacional(?: cuántico| cuantico)?)(?: algorithm)?';
const VERB = '(?:run|do|perform|execute|compute|calculate|find|use|apply|ejecuta|calcula)';
const PATTERNS = [
  new RegExp(`^(?:${VERB} )?(?:the |a |el |un )?${VQE} (?:for|on|of|with|para|de|del) ([^\\s].{0,40}?)[.!]?$`, 'i'),
  new RegExp(
    `^(?:${VERB} )?(?:the |a )?ground[- ]state(?: energy)? (?:for|of) ([^\\s].{0,40}?) (?:with|using|by|via) ${VQE}[.!]?$`,
    'i',
  ),
];

export const vqe: Algorithm<VqeSlots> = {
  id: 'vqe',
  title: { en: 'Variational quantum eigensolver', es: 'Resolvedor variacional cuántico de autovalores' },
  knowledge: {
    what: {
      en: 'Finds the lowest energy of a molecule: a circuit with adjustable angles prepares a state, its energy is measured, and a classical optimiser changes the angles until the energy stops falling.',
      es: 'Halla la energía más baja de una molécula: un circuito con ángulos ajustables prepara un estado, se mide su energía y un optimizador clásico cambia los ángulos hasta que la energía deja de bajar.',
    },
    steps: [
      {
        en: 'The molecule becomes a sum of Pauli strings. Here: two electrons in two orbitals, in the STO-3G basis, are two qubits.',
        es: 'La molécula se convierte en una suma de cadenas de Pauli. Aquí, dos electrones en dos orbitales, en la base STO-3G, son dos cúbits.',
      },
      {
        en: 'X on q0 prepares the Hartree-Fock state, the best state without correlation.',
        es: 'X en q0 prepara el estado de Hartree-Fock, el mejor estado sin correlación.',
      },
      {
        en: 'RY on q1 and CX mix in the state with both electrons excited, by one angle.',
        es: 'RY en q1 y CX mezclan, con un ángulo, el estado con los dos electrones excitados.',
      },
      {
        en: 'The energy is a sinusoid in that angle: three energies give the angle of the minimum.',
        es: 'La energía es una sinusoide de ese ángulo: tres energías dan el ángulo del mínimo.',
      },
    ],
    when: {
      en: 'For energies of small molecules on machines that are too noisy for phase estimation.',
      es: 'Para energías de moléculas pequeñas en máquinas demasiado ruidosas para la estimación de fase.',
    },
    source: {
      title: 'A. Peruzzo et al., A variational eigenvalue solver on a quantum processor (2013)',
      url: 'https://arxiv.org/abs/1304.3061',
    },
  },
  examples: [{ molecule: 'H2' }, { molecule: 'LiH' }, { molecule: 'H2O' }],
  qubits: (slots) => (moleculeOf(slots) === undefined ? 0 : 2),
  write: ({ molecule }) => `Run VQE for ${molecule}`,
  read(_, raw) {
    const phrase = PATTERNS.map((pattern) => pattern.exec(raw)?.[1]).find((found) => found !== undefined);
    const molecule = phrase === undefined ? undefined : moleculeNamed(phrase);
    return molecule === undefined ? undefined : { molecule };
  },
  check: () => undefined,
  grammar: `"Run VQE for " (${MOLECULES.map(({ formula }) => `"${formula}"`).join(' | ')} | [A-Z] [A-Za-z0-9+-]{0,19})`,
  reasoning(slots, lang, run) {
    const { molecule } = slots;
    if (moleculeOf(slots) === undefined) {
      return lang === 'en'
        ? `VQE for ${molecule}, ${run}. The program is valid, but there is no Hamiltonian for ${molecule} in the table, so that it is described and not simulated.`
        : `VQE para ${molecule}, ${run}. El programa es válido, pero la tabla no tiene un hamiltoniano de ${molecule}, así que se describe y no se simula.`;
    }
    return lang === 'en'
      ? `VQE for ${molecule} on 2 qubits, ${run}. X on q0 makes the Hartree-Fock state, then RY on q1 and CX mix in the double excitation at the angle of least energy; both qubits are measured.`
      : `VQE para ${molecule} en 2 cúbits, ${run}. X en q0 forma el estado de Hartree-Fock y luego RY en q1 y CX mezclan la excitación doble con el ángulo de mínima energía; se miden los dos cúbits.`;
  },
  fromRequest({ text, raw }) {
    const isNamed =
      /\bvqe\b|variational (?:quantum )?eigen|eigensolver|autovalores variacional|ground[- ]state energy|energia (?:del )?(?:estado )?(?:fundamental|base)\b/.test(
        text,
      );
    return isNamed ? { molecule: moleculeIn(text, raw) ?? 'H2' } : undefined;
  },
  circuit(slots) {
    const molecule = moleculeOf(slots);
    return molecule === undefined ? undefined : ansatz(bestAngle(molecule.hamiltonian));
  },
  conclusion(slots, _, lang) {
    const [molecule, found] = [moleculeOf(slots), energyOf(slots)];
    if (molecule === undefined || found === undefined) return '';
    const energy = `${decimalText(found.energy, lang, 4)} Ha (STO-3G, ${molecule.geometry})`;
    const above = decimalText(Math.max(0, found.energy - found.exact) * 1000, lang, 1);
    return lang === 'en'
      ? `The ground-state energy of ${molecule.formula} is ${energy}, ${above} mHa above the exact value of its model with two active orbitals.`
      : `La energía del estado fundamental de ${molecule.formula} es ${energy}, ${above} mHa sobre el valor exacto de su modelo de dos orbitales activos.`;
  },
  sample: (random) => ({
    molecule: random.chance(0.8)
      ? random.pick(MOLECULES).formula
      : random.pick(['CO2', 'O2', 'C2H4', 'H3+', 'NaH', 'C6H6', 'LiF', 'OH-']),
  }),
};
