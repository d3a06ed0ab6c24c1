"""Writes the two-qubit molecular Hamiltonians of the VQE programs, from first principles.

    pip install pyscf
    python language/chemistry/hamiltonians.py > language/algorithms/molecules.ts
    npx biome check --write language/algorithms/molecules.ts

For each molecule: restricted Hartree-Fock in STO-3G at the stated geometry (angstrom), then an active space of two
electrons in two orbitals: of all pairs of one occupied and one empty canonical orbital the one with the lowest
ground-state energy, every other occupied orbital staying doubly occupied. Nuclear repulsion and the energy of those
orbitals are part of the constant. The four determinants with one electron of each spin are mapped to two qubits by the
parity mapping with two-qubit reduction (Bravyi et al., arXiv:1701.08213): q0 is 1 when the spin-up electron is in the
occupied orbital, q1 is 1 when the spin-down electron is in the empty one, so the Hartree-Fock state is 01. Coefficients
come out equal to about 1e-12 hartree from one machine to another.
"""

from dataclasses import dataclass
from itertools import product
from math import cos, radians, sin, sqrt

import numpy as np
from pyscf import ao2mo, gto, mcscf, scf

Atom = tuple[str, tuple[float, float, float]]


@dataclass(frozen=True)
class Molecule:
    formula: str
    geometry: str
    atoms: list[Atom]
    charge: int = 0


def diatomic(first: str, second: str, length: float) -> list[Atom]:
    return [(first, (0, 0, 0)), (second, (0, 0, length))]


def water(length: float, angle: float) -> list[Atom]:
    half = radians(angle) / 2
    x, z = length * sin(half), length * cos(half)
    return [("O", (0, 0, 0)), ("H", (x, 0, z)), ("H", (-x, 0, z))]


def ammonia(length: float, angle: float) -> list[Atom]:
    radius = 2 * length * sin(radians(angle) / 2) / sqrt(3)
    z = sqrt(length**2 - radius**2)
    corners = [(radius * cos(radians(turn)), radius * sin(radians(turn)), z) for turn in (0, 120, 240)]
    return [("N", (0, 0, 0)), *(("H", corner) for corner in corners)]


def methane(length: float) -> list[Atom]:
    side = length / sqrt(3)
    corners = [(side, side, side), (side, -side, -side), (-side, side, -side), (-side, -side, side)]
    return [("C", (0, 0, 0)), *(("H", corner) for corner in corners)]


MOLECULES = [
    Molecule("H2", "H-H 0.735 Å", diatomic("H", "H", 0.735)),
    Molecule("HeH+", "He-H 0.772 Å", diatomic("He", "H", 0.772), charge=1),
    Molecule("LiH", "Li-H 1.595 Å", diatomic("Li", "H", 1.595)),
    Molecule("BeH2", "Be-H 1.326 Å, 180°", [("Be", (0, 0, 0)), ("H", (0, 0, 1.326)), ("H", (0, 0, -1.326))]),
    Molecule("H2O", "O-H 0.958 Å, 104.5°", water(0.958, 104.5)),
    Molecule("NH3", "N-H 1.012 Å, 106.7°", ammonia(1.012, 106.7)),
    Molecule("CH4", "C-H 1.087 Å, 109.5°", methane(1.087)),
    Molecule("N2", "N-N 1.098 Å", diatomic("N", "N", 1.098)),
    Molecule("HF", "H-F 0.917 Å", diatomic("H", "F", 0.917)),
]

PAULIS = {
    "I": np.eye(2),
    "X": np.array([[0, 1], [1, 0]]),
    "Y": np.array([[0, -1j], [1j, 0]]),
    "Z": np.diag([1, -1]),
}


def annihilators(modes: int) -> list[np.ndarray]:
    """Jordan-Wigner matrices; mode k is bit k of a basis state."""
    lower = np.array([[0, 1], [0, 0]])
    return [fold([PAULIS["I"]] * (modes - 1 - k) + [lower] + [PAULIS["Z"]] * k) for k in range(modes)]


def fold(factors: list[np.ndarray]) -> np.ndarray:
    result = np.eye(1)
    for factor in factors:
        result = np.kron(result, factor)
    return result


def fock_matrix(constant: float, one: np.ndarray, two: np.ndarray) -> np.ndarray:
    """16 x 16, over modes (up 0, up 1, down 0, down 1); `two` is (pq|rs) in chemists' order."""
    lower = annihilators(4)
    raise_ = [matrix.T for matrix in lower]
    total = constant * np.eye(16)
    for p, q in product(range(2), repeat=2):
        for s in (0, 2):
            total = total + one[p, q] * raise_[p + s] @ lower[q + s]
    for p, q, r, t in product(range(2), repeat=4):
        for s, u in product((0, 2), repeat=2):
            total = total + two[p, q, r, t] / 2 * raise_[p + s] @ raise_[r + u] @ lower[t + u] @ lower[q + s]
    return total


