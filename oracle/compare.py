"""What a reference says of a circuit, and how far a state is from it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from qiskit.quantum_info import DensityMatrix, Statevector, partial_trace, random_statevector

Vector = NDArray[np.complex128]
Matrix = NDArray[np.complex128]
Reals = NDArray[np.float64]

TOLERANCE = 1e-9


@dataclass(frozen=True)
class PureState:
    """The state of all qubits, up to a global phase; bit k of an index is qubit k."""

    vector: Vector


@dataclass(frozen=True)
class RegisterState:
    """The density matrix of the measured qubits, where the others are of no interest."""

    matrix: Matrix


@dataclass(frozen=True)
class Outcomes:
    """The distribution of the measured qubits; bit k of an index is the k-th of them."""

    probabilities: Reals


Expectation = PureState | RegisterState | Outcomes


def outcomes_of(vector: Vector, measured: Sequence[int]) -> Reals:
    """The exact distribution of the measured qubits, lowest bit first."""
    return np.asarray(Statevector(vector).probabilities(list(measured)), dtype=np.float64)


def expected_outcomes(expected: Expectation, measured: Sequence[int]) -> Reals:
    """The distribution that follows from an expectation."""
    if isinstance(expected, Outcomes):
        return expected.probabilities
    if isinstance(expected, RegisterState):
        return np.real(np.diag(expected.matrix)).astype(np.float64)
    return outcomes_of(expected.vector, measured)


def register_state(vector: Vector, measured: Sequence[int]) -> Matrix:
    """The density matrix of the measured qubits, which must be in rising order."""
    assert list(measured) == sorted(measured)
    state = Statevector(vector)
    others = [qubit for qubit in range(state.num_qubits or 0) if qubit not in measured]
    reduced = partial_trace(state, others) if others else DensityMatrix(state)
    return np.asarray(reduced.data, dtype=np.complex128)


def state_difference(one: Vector, other: Vector) -> float:
    """The largest difference of two amplitudes once the global phases agree."""
    overlap = np.vdot(other, one)
    phase = overlap / abs(overlap) if abs(overlap) > TOLERANCE else 1.0
    return float(np.max(np.abs(one - phase * other)))


def random_state(qubits: int) -> Vector:
    """The same one every time."""
    return np.asarray(random_statevector(2**qubits, seed=7).data)


def difference(expected: Expectation, vector: Vector, measured: Sequence[int]) -> float:
    """How far a state is from what is expected of it: 0 when it is right, `TOLERANCE` at most by rounding."""
    if isinstance(expected, PureState):
        return state_difference(vector, expected.vector)
    if isinstance(expected, RegisterState):
        return float(np.max(np.abs(register_state(vector, measured) - expected.matrix)))
    return float(np.max(np.abs(outcomes_of(vector, measured) - expected.probabilities)))
