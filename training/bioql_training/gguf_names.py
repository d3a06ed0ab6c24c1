"""How GGUF and HF name the tensors of Llama and Qwen2, and how they order the rows of q and k."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

HF_PARTS = {
    "attn_norm": "input_layernorm",
    "ffn_norm": "post_attention_layernorm",
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
    "token_embd": "embed_tokens",
    "output_norm": "norm",
}
GGUF_PARTS = {hf: gguf for gguf, hf in HF_PARTS.items()}

Floats = NDArray[np.float32]


def hf_name(gguf: str) -> str:
    match gguf.split("."):
        case ["blk", layer, part, ("weight" | "bias") as kind]:
            return f"model.layers.{layer}.{HF_PARTS[part]}.{kind}"
        case ["output", "weight"]:
            return "lm_head.weight"
        case [part, "weight"]:
            return f"model.{HF_PARTS[part]}.weight"
    raise ValueError(gguf)


def gguf_name(hf: str) -> str:
    match hf.split("."):
        case ["model", "layers", layer, *part, ("weight" | "bias") as kind]:
            return f"blk.{layer}.{GGUF_PARTS['.'.join(part)]}.{kind}"
        case ["lm_head", "weight"]:
            return "output.weight"
        case ["model", part, "weight"]:
            return f"{GGUF_PARTS[part]}.weight"
    raise ValueError(hf)


def rotated_heads(config: dict[str, Any]) -> dict[str, int]:
    """The projections whose rows GGUF orders otherwise than HF, by the last part of their HF name, with their heads."""
    if config["model_type"] != "llama":
        return {}
    return {"q_proj": config["num_attention_heads"], "k_proj": config["num_key_value_heads"]}


def interleave(rows: Floats, heads: int) -> Floats:
    """From HF's order, both halves of a head one after the other, to GGUF's, where rotated pairs are neighbours."""
    return rows.reshape(heads, 2, -1, rows.shape[1]).swapaxes(1, 2).reshape(rows.shape)


def separate(rows: Floats, heads: int) -> Floats:
    """Undoes `interleave`."""
    return rows.reshape(heads, -1, 2, rows.shape[1]).swapaxes(1, 2).reshape(rows.shape)
