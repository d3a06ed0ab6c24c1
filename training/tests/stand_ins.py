"""Folders in HF format with the architecture, tokenizer and file layout of large models, tiny and of random weights."""

import json
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

from bioql_training.hf import PYTORCH, shape_of, to_hf, write_json
from bioql_training.model import Llama
from bioql_training.parity_texts import CODE, PHRASES

VOCAB, LAYERS, MERGED = 512, 2, 400
SIZES = {"hidden_size": 64, "intermediate_size": 192, "num_hidden_layers": LAYERS, "vocab_size": VOCAB}
DEEPSEEK = {
    **SIZES, "architectures": ["LlamaForCausalLM"], "model_type": "llama", "num_attention_heads": 4,
    "num_key_value_heads": 4, "max_position_embeddings": 16384, "rope_theta": 100000,
    "rope_scaling": {"factor": 4.0, "type": "linear"}, "rms_norm_eps": 1e-6, "hidden_act": "silu",
    "tie_word_embeddings": False, "bos_token_id": 400, "eos_token_id": 405, "torch_dtype": "bfloat16",
}  # fmt: skip
QWEN = {
    **SIZES, "architectures": ["Qwen2ForCausalLM"], "model_type": "qwen2", "num_attention_heads": 4,
    "num_key_value_heads": 2, "max_position_embeddings": 32768, "rope_theta": 1000000.0, "rms_norm_eps": 1e-6,
    "hidden_act": "silu", "tie_word_embeddings": False, "bos_token_id": 400, "eos_token_id": 402,
    "torch_dtype": "bfloat16", "use_sliding_window": False,
}  # fmt: skip
DEEPSEEK_SPLITS = (r"[\r\n]", r"\s?\p{L}+", r"\s?\p{P}+", "[一-龥ࠀ-一가-퟿]+")
QWEN_SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)


def bytes_of_words() -> Any:
    return pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)


def deepseek_tokenizer() -> Tokenizer:
    tokenizer = Tokenizer(models.BPE())
    splits = [pre_tokenizers.Split(Regex(split), "isolated") for split in DEEPSEEK_SPLITS]
    digits = pre_tokenizers.Digits(individual_digits=True)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([*splits, digits, bytes_of_words()])
    marks = [
        "<｜begin▁of▁sentence｜>",
        "<｜end▁of▁sentence｜>",
        "<｜fim▁hole｜>",
        "<|User|>",
        "<|Assistant|>",
        "<|EOT|>",
    ]
    return taught(tokenizer, marks)


def qwen_tokenizer() -> Tokenizer:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.NFC()
    split = pre_tokenizers.Split(Regex(QWEN_SPLIT), "isolated")
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([split, bytes_of_words()])
    return taught(tokenizer, ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|fim_prefix|>"])


def taught(tokenizer: Tokenizer, marks: list[str]) -> Tokenizer:
    """The first MERGED ids are bytes and merges, the marks follow, and the last rows of the matrix have no token."""
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=MERGED, initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator([*PHRASES, *CODE] * 3, trainer)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(mark, special=True, normalized=False) for mark in marks])
    assert tokenizer.token_to_id(marks[0]) == MERGED
    return tokenizer


def write_stand_in(folder: Path, config: dict[str, Any], tokenizer: Tokenizer) -> None:
    """In two shards of BF16, as large models come."""
    folder.mkdir()
    model = Llama(shape_of(config))
    random = torch.Generator().manual_seed(3)
    for name, weights in model.named_parameters():
        if weights.dim() == 2:
            torch.nn.init.normal_(weights, std=0.01 if name == "output" else 0.15, generator=random)
        elif name.endswith("bias"):
            torch.nn.init.normal_(weights, std=0.5, generator=random)
    state = {name: weights.bfloat16() for name, weights in to_hf(model).items()}
    names = sorted(state)
    shards = {"model-00001-of-00002.safetensors": names[::2], "model-00002-of-00002.safetensors": names[1::2]}
    for shard, kept in shards.items():
        save_file({name: state[name] for name in kept}, folder / shard, PYTORCH)
    places = {name: shard for shard, kept in shards.items() for name in kept}
    (folder / "model.safetensors.index.json").write_text(json.dumps({"metadata": {}, "weight_map": places}))
    write_json(folder / "config.json", config)
    tokenizer.save(str(folder / "tokenizer.json"))
