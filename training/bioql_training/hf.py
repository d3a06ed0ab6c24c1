"""Weights between our model and a folder in HF format (config.json, tokenizer.json, model*.safetensors)."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import Tensor

from bioql_training.model import Block, Llama, Shape
from bioql_training.tensors import Tensors

PYTORCH = {"format": "pt"}  # what transformers asks of a safetensors file

ARCHITECTURES = ("llama", "qwen2")
CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)


def read_config(folder: Path) -> dict[str, Any]:
    config: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return config


def write_json(path: Path, value: dict[str, Any]) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def rope_factor(config: dict[str, Any]) -> float:
    """The factor of linear rope scaling, 1 where there is none."""
    scaling = config.get("rope_scaling")
    if scaling is None:
        return 1.0
    assert scaling["type"] == "linear", f"rope scaling {scaling['type']} is not known here"
    return float(scaling["factor"])


def shape_of(config: dict[str, Any]) -> Shape:
    assert config["model_type"] in ARCHITECTURES, f"{config['model_type']} is not one of {ARCHITECTURES}"
    return Shape(
        vocab=config["vocab_size"],
        hidden=config["hidden_size"],
        inner=config["intermediate_size"],
        layers=config["num_hidden_layers"],
        heads=config["num_attention_heads"],
        kv_heads=config["num_key_value_heads"],
        rope_theta=config["rope_theta"],
        rope_factor=rope_factor(config),
        eps=config["rms_norm_eps"],
        tied=config["tie_word_embeddings"],
        qkv_bias=config["model_type"] == "qwen2",
    )


Stacked = tuple[Tensor, list[str], list[int]]


def block_parts(block: Block, index: int) -> Iterator[Stacked]:
    """The tensors of a layer not yet frozen or adapted, each with the HF names and row counts of what it stacks."""
    shape = block.shape
    qkv = ["self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"]
    stacks = {
        "attn_norm": (["input_layernorm"], [shape.hidden]),
        "qkv": (qkv, shape.qkv_rows),
        "out": (["self_attn.o_proj"], [shape.hidden]),
        "mlp_norm": (["post_attention_layernorm"], [shape.hidden]),
        "gate_up": (["mlp.gate_proj", "mlp.up_proj"], [shape.inner, shape.inner]),
        "down": (["mlp.down_proj"], [shape.hidden]),
    }
    for name, tensor in block.named_parameters():
        module, kind = name.split(".")
        names, rows = stacks[module]
        yield tensor, [f"model.layers.{index}.{part}.{kind}" for part in names], rows


def outer_parts(model: Llama) -> Iterator[Stacked]:
    shape = model.shape
    yield model.embedding, ["model.embed_tokens.weight"], [shape.vocab]
    yield model.norm.weight, ["model.norm.weight"], [shape.hidden]
    if not shape.tied:
        yield model.output, ["lm_head.weight"], [shape.vocab]


@torch.no_grad()
def fill(parts: Iterator[Stacked], tensors: Tensors) -> None:
    for tensor, names, _ in parts:
        tensor.copy_(torch.cat([tensors[name] for name in names]))


def load(folder: Path, on_block: Callable[[Block], None] = lambda _: None) -> Llama:
    """The model in float32. `on_block` may shrink a layer before the next one is read."""
    model = Llama(shape_of(read_config(folder)))
    tensors = Tensors(folder)
    fill(outer_parts(model), tensors)
    for index, block in enumerate(model.blocks):
        fill(block_parts(block, index), tensors)
        on_block(block)
    return model


def to_hf(model: Llama) -> dict[str, Tensor]:
    """The weights under their HF names, float32, stacked projections split."""
    parts = [*outer_parts(model)]
    for index, block in enumerate(model.blocks):
        parts.extend(block_parts(block, index))
    return {
        name: value.detach().float().cpu().contiguous().clone()
        for tensor, names, rows in parts
        for name, value in zip(names, tensor.split(rows), strict=True)
    }


def save(model: Llama, folder: Path) -> None:
    """Writes model.safetensors only; config.json and tokenizer.json are the base's, unchanged by training."""
    save_file(to_hf(model), folder / "model.safetensors", PYTORCH)


def write_tokenizer_config(folder: Path) -> None:
    """What transformers and vLLM want to know beside config.json and tokenizer.json."""
    config = read_config(folder)
    tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    contents = {token["id"]: token["content"] for token in tokenizer["added_tokens"]}
    named = {f"{role}_token": contents[config[f"{role}_token_id"]] for role in ("bos", "eos", "pad")}
    described = {"tokenizer_class": "PreTrainedTokenizerFast", "add_bos_token": False, **named}
    write_json(
        folder / "tokenizer_config.json",
        {**described, "clean_up_tokenization_spaces": False, "chat_template": CHAT_TEMPLATE},
    )
    ids = {f"{role}_token_id": config[f"{role}_token_id"] for role in ("bos", "eos", "pad")}
    write_json(folder / "generation_config.json", {**ids, "do_sample": False})
