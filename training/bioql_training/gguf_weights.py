"""The weights of a GGUF under their HF names."""

from pathlib import Path

import torch
from gguf import GGUFReader
from gguf.quants import dequantize
from torch import Tensor

from bioql_training.gguf_names import hf_name, separate


def read_gguf_weights(path: Path, rotated_heads: dict[str, int]) -> dict[str, Tensor]:
    """Every tensor in float32, with the row order of q and k that HF's rotation expects."""
    state: dict[str, Tensor] = {}
    for tensor in GGUFReader(path).tensors:
        name = hf_name(tensor.name)
        part = name.split(".")[-2]
        weights = dequantize(tensor.data, tensor.tensor_type)
        rows = separate(weights, rotated_heads[part]) if part in rotated_heads else weights.copy()
        state[name] = torch.from_numpy(rows)
    return state
