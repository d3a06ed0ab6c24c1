"""The references themselves, against other ways to the same numbers."""

import numpy as np
import pytest
from qiskit import QuantumCircuit
from qiskit.circuit.library import QFTGate, UnitaryGate
from qiskit.circuit.library import phase_estimation as qiskit_phase_estimation
from qiskit.quantum_info import Operator, Statevector

from compare import TOLERANCE, state_difference
from corpus import Item, item_named, of_algorithm
from references.grover import best_rounds, success
from references.phase_estimation import eigenpair, estimates, unitary_of
from references.qaoa import objective
from references.shor import BASES, order_finding
from references.vqe import ground_energy, hamiltonian

CHEMICAL_ACCURACY = 1.6e-3
"""In hartree."""


@pytest.mark.parametrize("n", [1, 2, 5])
def test_qft_is_the_discrete_fourier_transform(n: int) -> None:
    size = 2**n
    matrix = np.fft.ifft(np.eye(size), norm="ortho")
    np.testing.assert_allclose(Operator(QFTGate(n)).data, matrix, atol=TOLERANCE)


@pytest.mark.parametrize(("n", "rounds", "probability"), [(2, 1, 1), (3, 2, 0.9453), (4, 3, 0.9613), (5, 4, 0.9992)])
def test_grover_succeeds_as_published(n: int, rounds: int, probability: float) -> None:
    assert best_rounds(n) == rounds
    assert success(n, rounds) == pytest.approx(probability, abs=5e-5)


@pytest.mark.parametrize("unitary", ["Z", "S", "T", "X", "H", "P(pi/3)", "P(-2.2)"])
def test_estimates_are_those_of_qiskits_circuit(unitary: str) -> None:
    counting = 4
    phase, eigenstate = eigenpair(unitary)
    circuit = QuantumCircuit(counting + 1)
    circuit.prepare_state(Statevector(eigenstate), [counting])
    circuit.compose(qiskit_phase_estimation(counting, _circuit_of(unitary)), inplace=True)
    lowest_last = list(reversed(range(counting)))
    theirs = Statevector(circuit).probabilities(lowest_last)
    np.testing.assert_allclose(np.abs(estimates(phase, counting)) ** 2, theirs, atol=TOLERANCE)


def _circuit_of(unitary: str) -> QuantumCircuit:
    circuit = QuantumCircuit(1)
    circuit.append(unitary_of(unitary), [0])
    return circuit


def test_order_finding_is_a_circuit_of_permutations() -> None:
    number, counting, work = 15, 4, 4
    base = BASES[number]
    circuit = QuantumCircuit(counting + work)
    circuit.h(range(counting))
    circuit.x(counting)
    for k in range(counting):
        images = [pow(base, 2**k) * x % number if x < number else x for x in range(2**work)]
        permutation = np.eye(2**work)[:, np.argsort(images)].T
        circuit.append(UnitaryGate(permutation).control(1, annotated=False), [k, *range(counting, counting + work)])
    circuit.append(QFTGate(counting).inverse(), range(counting))
    state = np.asarray(Statevector(circuit).data)
    assert state_difference(state, order_finding(number, base, counting)) < TOLERANCE


def test_h2_has_its_published_energy() -> None:
    """Qiskit Nature's tutorial has -1.857275 + 0.719969 hartree, in STO-3G at 0.735 angstrom."""
    assert ground_energy(item_named("Run VQE for H2")) == pytest.approx(-1.137306, abs=1e-6)


@pytest.mark.parametrize("item", of_algorithm("vqe"), ids=lambda item: item.program)
def test_vqe_reaches_chemical_accuracy(item: Item) -> None:
    assert item.state is not None
    energy = np.real(np.vdot(item.state, hamiltonian(item) @ item.state))
    assert ground_energy(item) - TOLERANCE < energy < ground_energy(item) + CHEMICAL_ACCURACY


@pytest.mark.parametrize("item", of_algorithm("qaoa"), ids=lambda item: item.program)
def test_qaoa_is_better_than_guessing(item: Item) -> None:
    values = objective(item)
    assert item.probabilities @ values > values.mean() + 0.1 * (values.max() - values.mean())


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_qaoa_cuts_a_ring_as_published(layers: int) -> None:
    """Farhi et al.: (2p + 1) / (2p + 2) of a long ring's edges with p layers."""
    item = item_named(f"Run QAOA for MaxCut on 8 nodes with {layers} layers")
    share = item.probabilities @ objective(item) / 8
    assert share == pytest.approx((2 * layers + 1) / (2 * layers + 2), abs=1e-6)
