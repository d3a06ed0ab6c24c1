"""LoRA on the query, key, value and output projections of a frozen base, in BF16 or, as in QLoRA, in four bits.

W x becomes W x + alpha / rank * B A dropout(x), with A drawn as `nn.Linear` draws its weights and B zero, so that
training begins at the base. Each projection has its own dropout.
"""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from bioql_training.model import Block, Llama
from bioql_training.nf4 import Nf4Linear
from bioql_training.settings import Lora

TARGETS = ("q_proj", "k_proj", "v_proj", "o_proj")


class Adapter(nn.Module):
    def __init__(self, rows: int, columns: int, lora: Lora) -> None:
        super().__init__()
        self.a = nn.Parameter(torch.empty(lora.rank, columns))
        self.b = nn.Parameter(torch.zeros(rows, lora.rank))
        nn.init.kaiming_uniform_(self.a, a=math.sqrt(5))
        self.dropout, self.scale = nn.Dropout(lora.dropout), lora.scale

    def forward(self, x: Tensor) -> Tensor:
        """(..., columns) to (..., rows)."""
        return F.linear(F.linear(self.dropout(x), self.a), self.b) * self.scale


class Adapted(nn.Module):
    """A frozen matrix whose stacked projections have an adapter each."""

    def __init__(self, base: nn.Module, rows: list[int], columns: int, lora: Lora) -> None:
        super().__init__()
        self.base = base
        self.adapters = nn.ModuleList(Adapter(count, columns, lora) for count in rows)

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.base(x) + torch.cat([adapter(x) for adapter in self.adapters], dim=-1)
        return y


def frozen(dense: nn.Module, bits: int) -> nn.Module:
    assert isinstance(dense, nn.Linear)
    return Nf4Linear(dense) if bits == 4 else dense.bfloat16().requires_grad_(False)


def adapt_block(block: Block, lora: Lora) -> None:
    shape = block.shape
    block.qkv = Adapted(frozen(block.qkv, lora.base_bits), shape.qkv_rows, shape.hidden, lora)
    block.out = Adapted(frozen(block.out, lora.base_bits), [shape.hidden], shape.hidden, lora)
    block.gate_up = frozen(block.gate_up, lora.base_bits)
    block.down = frozen(block.down, lora.base_bits)
    for norm in (block.attn_norm, block.mlp_norm):
        norm.bfloat16().requires_grad_(False)


def freeze_outside(model: Llama) -> None:
    """Everything that belongs to no layer."""
    model.norm.bfloat16().requires_grad_(False)
    for matrix in {model.embedding, model.output}:
        matrix.data = matrix.data.bfloat16()
        matrix.requires_grad_(False)


def adapters(model: Llama) -> dict[str, Adapter]:
    """Every adapter under the HF name of what it adapts, such as model.layers.0.self_attn.q_proj."""
    named: dict[str, Adapter] = {}
    for index, block in enumerate(model.blocks):
        assert isinstance(block.qkv, Adapted)
        assert isinstance(block.out, Adapted)
        found = [*block.qkv.adapters, *block.out.adapters]
        for target, adapter in zip(TARGETS, found, strict=True):
            assert isinstance(adapter, Adapter)
            named[f"model.layers.{index}.self_attn.{target}"] = adapter
    return named
