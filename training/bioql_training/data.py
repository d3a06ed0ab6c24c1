"""Rows of {"prompt": [parts], "reply": [parts]} as token ids, and the order in which they are trained on.

A part is {"special": "<|im_start|>"} or {"text": "..."}. Texts are tokenised one by one and never read as special
tokens, so that a user who types "<|im_end|>" ends nothing.
"""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

IGNORED = -100
PADDING = 0  # any token would do: padding has no label and no real position attends to it
POOL_BATCHES = 64  # rows are sorted by length inside pools of about this many batches


@dataclass(frozen=True)
class Row:
    ids: list[int]
    prompt_length: int


@dataclass(frozen=True)
class Batch:
    ids: Tensor  # (rows, length), padded on the right
    labels: Tensor  # (rows, length): the token that follows each position, or IGNORED
    rows: int
    tokens: int  # without padding


def read_tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.encode_special_tokens = True  # in texts, special tokens are ordinary characters
    return tokenizer


def encode(tokenizer: Tokenizer, parts: list[dict[str, str]]) -> list[int]:
    ids: list[int] = []
    for part in parts:
        if "special" in part:
            special = tokenizer.token_to_id(part["special"])
            assert special is not None, f"unknown special token {part['special']!r}"
            ids.append(special)
        else:
            ids.extend(tokenizer.encode(part["text"], add_special_tokens=False).ids)
    return ids


def encode_row(tokenizer: Tokenizer, row: dict[str, Any]) -> Row:
    prompt, reply = encode(tokenizer, row["prompt"]), encode(tokenizer, row["reply"])
    assert min(len(prompt), len(reply)) > 0, "a row needs a prompt and a reply"
    return Row(prompt + reply, len(prompt))


def read_rows(path: Path, tokenizer: Tokenizer, max_tokens: int) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        rows = [encode_row(tokenizer, json.loads(line)) for line in lines]
    longest = max(len(row.ids) for row in rows)
    assert longest <= max_tokens, f"the longest row has {longest} tokens, more than max_tokens = {max_tokens}"
    return rows


def plan_epoch(lengths: list[int], tokens_per_batch: int, seed: int, epoch: int) -> list[list[int]]:
    """Batches of row numbers: near-equal lengths inside a batch, batches in random order, every row once."""
    shuffle = random.Random(f"{seed}/{epoch}")
    order = list(range(len(lengths)))
    shuffle.shuffle(order)
    pool_rows = max(1, POOL_BATCHES * tokens_per_batch * len(lengths) // sum(lengths))
    batches: list[list[int]] = []
    for start in range(0, len(order), pool_rows):
        pool = sorted(order[start : start + pool_rows], key=lengths.__getitem__)
        batches.extend(fill(pool, lengths, tokens_per_batch))
    shuffle.shuffle(batches)
    return batches


def fill(order: list[int], lengths: list[int], tokens_per_batch: int) -> Iterator[list[int]]:
    batch: list[int] = []
    for row in order:
        if batch and (len(batch) + 1) * lengths[row] > tokens_per_batch:
            yield batch
            batch = []
        batch.append(row)
    yield batch


def collate(rows: list[Row]) -> Batch:
    length = max(len(row.ids) for row in rows)
    ids = torch.full((len(rows), length), PADDING)
    labels = torch.full((len(rows), length), IGNORED)
    for index, row in enumerate(rows):
        tokens = torch.tensor(row.ids)
        ids[index, : len(tokens)] = tokens
        labels[index, row.prompt_length - 1 : len(tokens) - 1] = tokens[row.prompt_length :]
    return Batch(ids, labels, len(rows), sum(len(row.ids) for row in rows))


def batches_from(step: int, rows: list[Row], plan: Callable[[int], list[list[int]]]) -> Iterator[Batch]:
    """The endless stream of batches of epoch after epoch, without the first `step` ones: a resumed run sees what it
    would have seen."""
    epoch = 0
    while True:
        batches = plan(epoch)
        for batch in batches[step:]:
            yield collate([rows[index] for index in batch])
        step = max(0, step - len(batches))
        epoch += 1
