"""Writes the reference circuits that `npm run eval` judges by, so that it needs no Python.

    .venv/bin/python evaluation_table.py

One JSON object a line, for every simulated program that a development set expects: `kind` says what `values` are
(`state`: amplitudes up to a global phase; `register`: the density matrix of the measured qubits, by rows; `outcomes`:
probabilities), each run of equal values as [how many, real part, imaginary part]. `after` is what the circuit makes of
the state of `uneven_state`, where it is known.
"""

import json
from collections.abc import Iterator
from itertools import groupby
from math import cos, sin
from pathlib import Path
from typing import Any

import numpy as np

from compare import Expectation, PureState, RegisterState, Vector, expected_outcomes
from corpus import EXPECTED, ROOT, Item, corpus
from references import ACTIONS, REFERENCES

TABLE = ROOT / "training" / "evaluate" / "references.jsonl"
DECIMALS = 12
MAX_STATE_QUBITS = 10
"""Of larger circuits that leave work qubits unmeasured, the outcomes must do."""


def uneven_state(qubits: int) -> Vector:
    """Each qubit k in cos(a/2)|0> + exp(ib) sin(a/2)|1> with a = 0.5 + 0.3k and b = 0.7 + 0.2k."""
    state = np.ones(1, dtype=np.complex128)
    for qubit in range(qubits):
        angle, phase = 0.5 + 0.3 * qubit, 0.7 + 0.2 * qubit
        state = np.kron([cos(angle / 2), np.exp(1j * phase) * sin(angle / 2)], state)
    return state


def runs(values: Vector) -> list[list[float]]:
    """Runs of equal values, rounded."""
    rounded = np.round(values, DECIMALS) + 0.0
    return [[len(list(run)), value.real, value.imag] for value, run in groupby(rounded.tolist())]


def expectation(item: Item, expected: Expectation) -> dict[str, Any]:
    if isinstance(expected, RegisterState):
        return {"kind": "register", "values": runs(expected.matrix.reshape(-1))}
    whole = item.qubits <= MAX_STATE_QUBITS or len(item.measured) == item.qubits
    if isinstance(expected, PureState) and whole:
        return {"kind": "state", "values": runs(expected.vector)}
    return {"kind": "outcomes", "values": runs(expected_outcomes(expected, item.measured).astype(np.complex128))}


def row(item: Item) -> dict[str, Any]:
    action = ACTIONS.get(item.algorithm) if item.qubits <= MAX_STATE_QUBITS else None
    after = {} if action is None else {"after": runs(action(item, uneven_state(item.qubits)))}
    return {"program": item.program, **expectation(item, REFERENCES[item.algorithm](item)), **after}


def lines() -> Iterator[str]:
    for item in corpus(EXPECTED):
        yield json.dumps(row(item), separators=(",", ":"))


def main(table: Path) -> None:
    table.write_text("".join(f"{line}\n" for line in lines()), encoding="utf-8")


if __name__ == "__main__":
    main(TABLE)
