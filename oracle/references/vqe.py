"""VQE: numpy's diagonalisation of the Hamiltonian that the program stands for."""

import numpy as np
from qiskit.quantum_info import SparsePauliOp

from compare import Expectation, Matrix, PureState
from corpus import Item

HARTREE_FOCK, DOUBLE_EXCITATION = 0b01, 0b10


def hamiltonian(item: Item) -> Matrix:
    """In hartree; a Pauli string's leftmost letter acts on the highest qubit."""
    terms = [(label, weight) for label, weight in item.extra["hamiltonian"]]
    return np.asarray(SparsePauliOp.from_list(terms).to_matrix())


def ground_energy(item: Item) -> float:
    return float(np.linalg.eigvalsh(hamiltonian(item))[0])


def vqe(item: Item) -> Expectation:
    """The lowest state that the ansatz can reach: in the span of the Hartree-Fock state and its double excitation."""
    kept = [HARTREE_FOCK, DOUBLE_EXCITATION]
    _, vectors = np.linalg.eigh(hamiltonian(item)[np.ix_(kept, kept)])
    state = np.zeros(4, dtype=np.complex128)
    state[kept] = vectors[:, 0]
    return PureState(state)