def parity_reduced(fock: np.ndarray) -> np.ndarray:
    """4 x 4, over |q1 q0>, with q0 = n(up 0) and q1 = 1 + n(down 0) modulo 2."""

    def state(q1: int, q0: int) -> int:
        up = 1 if q0 == 1 else 2
        down = 2 if q1 == 1 else 1
        return up | down << 2

    order = [state(q1, q0) for q1, q0 in product((0, 1), repeat=2)]
    return fock[np.ix_(order, order)]


def pauli_terms(matrix: np.ndarray) -> list[tuple[str, float]]:
    terms = []
    for left, right in product("IZXY", repeat=2):
        coefficient = float(np.trace(np.kron(PAULIS[left], PAULIS[right]) @ matrix).real / 4)
        if abs(coefficient) > 1e-10:
            terms.append((left + right, coefficient))
    return terms


def with_fixed_signs(orbitals: np.ndarray) -> np.ndarray:
    """Each orbital's largest coefficient is positive: a sign is otherwise an accident of the machine."""
    largest = orbitals[np.abs(orbitals).round(6).argmax(axis=0), range(orbitals.shape[1])]
    return orbitals * np.sign(largest)


def hamiltonian(field: scf.hf.RHF, orbitals: np.ndarray, occupied: int, empty: int) -> np.ndarray:
    pairs = field.mol.nelectron // 2
    inner = [k for k in range(pairs) if k != occupied]
    outer = [k for k in range(pairs, orbitals.shape[1]) if k != empty]
    ordered = orbitals[:, [*inner, occupied, empty, *outer]]
    space = mcscf.CASCI(field, 2, 2)
    one, constant = space.get_h1eff(ordered)
    two = ao2mo.restore(1, space.get_h2eff(ordered), 2)
    return parity_reduced(fock_matrix(constant, one, two))


def best_pair(field: scf.hf.RHF, orbitals: np.ndarray) -> tuple[int, int, np.ndarray]:
    pairs = field.mol.nelectron // 2
    choices = [
        (occupied, empty, hamiltonian(field, orbitals, occupied, empty))
        for occupied, empty in product(range(pairs), range(pairs, orbitals.shape[1]))
    ]
    # Rounded, so that the first of several equivalent pairs is chosen on every machine.
    return min(choices, key=lambda choice: round(np.linalg.eigvalsh(choice[2])[0], 7))


def symmetry_of(field: scf.hf.RHF, orbital: int) -> str:
    return field.mol.irrep_name[list(field.mol.irrep_id).index(int(field.orbsym[orbital]))]


def entry(molecule: Molecule) -> str:
    mol = gto.M(atom=molecule.atoms, charge=molecule.charge, basis="sto-3g", symmetry=True, verbose=0)
    field = scf.RHF(mol)
    field.conv_tol, field.conv_tol_grad = 1e-13, 1e-9
    field.kernel()
    orbitals = with_fixed_signs(field.mo_coeff)
    occupied, empty, matrix = best_pair(field, orbitals)
    names = ", ".join(f'"{k + 1} ({symmetry_of(field, k)})"' for k in (occupied, empty))
    terms = "".join(f"['{label}', {value!r}]," for label, value in pauli_terms(matrix))
    return (
        f"{{ formula: '{molecule.formula}', geometry: '{molecule.geometry}', charge: {molecule.charge}, "
        f"orbitals: [{names}], hamiltonian: [{terms}] }},"
    )


HEADER = """// Written by language/chemistry/hamiltonians.py, which says how; do not edit.
import type { PauliSum } from '../pauli.ts';

/** A molecule in STO-3G with two active electrons in two orbitals, on two qubits. */
export interface Molecule {
  readonly formula: string;
  /** Bond lengths in angstrom. */
  readonly geometry: string;
  readonly charge: number;
  /** The occupied and the empty active orbital: number by energy from 1, and irreducible representation. */
  readonly orbitals: readonly [string, string];
  /** Hartree; nuclear repulsion and the frozen orbitals are in the coefficient of II. */
  readonly hamiltonian: PauliSum;
}

"""


def main() -> None:
    entries = "".join(entry(molecule) for molecule in MOLECULES)
    print(f"{HEADER}export const MOLECULES: readonly Molecule[] = [{entries}];")


if __name__ == "__main__":
    main()
