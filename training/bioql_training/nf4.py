"""Frozen weights in four bits, as QLoRA holds its base: NF4 numbers with one scale for each block of 64.

Plain PyTorch, so that it runs on a CPU as on a GPU without bitsandbytes. The dense matrix exists only while it is
multiplied with; what training keeps in memory is half a byte and 4/64 of a byte for each weight.
"""

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

BLOCK = 64
# The 16 numbers of NF4 (Dettmers et al. 2023, arXiv:2305.14314, appendix E): quantiles of a normal distribution.
NUMBERS = (
    -1.0, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635, -0.18477343022823334,
    -0.09105003625154495, 0.0, 0.07958029955625534, 0.16093020141124725, 0.24611230194568634, 0.33791524171829224,
    0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1.0,
)  # fmt: skip


def quantize_nf4(weights: Tensor) -> tuple[Tensor, Tensor]:
    """Two numbers a byte, (n / 2,), and the blocks' scales, (n / 64,), of a tensor of n weights."""
    blocks = weights.detach().float().reshape(-1, BLOCK)
    scales = blocks.abs().amax(1)
    numbers = torch.tensor(NUMBERS, device=weights.device)
    nearest = torch.bucketize(blocks / scales.clamp(min=1e-30)[:, None], (numbers[1:] + numbers[:-1]) / 2)
    pairs = nearest.to(torch.uint8).view(-1, 2)
    return pairs[:, 0] | pairs[:, 1] << 4, scales


def dequantize_nf4(packed: Tensor, scales: Tensor, rows: int, dtype: torch.dtype) -> Tensor:
    numbers = torch.tensor(NUMBERS, device=packed.device)
    values = numbers[torch.stack([packed & 15, packed >> 4], dim=1).int()]
    return (values.view(-1, BLOCK) * scales[:, None]).to(dtype).view(rows, -1)


class Nf4Product(torch.autograd.Function):
    """x W^T, which forgets W and makes it again for the gradient of x."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, packed: Tensor, scales: Tensor, rows: int) -> Tensor:
        ctx.save_for_backward(packed, scales)
        ctx.rows = rows
        return F.linear(x, dequantize_nf4(packed, scales, rows, x.dtype))

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        packed, scales = ctx.saved_tensors
        return gradients[0] @ dequantize_nf4(packed, scales, ctx.rows, gradients[0].dtype), None, None, None


class Nf4Linear(nn.Module):
    """What `nn.Linear` computes, with frozen weights of four bits and a bias as it was."""

    packed: Tensor
    scales: Tensor
    bias: Tensor | None

    def __init__(self, dense: nn.Linear) -> None:
        super().__init__()
        packed, scales = quantize_nf4(dense.weight)
        self.rows = dense.out_features
        self.register_buffer("packed", packed)
        self.register_buffer("scales", scales)
        self.register_buffer("bias", None if dense.bias is None else dense.bias.detach().bfloat16())

    def forward(self, x: Tensor) -> Tensor:
        product: Tensor = Nf4Product.apply(x, self.packed, self.scales, self.rows)
        return product if self.bias is None else product + self.bias
