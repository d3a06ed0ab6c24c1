"""The table that `npm run eval` judges by is the one that the references give."""

from pathlib import Path

import numpy as np
from qiskit import QuantumCircuit

from circuits import final_state
from compare import TOLERANCE, state_difference
from evaluation_table import TABLE, main, uneven_state


def test_table_is_up_to_date(tmp_path: Path) -> None:
    fresh = tmp_path / "references.jsonl"
    main(fresh)
    assert fresh.read_text(encoding="utf-8") == TABLE.read_text(encoding="utf-8")


def test_uneven_state() -> None:
    circuit = QuantumCircuit(3)
    for qubit in range(3):
        circuit.ry(0.5 + 0.3 * qubit, qubit)
        circuit.p(0.7 + 0.2 * qubit, qubit)
    assert state_difference(uneven_state(3), final_state(circuit)) < TOLERANCE
    assert np.isclose(np.linalg.norm(uneven_state(5)), 1)
