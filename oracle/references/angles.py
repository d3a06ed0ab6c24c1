"""Angles as programs write them: a decimal number of radians or a fraction of pi."""

import re
from math import pi

_FRACTION = re.compile(r"(-?)(?:(\d+)\*)?pi(?:/(\d+))?")


def radians(text: str) -> float:
    match = _FRACTION.fullmatch(text)
    if match is None:
        return float(text)
    sign, over, under = match.groups()
    return (-1 if sign else 1) * int(over or 1) * pi / int(under or 1)
