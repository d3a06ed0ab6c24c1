"""Our simulator and both exports against the references, for every program of the corpus."""

import ast
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from circuits import applied, final_state, from_qasm3, measured_qubits, run_program
from compare import (
    TOLERANCE,
    Expectation,
    Reals,
    Vector,
    difference,
    expected_outcomes,
    outcomes_of,
    random_state,
    state_difference,
)
from corpus import Item, corpus
from references import ACTIONS, REFERENCES

ITEMS = corpus()
every_program = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.program[-80:])
one_of_each = pytest.mark.parametrize(
    "item", {item.algorithm: item for item in reversed(ITEMS)}.values(), ids=lambda item: item.algorithm
)


def assert_as_expected(item: Item, expected: Expectation, vector: Vector, measured: Sequence[int]) -> None:
    """The state is right, and its measurement gives the distribution that we print."""
    assert difference(expected, vector, measured) < TOLERANCE
    assert_same(outcomes_of(vector, measured), item.probabilities)


def assert_same(one: Reals, other: Reals) -> None:
    assert np.max(np.abs(one - other)) < TOLERANCE


def test_every_algorithm_has_programs() -> None:
    assert {item.algorithm for item in ITEMS} == set(REFERENCES)


@every_program
def test_our_simulator(item: Item) -> None:
    expected = REFERENCES[item.algorithm](item)
    assert_same(item.probabilities, expected_outcomes(expected, item.measured))
    if item.state is not None:
        assert_as_expected(item, expected, item.state, item.measured)


@every_program
def test_exported_openqasm_3(item: Item) -> None:
    circuit = from_qasm3(item.qasm3)
    assert measured_qubits(circuit) == item.measured
    assert_as_expected(item, REFERENCES[item.algorithm](item), final_state(circuit), item.measured)


@every_program
def test_exported_qiskit_program(item: Item) -> None:
    variables = run_program(item.qiskit)
    circuit = variables["circuit"]
    assert measured_qubits(circuit) == item.measured
    assert_as_expected(item, REFERENCES[item.algorithm](item), final_state(circuit), item.measured)
    assert_sampled(item, variables["counts"])


@one_of_each
def test_exported_program_runs_by_itself(item: Item, tmp_path: Path) -> None:
    script = tmp_path / "exported.py"
    script.write_text(item.qiskit, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, script], check=True, capture_output=True, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"}
    )
    assert run.stderr == ""
    assert_sampled(item, ast.literal_eval(run.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "item", [item for item in ITEMS if item.algorithm in ACTIONS], ids=lambda item: item.program[-80:]
)
def test_whole_circuit_on_another_state(item: Item) -> None:
    start = random_state(item.qubits)
    expected = ACTIONS[item.algorithm](item, start)
    for circuit in (from_qasm3(item.qasm3), run_program(item.qiskit)["circuit"]):
        assert state_difference(applied(circuit, start), expected) < TOLERANCE


def assert_sampled(item: Item, counts: dict[str, int]) -> None:
    """Only outcomes that can come, as often as they should by Hoeffding's inequality, but for one in 1e11 times."""
    shots = sum(counts.values())
    shares = np.zeros_like(item.probabilities)
    for bits, count in counts.items():
        shares[int(bits, 2)] = count / shots
    allowed = np.sqrt(np.log(2 * len(shares) / 1e-11) / (2 * shots))
    assert shots == 1024
    assert np.max(np.abs(shares - item.probabilities)) < allowed
    assert not np.any(shares[item.probabilities == 0])
