"""Q4_0 with the scale of each block of 32 chosen by least squares; the `gguf` package takes the largest value's.

A block is a float16 scale and 32 four-bit numbers; a number n stands for (n - 8) * scale.
"""

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
Floats = NDArray[np.float32]
EXTREMES = np.array([-8.0, *np.arange(-9.5, -5.5, 0.25), *np.arange(5.5, 9.0, 0.25)], dtype=np.float32)


def quantize_q4_0(weights: Floats) -> NDArray[np.uint8]:
    blocks = weights.reshape(-1, BLOCK)
    peak = np.take_along_axis(blocks, np.abs(blocks).argmax(axis=1, keepdims=True), axis=1)
    best_scale, best_error = np.zeros_like(peak), np.full_like(peak, np.inf)
    for extreme in EXTREMES:  # the number that the largest value is given, before the scale is fitted to all 32
        scale = fitted_scale(blocks, levels(blocks, peak / extreme))
        error = ((levels(blocks, scale) * scale - blocks) ** 2).sum(axis=1, keepdims=True)
        best_scale = np.where(error < best_error, scale, best_scale)
        best_error = np.minimum(error, best_error)
    numbers = (levels(blocks, best_scale) + 8).astype(np.uint8)
    halves = numbers[:, : BLOCK // 2] | numbers[:, BLOCK // 2 :] << 4
    packed = np.concatenate([best_scale.astype(np.float16).view(np.uint8), halves], axis=1)
    return packed.reshape(*weights.shape[:-1], -1)


def levels(blocks: Floats, scale: Floats) -> Floats:
    inverse = np.divide(1.0, scale, out=np.zeros_like(scale), where=scale != 0)
    numbers: Floats = np.rint(blocks * inverse).clip(-8, 7)
    return numbers


def fitted_scale(blocks: Floats, numbers: Floats) -> Floats:
    """The least-squares scale for these numbers, as float16 will hold it."""
    squares = (numbers**2).sum(axis=1, keepdims=True)
    products = (blocks * numbers).sum(axis=1, keepdims=True)
    scale = np.divide(products, squares, out=np.zeros_like(products), where=squares != 0)
    rounded: Floats = scale.astype(np.float16).astype(np.float32)
    return rounded
