"""Teleportation (Bennett et al., 1993): the receiver's qubit is left in the sender's state, and it alone."""

from math import cos, sin

import numpy as np

from compare import Expectation, RegisterState
from corpus import Item
from references.angles import radians


def teleportation(item: Item) -> Expectation:
    """The message is cos(theta/2)|0> + exp(i phi) sin(theta/2)|1>, |0> when the program names none."""
    theta, phi = (radians(item.slots.get(name, "0")) for name in ("theta", "phi"))
    message = np.array([cos(theta / 2), np.exp(1j * phi) * sin(theta / 2)])
    return RegisterState(np.outer(message, message.conj()))
