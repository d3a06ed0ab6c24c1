"""Writes trained weights as GGUF in F16, Q8_0 and Q4_0: `python -m bioql_training.export configs/default.toml`.

Needs the `gguf` package alone. Norms and biases stay F32; the embedding and the output matrix are Q8_0 even in Q4_0.
For a recipe with LoRA it also writes the base in the same precisions and the adapter that goes over any of them.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from gguf import GGML_QUANT_VERSION, GGMLQuantizationType, GGUFWriter, LlamaFileType, RopeScalingType
from gguf.quants import quantize
from numpy.typing import NDArray

from bioql_training.adapter_gguf import write_adapter_gguf
from bioql_training.gguf_names import gguf_name, interleave, rotated_heads
from bioql_training.gguf_tokenizer import add_tokenizer
from bioql_training.hf import read_config, rope_factor
from bioql_training.q4 import quantize_q4_0
from bioql_training.settings import Settings, settings_from_arguments
from bioql_training.tensors import Tensors

VOCABULARY_MATRICES = ("token_embd.weight", "output.weight")


@dataclass(frozen=True)
class Precision:
    label: str
    file_type: LlamaFileType
    matrices: GGMLQuantizationType
    embedding: GGMLQuantizationType


F32 = Precision("f32", LlamaFileType.ALL_F32, GGMLQuantizationType.F32, GGMLQuantizationType.F32)
PRECISIONS = (
    Precision("f16", LlamaFileType.MOSTLY_F16, GGMLQuantizationType.F16, GGMLQuantizationType.F16),
    Precision("q8_0", LlamaFileType.MOSTLY_Q8_0, GGMLQuantizationType.Q8_0, GGMLQuantizationType.Q8_0),
    Precision("q4_0", LlamaFileType.MOSTLY_Q4_0, GGMLQuantizationType.Q4_0, GGMLQuantizationType.Q8_0),
)


def add_shape(writer: GGUFWriter, config: dict[str, Any]) -> None:
    heads = config["num_attention_heads"]
    writer.add_block_count(config["num_hidden_layers"])
    writer.add_context_length(config["max_position_embeddings"])
    writer.add_embedding_length(config["hidden_size"])
    writer.add_feed_forward_length(config["intermediate_size"])
    writer.add_head_count(heads)
    writer.add_head_count_kv(config["num_key_value_heads"])
    writer.add_layer_norm_rms_eps(config["rms_norm_eps"])
    writer.add_rope_freq_base(config["rope_theta"])
    writer.add_rope_dimension_count(config["hidden_size"] // heads)
    if rope_factor(config) != 1:
        writer.add_rope_scaling_type(RopeScalingType.LINEAR)
        writer.add_rope_scaling_factor(rope_factor(config))
    writer.add_vocab_size(config["vocab_size"])


def add_tensor(writer: GGUFWriter, name: str, weights: NDArray[np.float32], precision: Precision) -> None:
    kind = precision.embedding if name in VOCABULARY_MATRICES else precision.matrices
    if weights.ndim == 1:
        writer.add_tensor(name, weights)
    elif kind == GGMLQuantizationType.Q4_0:
        writer.add_tensor(name, quantize_q4_0(weights), raw_dtype=kind)
    else:
        writer.add_tensor(name, quantize(weights, kind), raw_dtype=kind)


def write_gguf(weights_folder: Path, path: Path, settings: Settings, precision: Precision) -> None:
    config = read_config(weights_folder)
    tokenizer = json.loads((weights_folder / "tokenizer.json").read_text(encoding="utf-8"))
    writer = GGUFWriter(path, config["model_type"], use_temp_file=True)
    writer.add_type("model")
    writer.add_name(settings.name)
    writer.add_license(settings.license)
    writer.add_file_type(precision.file_type)
    writer.add_quantization_version(GGML_QUANT_VERSION)
    add_shape(writer, config)
    add_tokenizer(writer, tokenizer, config, settings.pre)
    heads = rotated_heads(config)
    tensors = Tensors(weights_folder)
    for hf_name in tensors:
        part = hf_name.split(".")[-2]
        weights = tensors[hf_name].numpy()
        rows = interleave(weights, heads[part]) if part in heads else weights
        add_tensor(writer, gguf_name(hf_name), rows, precision)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main(settings: Settings) -> None:
    folder, run = Path(settings.gguf), Path(settings.run)
    folder.mkdir(parents=True, exist_ok=True)
    sources = {"bioql": run / "final"}
    if settings.lora:
        sources["base"] = Path(settings.base)
        write_adapter_gguf(run / "adapter", Path(settings.base), folder / "bioql-lora.gguf", settings)
    for prefix, weights in sources.items():
        for precision in PRECISIONS:
            write_gguf(weights, folder / f"{prefix}-{precision.label}.gguf", settings, precision)
    for path in sorted(folder.glob("*.gguf")):
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(settings_from_arguments())
