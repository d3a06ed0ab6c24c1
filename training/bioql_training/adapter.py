"""Trained adapters as a folder in PEFT's format, which vLLM and transformers load, and merged into their base."""

import json
import shutil
from pathlib import Path
from typing import Any

from safetensors.torch import load_file, save_file
from torch import Tensor

from bioql_training.hf import PYTORCH, write_json
from bioql_training.lora import TARGETS, adapters
from bioql_training.model import Llama
from bioql_training.settings import Lora
from bioql_training.tensors import weight_files

PREFIX = "base_model.model."
WEIGHTS = "adapter_model.safetensors"


def save_adapter(model: Llama, lora: Lora, folder: Path, base_name: str) -> None:
    folder.mkdir(exist_ok=True)
    state: dict[str, Tensor] = {}
    for name, adapter in adapters(model).items():
        state[f"{PREFIX}{name}.lora_A.weight"] = adapter.a.detach().cpu().contiguous()
        state[f"{PREFIX}{name}.lora_B.weight"] = adapter.b.detach().cpu().contiguous()
    save_file(state, folder / WEIGHTS, PYTORCH)
    config = {
        "peft_type": "LORA", "task_type": "CAUSAL_LM", "base_model_name_or_path": base_name, "bias": "none",
        "r": lora.rank, "lora_alpha": lora.alpha, "lora_dropout": lora.dropout, "target_modules": list(TARGETS),
        "inference_mode": True,
    }  # fmt: skip
    write_json(folder / "adapter_config.json", config)


def read_adapter(folder: Path) -> tuple[dict[str, Any], dict[str, tuple[Tensor, Tensor]]]:
    """Its config, and A (rank, columns) and B (rows, rank) under the HF name of the weights that they adapt."""
    config: dict[str, Any] = json.loads((folder / "adapter_config.json").read_text(encoding="utf-8"))
    state = load_file(folder / WEIGHTS)
    ends = [name.removesuffix(".lora_A.weight") for name in state if name.endswith(".lora_A.weight")]
    pairs = {
        f"{end.removeprefix(PREFIX)}.weight": (state[f"{end}.lora_A.weight"], state[f"{end}.lora_B.weight"])
        for end in sorted(ends)
    }
    return config, pairs


def merge(base: Path, adapter: Path, final: Path) -> None:
    """Writes W + alpha / rank * B A file by file, in the data type of the base's files, also after training in NF4."""
    config, pairs = read_adapter(adapter)
    scale = config["lora_alpha"] / config["r"]
    merged = 0
    for path in weight_files(base):
        state = load_file(path)
        for name in pairs.keys() & state.keys():
            a, b = pairs[name]
            state[name] = (state[name].float() + scale * (b @ a)).to(state[name].dtype)
            merged += 1
        save_file(state, final / path.name, PYTORCH)
    assert merged == len(pairs), f"the base lacks {len(pairs) - merged} of the {len(pairs)} adapted matrices"
    for index in base.glob("model*.index.json"):
        shutil.copyfile(index, final / index.name)
