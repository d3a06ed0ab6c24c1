"""QAOA (Farhi, Goldstone and Gutmann, 2014): exp(-i gamma C) and exp(-i beta B), C a diagonal, B the sum of all X.

The objectives are counted solution by solution, from the documented definition of each problem's instance.
"""

from collections.abc import Callable, Sequence
from math import cos, pi, sin

import numpy as np

from compare import Expectation, PureState, Reals
from corpus import Item

Bits = Sequence[int]
"""Bit k is qubit k."""


def _ring(n: int) -> list[tuple[int, int]]:
    """Two nodes have one edge."""
    return [(0, 1)] if n == 2 else [(node, (node + 1) % n) for node in range(n)]


def max_cut(bits: Bits) -> float:
    return sum(bits[a] != bits[b] for a, b in _ring(len(bits)))


def independent_set(bits: Bits) -> float:
    return sum(bits) - 2 * sum(bits[a] and bits[b] for a, b in _ring(len(bits)))


def vertex_cover(bits: Bits) -> float:
    return -sum(bits) - 2 * sum(not (bits[a] or bits[b]) for a, b in _ring(len(bits)))


def partition(bits: Bits) -> float:
    """Of the numbers 1, 2, ..., n."""
    return -(sum(number if bit else -number for number, bit in enumerate(bits, start=1)) ** 2)


def portfolio(bits: Bits) -> float:
    """Return less a hundredth of the variance, for half of the assets; 10 for each squared asset too many or few."""
    n = len(bits)
    returns = np.array([5 + 3 * k % 7 for k in range(n)])
    volatility = np.array([10 + 5 * k % 9 for k in range(n)])
    covariance = np.outer(volatility, volatility) * np.where(np.eye(n), 1, 0.25)
    x = np.array(bits)
    return float(returns @ x - x @ covariance @ x / 100 - 10 * (sum(bits) - n // 2) ** 2)


def tour(bits: Bits) -> float:
    """Minus the way through the corners of a regular polygon of side 1, from city 0 and back to it.

    Bit (stop - 1)(n - 1) + city - 1 is 1 when the city is that stop. A stop's or city's squared error costs twice the
    longest distance.
    """
    others = round(len(bits) ** 0.5)
    n = others + 1
    corner = np.exp(2j * pi * np.arange(n) / n)
    distance = np.abs(corner[:, None] - corner[None, :]) / abs(corner[1] - corner[0])
    visits = np.zeros((n + 1, n))
    visits[1:n, 1:] = np.reshape(bits, (others, others))
    visits[[0, n], 0] = 1
    length = sum(
        distance[a, b] * visits[stop, a] * visits[stop + 1, b]
        for stop in range(n)
        for a in range(n)
        for b in range(n)
        if a != b
    )
    errors = np.sum((visits[1:n].sum(axis=1) - 1) ** 2) + np.sum((visits[1:n, 1:].sum(axis=0) - 1) ** 2)
    return float(-length - 2 * distance.max() * errors)


OBJECTIVES: dict[str, Callable[[Bits], float]] = {
    "MaxCut": max_cut,
    "MIS": independent_set,
    "vertex cover": vertex_cover,
    "number partitioning": partition,
    "portfolio": portfolio,
    "TSP": tour,
}


def objective(item: Item) -> Reals:
    """The value of each solution."""
    value = OBJECTIVES[item.slots["problem"]]
    return np.array([value([x >> k & 1 for k in range(item.qubits)]) for x in range(2**item.qubits)], dtype=np.float64)


def qaoa(item: Item) -> Expectation:
    values = objective(item)
    state = np.full(len(values), len(values) ** -0.5, dtype=np.complex128)
    for gamma, beta in zip(item.extra["gammas"], item.extra["betas"], strict=True):
        state *= np.exp(-1j * gamma * values)
        for qubit in range(item.qubits):
            flipped = state[np.arange(len(values)) ^ (1 << qubit)]
            state = cos(beta) * state - 1j * sin(beta) * flipped
    return PureState(state)
