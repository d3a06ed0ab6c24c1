"""The comparison finds wrong circuits: each gate of an exported circuit in turn is left out, then altered."""

from collections.abc import Callable

import numpy as np
import pytest
from qiskit import QuantumCircuit
from qiskit.circuit import CircuitInstruction

from circuits import applied, final_state, from_qasm3, without_measurements
from compare import TOLERANCE, difference, outcomes_of, random_state, register_state, state_difference
from corpus import Item, item_named
from references import ACTIONS, REFERENCES

PROGRAMS = [
    "Create Bell state psi-",
    "Create 4-qubit GHZ state",
    "Create 4-qubit W state",
    "Create uniform superposition of 4 qubits",
    "Run quantum Fourier transform on 4 qubits with input 1010",
    "Run inverse quantum Fourier transform on 4 qubits with input 1010",
    "Run Grover search on 3 qubits for 101",
    "Apply gates on 3 qubits: ry(0.3) 0; rx(0.7) 1; ry(1.1) 2; rz(0.9) 0; cx 0 1; h 2; cx 1 2; t 1; cswap 2 0 1",
    "Run quantum teleportation with state theta=2.5 phi=-1.3",
    "Run Deutsch-Jozsa on 3 input bits with balanced oracle",
    "Run Bernstein-Vazirani for secret 1011",
    "Run phase estimation of P(-2.2) with 4 counting qubits",
    "Factor 15 with Shor's algorithm",
    "Run VQE for H2",
    "Run QAOA for portfolio on 4 nodes with 2 layers",
]
FOUND_AT_LEAST = 0.8
"""The other mutations are symmetries: they leave what is compared as it is."""
MAX_GATES = 50
"""Of longer circuits only so many are mutated, at even distances."""

Mutation = Callable[[QuantumCircuit, int], QuantumCircuit]


def left_out(circuit: QuantumCircuit, at: int) -> QuantumCircuit:
    return _with(circuit, at, [])


def altered(circuit: QuantumCircuit, at: int) -> QuantumCircuit:
    """The gate turns the other way or, where it has no angle, acts on the next qubits."""
    gate = circuit.data[at]
    if gate.operation.params:
        operation = gate.operation.to_mutable()
        operation.params = [-angle for angle in operation.params]
        return _with(circuit, at, [gate.replace(operation=operation)])
    qubits = [circuit.qubits[(circuit.find_bit(bit).index + 1) % circuit.num_qubits] for bit in gate.qubits]
    return _with(circuit, at, [gate.replace(qubits=qubits)])


def _with(circuit: QuantumCircuit, at: int, gates: list[CircuitInstruction]) -> QuantumCircuit:
    mutant = circuit.copy_empty_like()
    for gate in [*circuit.data[:at], *gates, *circuit.data[at + 1 :]]:
        mutant.append(gate)
    return mutant


def is_found(item: Item, mutant: QuantumCircuit) -> bool:
    """Whether the tests of circuits would fail with this one."""
    state = final_state(mutant)
    wrong = [difference(REFERENCES[item.algorithm](item), state, item.measured)]
    wrong.append(float(np.max(np.abs(outcomes_of(state, item.measured) - item.probabilities))))
    if item.algorithm in ACTIONS:
        start = random_state(mutant.num_qubits)
        wrong.append(state_difference(applied(mutant, start), ACTIONS[item.algorithm](item, start)))
    return max(wrong) > TOLERANCE


def is_symmetry(item: Item, circuit: QuantumCircuit, mutant: QuantumCircuit) -> bool:
    """Whether no measurement of the measured qubits, in whatever basis, could tell the two circuits apart."""
    one, other = (register_state(final_state(each), item.measured) for each in (circuit, mutant))
    return bool(np.max(np.abs(one - other)) < TOLERANCE)


@pytest.mark.parametrize("mutate", [left_out, altered], ids=lambda mutate: mutate.__name__)
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_wrong_gate_is_found(program: str, mutate: Mutation) -> None:
    item = item_named(program)
    circuit = without_measurements(from_qasm3(item.qasm3))
    assert not is_found(item, circuit)
    places = sorted({int(at) for at in np.linspace(0, len(circuit.data) - 1, MAX_GATES)})
    mutants = [mutate(circuit, at) for at in places]
    missed = [mutant for mutant in mutants if not is_found(item, mutant)]
    assert all(is_symmetry(item, circuit, mutant) for mutant in missed)
    assert len(missed) <= (1 - FOUND_AT_LEAST) * len(mutants)


def test_every_algorithm_is_mutated() -> None:
    assert {item_named(program).algorithm for program in PROGRAMS} == set(REFERENCES)


@pytest.mark.parametrize(
    "program",
    [
        "Run Grover search on 3 qubits for 110",
        "Run Bernstein-Vazirani for secret 1011",
        "Factor 21 with Shor's algorithm",
    ],
)
def test_bits_in_the_wrong_order_are_found(program: str) -> None:
    item = item_named(program)
    turned = outcomes_of(final_state(from_qasm3(item.qasm3)), item.measured[::-1])
    assert np.max(np.abs(turned - item.probabilities)) > 0.01
