"""Gate lists, read from the program's text and applied with the matrices of Qiskit's standard gates."""

import re

import numpy as np
from qiskit.circuit.library import get_standard_gate_name_mapping
from qiskit.quantum_info import Operator, Statevector

from compare import Expectation, PureState
from corpus import Item
from references.angles import radians

_STATEMENT = re.compile(r"(\w+)(?:\((.+)\))? ([\d ]+)")


def custom_gates(item: Item) -> Expectation:
    standard = get_standard_gate_name_mapping()
    state = Statevector.from_int(0, 2**item.qubits)
    for statement in item.program.split(": ", 1)[1].split("; "):
        match = _STATEMENT.fullmatch(statement)
        assert match is not None, statement
        name, angle, qubits = match.groups()
        gate = standard[name].base_class(*([] if angle is None else [radians(angle)]))
        state = state.evolve(Operator(gate), [int(qubit) for qubit in qubits.split()])
    return PureState(np.asarray(state.data))
