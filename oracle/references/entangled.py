"""States that are known in closed form: Bell, GHZ, W and the uniform superposition."""

import numpy as np
from qiskit.quantum_info import Statevector

from compare import Expectation, PureState
from corpus import Item

_BELL = {"phi+": ("00", "11", 1), "phi-": ("00", "11", -1), "psi+": ("01", "10", 1), "psi-": ("01", "10", -1)}


def _normalised(*kets: Statevector) -> Expectation:
    total = np.sum([ket.data for ket in kets], axis=0)
    return PureState(total / np.linalg.norm(total))


def bell(item: Item) -> Expectation:
    first, second, sign = _BELL[item.slots["variant"]]
    return _normalised(Statevector.from_label(first), sign * Statevector.from_label(second))


def ghz(item: Item) -> Expectation:
    n = item.slots["qubits"]
    return _normalised(Statevector.from_label("0" * n), Statevector.from_label("1" * n))


def w_state(item: Item) -> Expectation:
    """Dür, Vidal and Cirac (2000): every basis state with a single 1, with the same amplitude."""
    n = item.slots["qubits"]
    return _normalised(*(Statevector.from_int(1 << qubit, 2**n) for qubit in range(n)))


def superposition(item: Item) -> Expectation:
    return _normalised(Statevector.from_label("+" * item.slots["qubits"]))
