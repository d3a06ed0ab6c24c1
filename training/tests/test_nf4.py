import pytest
import torch
from torch import nn

from bioql_training.nf4 import NUMBERS, Nf4Linear, dequantize_nf4, quantize_nf4


def test_the_sixteen_numbers_of_a_block_come_back_exactly() -> None:
    weights = torch.tensor(NUMBERS).repeat(4, 8).reshape(8, 64) * torch.arange(1, 9)[:, None]
    packed, scales = quantize_nf4(weights)
    assert dequantize_nf4(packed, scales, 8, torch.float32).equal(weights)
    assert (packed.numel(), scales.tolist()) == (256, [1, 2, 3, 4, 5, 6, 7, 8])


def test_normal_weights_lose_a_tenth_of_their_spread_and_zeros_nothing() -> None:
    weights = torch.randn(64, 256, generator=torch.Generator().manual_seed(1))
    weights[0] = 0
    packed, scales = quantize_nf4(weights)
    found = dequantize_nf4(packed, scales, 64, torch.float32)
    assert found[0].abs().max() == 0
    assert (found - weights).pow(2).mean().sqrt() < 0.1


@pytest.mark.parametrize("bias", [False, True])
def test_it_computes_and_differentiates_as_its_dense_self_does(bias: bool) -> None:
    torch.manual_seed(2)
    small = Nf4Linear(nn.Linear(64, 96, bias=bias))
    dense = nn.Linear(64, 96, bias=bias)
    with torch.no_grad():
        dense.weight.copy_(dequantize_nf4(small.packed, small.scales, 96, torch.float32))
        if small.bias is not None:
            dense.bias.copy_(small.bias)
    x = torch.randn(2, 5, 64, requires_grad=True)
    y = x.detach().clone().requires_grad_()
    small(x).square().sum().backward()
    dense(y).square().sum().backward()
    assert x.grad is not None
    assert y.grad is not None
    torch.testing.assert_close(x.grad, y.grad)
    assert [*small.parameters()] == []
