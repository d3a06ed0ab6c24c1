"""The Fourier transform of a basis state, by Qiskit's `QFTGate`."""

import numpy as np
from qiskit.circuit import Gate
from qiskit.circuit.library import QFTGate
from qiskit.quantum_info import Statevector

from compare import Expectation, PureState, Vector
from corpus import Item


def _input(item: Item) -> int:
    return int(item.slots.get("input", "0"), 2)


def _transformed(item: Item, gate: Gate) -> Expectation:
    state = Statevector.from_int(_input(item), 2**item.qubits).evolve(gate)
    return PureState(np.asarray(state.data))


def _action(item: Item, gate: Gate, vector: Vector) -> Vector:
    """The X that write the input, then the gate."""
    flipped = vector[np.arange(len(vector)) ^ _input(item)]
    return np.asarray(Statevector(flipped).evolve(gate).data)


def qft(item: Item) -> Expectation:
    return _transformed(item, QFTGate(item.qubits))


def iqft(item: Item) -> Expectation:
    return _transformed(item, QFTGate(item.qubits).inverse())


def qft_action(item: Item, vector: Vector) -> Vector:
    return _action(item, QFTGate(item.qubits), vector)


def iqft_action(item: Item, vector: Vector) -> Vector:
    return _action(item, QFTGate(item.qubits).inverse(), vector)
