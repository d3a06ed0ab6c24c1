"""Grover search (1996) by two reflections, as matrices."""

from math import asin, sin

import numpy as np

from compare import Expectation, PureState
from corpus import Item


def success(n: int, rounds: int) -> float:
    """Boyer, Brassard, Hoyer and Tapp (1998), for one marked item of 2^n."""
    return sin((2 * rounds + 1) * asin(2 ** (-n / 2))) ** 2


def best_rounds(n: int) -> int:
    """The first number of rounds after which one more makes success less likely."""
    rounds = 0
    while success(n, rounds + 1) > success(n, rounds):
        rounds += 1
    return rounds


def grover(item: Item) -> Expectation:
    n = item.slots["qubits"]
    size = 2**n
    uniform = np.full(size, size**-0.5, dtype=np.complex128)
    marked = np.zeros(size)
    marked[int(item.slots["target"], 2)] = 1
    oracle = np.eye(size) - 2 * np.outer(marked, marked)
    diffusion = 2 * np.outer(uniform, uniform) - np.eye(size)
    return PureState(np.linalg.matrix_power(diffusion @ oracle, best_rounds(n)) @ uniform)
