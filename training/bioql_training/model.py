"""The Llama block of SmolLM2 written for short rows: fused projections, causal attention without masks.

It computes what transformers' LlamaForCausalLM computes (tested), in half the time on a CPU. Rows are padded on the
right, so causal attention alone keeps padding out of every real position. `load` and `save` speak the HF format.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from torch import Tensor, nn


@dataclass(frozen=True)
class Shape:
    vocab: int
    hidden: int
    inner: int
    layers: int
    heads: int
    kv_heads: int
    rope_theta: float
    eps: float

    @property
    def head_dim(self) -> int:
        return self.hidden // self.heads

    @property
    def qkv_rows(self) -> list[int]:
        return [self.hidden, self.kv_heads * self.head_dim, self.kv_heads * self.head_dim]


def shape_of(config: dict[str, Any]) -> Shape:
    assert config["tie_word_embeddings"], "the output matrix must be the embedding"
    return Shape(
        vocab=config["vocab_size"],
        hidden=config["hidden_size"],
        inner=config["intermediate_size"],
        layers=config["num_hidden_layers"],
        heads=config["num_attention_heads"],
        kv_heads=config["num_key_value_heads"],
        rope_theta=config["rope_theta"],
        eps=config["rms_norm_eps"],
    )


class Block(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.attn_norm = nn.Parameter(torch.ones(shape.hidden))
        self.qkv = nn.Parameter(torch.empty(sum(shape.qkv_rows), shape.hidden))
        self.out = nn.Parameter(torch.empty(shape.hidden, shape.hidden))
        self.mlp_norm = nn.Parameter(torch.ones(shape.hidden))
        self.gate_up = nn.Parameter(torch.empty(2 * shape.inner, shape.hidden))
        self.down = nn.Parameter(torch.empty(shape.hidden, shape.inner))

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, hide: Tensor) -> Tensor:
        rows, length, hidden = x.shape
        shape = self.shape
        heads = F.linear(rms_norm(x, self.attn_norm, shape.eps), self.qkv).view(rows, length, -1, shape.head_dim)
        q, k, v = heads.transpose(1, 2).split([shape.heads, shape.kv_heads, shape.kv_heads], dim=1)
        mixed = attend(rotate(q, cos, sin), rotate(k, cos, sin), v, hide)
        x = x + F.linear(mixed.transpose(1, 2).reshape(rows, length, hidden), self.out)
        gate, up = F.linear(rms_norm(x, self.mlp_norm, shape.eps), self.gate_up).chunk(2, dim=-1)
        return x + F.linear(F.silu(gate) * up, self.down)


def rms_norm(x: Tensor, weight: Tensor, eps: float) -> Tensor:
    wide = x.float()
    scale = torch.rsqrt(wide.pow(2).mean(-1, keepdim=True) + eps)
    return (wide * scale).to(x.dtype) * weight


def rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    left, right = x.chunk(2, dim=-1)
    return x * cos + torch.cat((-right, left), dim=-1) * sin


def attend(q: Tensor, k: Tensor, v: Tensor, hide: Tensor) -> Tensor:
    """Plain matrix products: on a CPU and at 120 tokens they beat the flash kernel, whose backward is slow."""
    rows, heads, length, dim = q.shape
    groups = heads // k.shape[1]
    # Query heads that share a key head become longer queries, so keys and values are never repeated.
    scores = q.reshape(rows, -1, groups * length, dim) @ k.transpose(-1, -2) * dim**-0.5
    scores = scores.view(rows, heads, length, length) + hide
    weights = torch.softmax(scores, dim=-1, dtype=torch.float32).to(v.dtype)
    return (weights.view(rows, -1, groups * length, length) @ v).view(rows, heads, length, dim)


class Llama(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Parameter(torch.empty(shape.vocab, shape.hidden))
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.norm = nn.Parameter(torch.ones(shape.hidden))

    def forward(self, ids: Tensor) -> Tensor:
        """Final hidden states, (rows, length, hidden); `logits` turns chosen positions into scores."""
        x = F.embedding(ids, self.embedding)
        half = torch.arange(0, self.shape.head_dim, 2, device=ids.device, dtype=torch.float32)
        angles = torch.outer(
            torch.arange(ids.shape[1], device=ids.device, dtype=torch.float32),
            self.shape.rope_theta ** (-half / self.shape.head_dim),
        ).repeat(1, 2)
        cos, sin = angles.cos().to(x.dtype), angles.sin().to(x.dtype)
        hide = torch.full((ids.shape[1], ids.shape[1]), -1e4, device=ids.device, dtype=x.dtype).triu(1)
        for block in self.blocks:
            x = block(x, cos, sin, hide)
        return rms_norm(x, self.norm, self.shape.eps)

    def logits(self, hidden: Tensor) -> Tensor:
        return F.linear(hidden, self.embedding)


def to_hf(model: Llama) -> dict[str, Tensor]:
    """The weights under their HF names, float32, fused projections split."""
    shape = model.shape
    state = {"model.embed_tokens.weight": model.embedding, "model.norm.weight": model.norm}
    for index, block in enumerate(model.blocks):
        assert isinstance(block, Block)
        q, k, v = block.qkv.split(shape.qkv_rows)
        gate, up = block.gate_up.chunk(2)
        named = {
            "input_layernorm": block.attn_norm, "post_attention_layernorm": block.mlp_norm,
            "self_attn.q_proj": q, "self_attn.k_proj": k, "self_attn.v_proj": v, "self_attn.o_proj": block.out,
            "mlp.gate_proj": gate, "mlp.up_proj": up, "mlp.down_proj": block.down,
        }  # fmt: skip
        state.update({f"model.layers.{index}.{name}.weight": value for name, value in named.items()})
    return {name: value.detach().float().cpu().contiguous().clone() for name, value in state.items()}


def load(folder: Path) -> Llama:
    model = Llama(shape_of(json.loads((folder / "config.json").read_text())))
    state = load_file(folder / "model.safetensors")
    with torch.no_grad():
        model.embedding.copy_(state["model.embed_tokens.weight"])
        model.norm.copy_(state["model.norm.weight"])
        for index, block in enumerate(model.blocks):
            assert isinstance(block, Block)
            part = {n: state[f"model.layers.{index}.{n}.weight"] for n in LAYER_NAMES}
            block.attn_norm.copy_(part["input_layernorm"])
            block.mlp_norm.copy_(part["post_attention_layernorm"])
            block.qkv.copy_(torch.cat([part[f"self_attn.{n}_proj"] for n in "qkv"]))
            block.out.copy_(part["self_attn.o_proj"])
            block.gate_up.copy_(torch.cat([part["mlp.gate_proj"], part["mlp.up_proj"]]))
            block.down.copy_(part["mlp.down_proj"])
    return model


LAYER_NAMES = (
    "input_layernorm", "post_attention_layernorm", "self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj",
    "self_attn.o_proj", "mlp.gate_proj", "mlp.up_proj", "mlp.down_proj",
)  # fmt: skip


def save(model: Llama, folder: Path) -> None:
    """Writes model.safetensors only; config.json and tokenizer.json are the base's, unchanged by training."""
    save_file(to_hf(model), folder / "model.safetensors", metadata={"format": "pt"})
