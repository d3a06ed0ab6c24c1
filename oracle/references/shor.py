"""Shor's order finding (1994): the closed form of its final state, and what its circuit does to any other state."""

import numpy as np

from compare import Expectation, PureState, Vector
from corpus import Item

BASES = {15: 7, 21: 2}
"""The documented choice for each number."""


def order_finding(number: int, base: int, counting: int) -> Vector:
    """Sum over the residues y of |Fourier transform of the x with base^x = y>|y>, the counting qubits being lowest."""
    exponents = range(2**counting)
    powers = np.array([pow(base, x, number) for x in exponents])
    registers = np.zeros((2 ** number.bit_length(), 2**counting), dtype=np.complex128)
    for residue in np.unique(powers):
        registers[residue] = np.fft.fft(powers == residue) / 2**counting
    return registers.reshape(-1)


def shor(item: Item) -> Expectation:
    number = item.slots["number"]
    return PureState(order_finding(number, BASES[number], len(item.measured)))


def shor_action(item: Item, vector: Vector) -> Vector:
    """H on the counting qubits, X on the lowest work qubit, |x>|y> to |x>|base^x y>, inverse Fourier transform.

    Multiplication leaves a y of the number's size or larger as it is.
    """
    number = item.slots["number"]
    size = 2 ** len(item.measured)
    x = np.arange(size)
    hadamards = (-1.0) ** np.bitwise_count(np.bitwise_and.outer(x, x)) / size**0.5
    registers = vector.reshape(-1, size) @ hadamards
    y = np.arange(len(registers))
    registers = registers[y ^ 1]
    multiplied = np.empty_like(registers)
    for exponent in range(size):
        power = pow(BASES[number], exponent, number)
        multiplied[np.where(y < number, power * y % number, y), exponent] = registers[:, exponent]
    return np.asarray(np.fft.fft(multiplied, axis=1, norm="ortho").reshape(-1))
