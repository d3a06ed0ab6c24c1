"""Phase estimation (Nielsen and Chuang, section 5.2): the closed form of its final state."""

from math import pi

import numpy as np
from qiskit.circuit import Gate
from qiskit.circuit.library import HGate, PhaseGate, SGate, TGate, XGate, ZGate

from compare import Expectation, PureState, Vector
from corpus import Item
from references.angles import radians

_NAMED = {"Z": ZGate, "S": SGate, "T": TGate, "X": XGate, "H": HGate}


def unitary_of(name: str) -> Gate:
    return PhaseGate(radians(name[2:-1])) if name.startswith("P(") else _NAMED[name]()


def eigenpair(name: str) -> tuple[float, Vector]:
    """The phase in [0, 1) and the eigenstate: |1> of a diagonal unitary, otherwise the one with eigenvalue -1."""
    matrix = unitary_of(name).to_matrix()
    if abs(matrix[0, 1]) < 1e-12:
        vector = np.array([0, 1], dtype=np.complex128)
    else:
        values, vectors = np.linalg.eigh(matrix)
        vector = vectors[:, np.argmin(values)]
    value = np.vdot(vector, matrix @ vector)
    return float(np.angle(value) / (2 * pi)) % 1.0, vector


def estimates(phase: float, counting: int) -> Vector:
    """The amplitude of each estimate k: the mean of exp(2 pi i j (phase - k / 2^t)) over j."""
    size = 2**counting
    j = np.arange(size)
    waves = np.exp(2j * pi * np.outer(phase - j / size, j))
    return np.asarray(waves.mean(axis=1), dtype=np.complex128)


def phase_estimation(item: Item) -> Expectation:
    """The eigenstate stays on the highest qubit."""
    phase, eigenstate = eigenpair(item.slots["unitary"])
    return PureState(np.asarray(np.kron(eigenstate, estimates(phase, item.slots["counting"])), dtype=np.complex128))
