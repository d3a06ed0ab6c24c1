"""The programs under test, with what our simulator makes of them and their exports.

`language/test/oracle-corpus.ts` prints them, one JSON object a line; see there for the range.
"""

import json
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from compare import Reals, Vector

ROOT = Path(__file__).resolve().parent.parent
NODE = ROOT / "node_modules" / ".bin" / "node"
SCRIPT = ROOT / "language" / "test" / "oracle-corpus.ts"
EXPECTED = ROOT / "training" / "evaluate" / "print-expected.ts"
"""Prints the programs that the development sets expect, in the same form."""


@dataclass(frozen=True)
class Item:
    program: str
    algorithm: str
    slots: dict[str, Any]
    qubits: int
    measured: list[int]
    """Lowest bit first."""
    probabilities: Reals
    """By outcome; negligible ones are 0."""
    state: Vector | None
    """Up to 8 qubits."""
    qasm3: str
    qiskit: str
    extra: dict[str, Any]
    """Conventions that the program's text does not tell, such as the base of Shor's algorithm."""


def read_item(line: str) -> Item:
    raw = json.loads(line)
    probabilities = np.zeros(2 ** len(raw["measured"]))
    for bits, probability in raw["probabilities"].items():
        probabilities[int(bits, 2)] = probability
    state = raw["state"]
    return Item(
        **{
            **raw,
            "probabilities": probabilities,
            "state": None if state is None else np.array(state["re"]) + 1j * np.array(state["im"]),
        }
    )


@cache
def corpus(script: Path = SCRIPT) -> tuple[Item, ...]:
    printed = subprocess.run([NODE, script], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(read_item(line) for line in printed.splitlines())


def item_named(program: str) -> Item:
    return next(item for item in corpus() if item.program == program)


def of_algorithm(algorithm: str) -> list[Item]:
    return [item for item in corpus() if item.algorithm == algorithm]
