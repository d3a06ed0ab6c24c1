"""Takes a model's folder in HF format as a base, with its tokens for a turn's start and end under our names.

A service reads and writes `<|im_start|>` and `<|im_end|>` (language/exchange.ts). A model that has its own marks of a
turn keeps their ids and what it learned about them; only their names change.
"""

import json
from pathlib import Path
from typing import Any

from bioql_training.hf import read_config, write_json
from bioql_training.settings import Settings
from bioql_training.tensors import weight_files

START, END = "<|im_start|>", "<|im_end|>"


def renamed(tokenizer: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """The tokenizer with these added tokens under their new names, all of them special."""
    known = {token["content"] for token in tokenizer["added_tokens"]}
    assert names.keys() <= known, f"the tokenizer lacks {sorted(names.keys() - known)}"
    added = [
        {**token, "content": names[token["content"]], "special": True, "normalized": False}
        if token["content"] in names
        else token
        for token in tokenizer["added_tokens"]
    ]
    vocab = {names.get(token, token): index for token, index in tokenizer["model"]["vocab"].items()}
    return {**tokenizer, "added_tokens": added, "model": {**tokenizer["model"], "vocab": vocab}}


def adopt(source: Path, folder: Path, settings: Settings) -> None:
    config = read_config(source)
    found = (config["vocab_size"], config["num_hidden_layers"])
    wanted = (settings.vocab, settings.first_layers + settings.last_layers)
    assert found == wanted, f"{source} has (vocab, layers) = {found}, the recipe says {wanted}"
    tokenizer = renamed(json.loads((source / "tokenizer.json").read_text(encoding="utf-8")), settings.rename)
    ids = {token["content"]: token["id"] for token in tokenizer["added_tokens"] if token["special"]}
    marks = {"bos_token_id": ids[START], "eos_token_id": ids[END], "pad_token_id": ids[END]}
    write_json(folder / "tokenizer.json", tokenizer)
    write_json(folder / "config.json", {**config, **marks})
    for path in [*weight_files(source), *source.glob("model*.index.json")]:
        link = folder / path.name
        link.unlink(missing_ok=True)
        link.symlink_to(path.resolve())
    print(f"{folder}: {len(ids)} special tokens, weights of {source}")
