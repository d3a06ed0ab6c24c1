"""Circuits that Qiskit reads from our exports, and what they do."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from qiskit import QuantumCircuit
from qiskit.quantum_info import Statevector
from qiskit_qasm3_import import parse

from compare import Vector


@cache
def from_qasm3(source: str) -> QuantumCircuit:
    circuit = parse(source)
    assert isinstance(circuit, QuantumCircuit)
    return circuit


@cache
def run_program(source: str) -> dict[str, Any]:
    """The variables that an exported Python program leaves; what it prints goes to standard output."""
    variables: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(source, "exported.py", "exec"), variables)
    return variables


def final_state(circuit: QuantumCircuit) -> Vector:
    """The state just before the measurements, which must all stand at the end."""
    return np.asarray(Statevector(without_measurements(circuit)).data)


def applied(circuit: QuantumCircuit, start: Vector) -> Vector:
    """What the gates make of a state."""
    return np.asarray(Statevector(start).evolve(without_measurements(circuit)).data)


def without_measurements(circuit: QuantumCircuit) -> QuantumCircuit:
    unitary = circuit.copy_empty_like()
    done: set[int] = set()
    for instruction in circuit.data:
        qubits = {circuit.find_bit(qubit).index for qubit in instruction.qubits}
        if instruction.operation.name == "measure":
            done |= qubits
            continue
        assert not done & qubits, "a gate after a measurement"
        unitary.append(instruction)
    return unitary


def measured_qubits(circuit: QuantumCircuit) -> Sequence[int]:
    """The qubits by the classical bit that they go to."""
    measurements = [each for each in circuit.data if each.operation.name == "measure"]
    target = {circuit.find_bit(each.clbits[0]).index: circuit.find_bit(each.qubits[0]).index for each in measurements}
    assert sorted(target) == list(range(circuit.num_clbits)) == list(range(len(measurements)))
    return [target[bit] for bit in sorted(target)]
