"""A trained adapter as the GGUF that llama.cpp puts over a base: `BIOQL_LORA` names it to the service."""

from pathlib import Path

import numpy as np
from gguf import GGUFWriter, Keys

from bioql_training.adapter import read_adapter
from bioql_training.gguf_names import gguf_name, interleave, rotated_heads
from bioql_training.hf import read_config
from bioql_training.settings import Settings


def write_adapter_gguf(adapter: Path, base: Path, path: Path, settings: Settings) -> None:
    """A and B in F16. B's rows are those of the adapted matrix, so for q and k in the order of the base's GGUF."""
    described, pairs = read_adapter(adapter)
    config = read_config(base)
    heads = rotated_heads(config)
    writer = GGUFWriter(path, config["model_type"])
    writer.add_type("adapter")
    writer.add_name(settings.name)
    writer.add_license(settings.license)
    writer.add_string(Keys.Adapter.TYPE, "lora")
    writer.add_float32(Keys.Adapter.LORA_ALPHA, described["lora_alpha"])
    for hf_name, (a, b) in pairs.items():
        part = hf_name.split(".")[-2]
        rows = interleave(b.numpy(), heads[part]) if part in heads else b.numpy()
        writer.add_tensor(f"{gguf_name(hf_name)}.lora_a", a.numpy().astype(np.float16))
        writer.add_tensor(f"{gguf_name(hf_name)}.lora_b", rows.astype(np.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
