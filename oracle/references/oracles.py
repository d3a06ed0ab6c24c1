"""Deutsch-Jozsa (1992) and Bernstein-Vazirani (1993) with phase oracles from truth tables: no ancilla, no CX."""

from collections.abc import Callable

import numpy as np
from qiskit.quantum_info import Operator, Statevector

from compare import Expectation, Outcomes
from corpus import Item


def _interfere(n: int, f: Callable[[int], int]) -> Expectation:
    """The distribution of H^n (-1)^f H^n |0...0>."""
    hadamards = Operator.from_label("H" * n)
    oracle = Operator(np.diag([(-1.0) ** f(x) for x in range(2**n)]))
    state = Statevector.from_label("+" * n).evolve(oracle).evolve(hadamards)
    return Outcomes(np.asarray(state.probabilities()))


def deutsch_jozsa(item: Item) -> Expectation:
    """The balanced function is the parity of all input bits, the constant one is 1."""
    balanced = item.slots["oracle"] == "balanced"
    return _interfere(item.slots["inputs"], lambda x: x.bit_count() % 2 if balanced else 1)


def bernstein_vazirani(item: Item) -> Expectation:
    secret = item.slots["secret"]
    return _interfere(len(secret), lambda x: (x & int(secret, 2)).bit_count() % 2)
