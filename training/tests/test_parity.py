"""The shipped file against the Hugging Face side: the same token ids, the same greedy replies."""

from dataclasses import replace
from pathlib import Path

import pytest
from tokenizers import pre_tokenizers

from bioql_training import to_hf
from bioql_training.data import encode, read_tokenizer
from bioql_training.export import F32, write_gguf
from bioql_training.parity import (
    REPLIES,
    REPLY_TOKENS,
    SEED,
    TEXTS,
    TRAINING,
    Reply,
    different_replies,
    different_texts,
    llama_cpp,
    some_prompts,
)
from bioql_training.parity_texts import parity_texts
from bioql_training.settings import read_settings
from bioql_training.vocabulary import read_vocabulary, source_file

MODEL = TRAINING.parent / "models" / "bioql-smollm2-q4_0.gguf"
MISSING_IN_SMOLLM2 = 21
WITH_MISSING_BYTES = [f"a{letter}b" for letter in "\x04\x06\x13\x14\x16\x1d\U00040000\U000bffff"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("shipped") / "hf"
    to_hf.main(MODEL, made)
    return made


@pytest.fixture(scope="module")
def exact(folder: Path) -> Path:
    path = folder.parent / "f32.gguf"
    write_gguf(folder, path, read_settings(TRAINING / "configs" / "default.toml"), F32)
    return path


def test_llama_cpp_and_hugging_face_read_10_000_texts_as_the_same_ids(folder: Path, exact: Path) -> None:
    texts = parity_texts(TEXTS, SEED)
    assert different_texts(folder, MODEL, texts) == []
    assert different_texts(folder, exact, texts) == []


def test_every_byte_that_smollm2_lacks_has_a_token_of_its_own(folder: Path) -> None:
    full, tokenizer = read_vocabulary(source_file()), read_tokenizer(folder)
    missing = set(pre_tokenizers.ByteLevel.alphabet()) - set(full.tokens)
    assert len(missing) == MISSING_IN_SMOLLM2
    assert None not in {tokenizer.token_to_id(letter) for letter in missing}
    for text in WITH_MISSING_BYTES:
        encoded = tokenizer.encode(text, add_special_tokens=False)
        assert missing & set("".join(encoded.tokens))
        assert tokenizer.decode(encoded.ids, skip_special_tokens=False) == text
    assert different_texts(folder, MODEL, WITH_MISSING_BYTES) == []


def test_prompts_become_the_ids_that_training_reads(folder: Path) -> None:
    tokenizer, exchanges = read_tokenizer(folder), some_prompts(REPLIES)
    assert [reply.prompt for reply in llama_cpp(MODEL, exchanges)] == [encode(tokenizer, parts) for parts in exchanges]


def test_llama_cpp_and_pytorch_write_the_same_greedy_replies(folder: Path, exact: Path) -> None:
    replies = llama_cpp(exact, some_prompts(REPLIES), REPLY_TOKENS)
    assert len(replies) == REPLIES
    ended = [reply for reply in replies if len(reply.reply) < REPLY_TOKENS]
    assert len(ended) > REPLIES / 2
    spoilt = replace(replies[0], reply=[*replies[0].reply[:-1], 0])
    assert different_replies(folder, [*replies, spoilt]) == [Reply(spoilt.prompt, spoilt.reply)]
