"""Writes a GGUF of ours as a folder in HF format: `python -m bioql_training.to_hf ../models/NAME.gguf work/hf`.

For vLLM, transformers and the like. The weights are float32 and exactly what the quantised numbers of the GGUF mean.
"""

import sys
from pathlib import Path
from typing import Any

from gguf import GGUFReader
from safetensors.torch import save_file

from bioql_training.gguf_names import rotated_heads
from bioql_training.gguf_weights import read_gguf_weights
from bioql_training.hf import PYTORCH, write_json, write_tokenizer_config
from bioql_training.vocabulary import make_tokenizer, read_vocabulary


def config_of(file: GGUFReader) -> dict[str, Any]:
    def value(key: str) -> Any:
        return file.fields[key].contents()

    architecture, pre = value("general.architecture"), value("tokenizer.ggml.pre")
    assert (architecture, pre) == ("llama", "gpt-2"), f"{architecture} with {pre} words is not of our making"
    return {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "hidden_size": value("llama.embedding_length"),
        "intermediate_size": value("llama.feed_forward_length"),
        "num_attention_heads": value("llama.attention.head_count"),
        "num_key_value_heads": value("llama.attention.head_count_kv"),
        "num_hidden_layers": value("llama.block_count"),
        "vocab_size": value("llama.vocab_size"),
        "max_position_embeddings": value("llama.context_length"),
        "rope_theta": value("llama.rope.freq_base"),
        "rms_norm_eps": float(f"{value('llama.attention.layer_norm_rms_epsilon'):.6g}"),  # 1e-5, not its float32
        "hidden_act": "silu",
        "tie_word_embeddings": True,
        "bos_token_id": value("tokenizer.ggml.bos_token_id"),
        "eos_token_id": value("tokenizer.ggml.eos_token_id"),
        "pad_token_id": value("tokenizer.ggml.padding_token_id"),
        "torch_dtype": "float32",
    }


def main(gguf: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    config = config_of(GGUFReader(gguf))
    state = read_gguf_weights(gguf, rotated_heads(config))
    save_file({name: value.contiguous() for name, value in state.items()}, folder / "model.safetensors", PYTORCH)
    make_tokenizer(read_vocabulary(gguf)).save(str(folder / "tokenizer.json"))
    write_json(folder / "config.json", config)
    write_tokenizer_config(folder)
    print(f"{folder}: {gguf.name} for transformers and vLLM")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
