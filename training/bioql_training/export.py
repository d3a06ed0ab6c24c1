"""Writes the trained weights as GGUF in F16, Q8_0 and Q4_0: `python -m bioql_training.export configs/default.toml`.

Needs the `gguf` package alone. Norms stay F32; the embedding, which is the output matrix too, is Q8_0 even in Q4_0.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from gguf import GGML_QUANT_VERSION, GGMLQuantizationType, GGUFWriter, LlamaFileType, TokenType
from gguf.quants import quantize
from numpy.typing import NDArray
from safetensors.numpy import load_file

from bioql_training.gguf_names import gguf_name, interleave
from bioql_training.q4 import quantize_q4_0
from bioql_training.settings import Settings, settings_from_arguments
from bioql_training.vocabulary import SPECIALS

CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)


@dataclass(frozen=True)
class Precision:
    label: str
    file_type: LlamaFileType
    matrices: GGMLQuantizationType
    embedding: GGMLQuantizationType


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
    writer.add_vocab_size(config["vocab_size"])


def add_tokenizer(writer: GGUFWriter, tokenizer: dict[str, Any], config: dict[str, Any]) -> None:
    ids: dict[str, int] = tokenizer["model"]["vocab"]
    tokens = sorted(ids, key=ids.__getitem__)
    assert list(map(ids.__getitem__, tokens)) == list(range(config["vocab_size"]))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    writer.add_token_types([TokenType.CONTROL] * SPECIALS + [TokenType.NORMAL] * (len(tokens) - SPECIALS))
    writer.add_token_merges([" ".join(pair) for pair in tokenizer["model"]["merges"]])
    writer.add_bos_token_id(config["bos_token_id"])
    writer.add_eos_token_id(config["eos_token_id"])
    writer.add_pad_token_id(config["pad_token_id"])
    writer.add_unk_token_id(0)
    writer.add_add_bos_token(False)
    writer.add_add_space_prefix(False)
    writer.add_chat_template(CHAT_TEMPLATE)


def add_tensor(writer: GGUFWriter, name: str, weights: NDArray[np.float32], precision: Precision) -> None:
    kind = precision.embedding if name == "token_embd.weight" else precision.matrices
    if weights.ndim == 1:
        writer.add_tensor(name, weights)
    elif kind == GGMLQuantizationType.Q4_0:
        writer.add_tensor(name, quantize_q4_0(weights), raw_dtype=kind)
    else:
        writer.add_tensor(name, quantize(weights, kind), raw_dtype=kind)


def write_gguf(weights_folder: Path, path: Path, name: str, precision: Precision) -> None:
    config = json.loads((weights_folder / "config.json").read_text())
    tokenizer = json.loads((weights_folder / "tokenizer.json").read_text(encoding="utf-8"))
    writer = GGUFWriter(path, "llama")
    writer.add_type("model")
    writer.add_name(name)
    writer.add_license("apache-2.0")
    writer.add_file_type(precision.file_type)
    writer.add_quantization_version(GGML_QUANT_VERSION)
    add_shape(writer, config)
    add_tokenizer(writer, tokenizer, config)
    heads = {"q_proj": config["num_attention_heads"], "k_proj": config["num_key_value_heads"]}
    for hf_name, weights in sorted(load_file(weights_folder / "model.safetensors").items()):
        part = hf_name.split(".")[-2]
        rows = interleave(weights, heads[part]) if part in heads else weights
        add_tensor(writer, gguf_name(hf_name), rows, precision)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main(settings: Settings) -> None:
    folder = Path(settings.gguf)
    folder.mkdir(parents=True, exist_ok=True)
    for precision in PRECISIONS:
        path = folder / f"bioql-{precision.label}.gguf"
        write_gguf(Path(settings.run) / "final", path, settings.name, precision)
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(settings_from_arguments())
