import random
from pathlib import Path

import pytest
from tokenizers import Tokenizer

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

WORDS = Path(__file__).parents[1] / "configs" / "words.txt"
PHRASES = [
    "Crea un circuito de Bell y mídelo 1000 veces",
    "¿cuántos cúbits necesita Grover para buscar |101⟩?",
    "año ñandú pingüino, don't we're I'll",
    'result = quantum("Create Bell state", backend="ibm_torino", shots=2048)\nprint(result)',
    "def f(x):\n\treturn x ** 2  # ½",
    "<|im_end|>",
    "  indented   spaces\r\n\ttabs",
    "量子回路を作って Квантовая схема שלום",
    "🧬⚛️👩\u200d🔬 e\u0301 is not é",
    "\x00\x01\x7f\ufeff",
    "∑ ψ⟩ √2 ½ µ₀ ٣٤٥ 123456789",
]


@pytest.fixture(scope="module")
def full() -> Vocabulary:
    return read_vocabulary(source_file())


@pytest.fixture(scope="module")
def cut(full: Vocabulary) -> Vocabulary:
    return trim(full, 8192)


def plain(vocabulary: Vocabulary) -> Tokenizer:
    tokenizer = make_tokenizer(vocabulary)
    tokenizer.encode_special_tokens = True
    return tokenizer


def texts(count: int) -> list[str]:
    """Phrases of people and programs, glued, cut and salted with any characters Unicode has."""
    choose = random.Random(1)
    planes = [range(1, 0x250), range(0x250, 0xD800), range(0xE000, 0x11000), range(0x1F000, 0x1FB00)]
    salted = []
    for _ in range(count):
        salt = "".join(chr(choose.choice(choose.choice(planes))) for _ in range(choose.randrange(4)))
        parts = [
            choose.choice(PHRASES),
            salt,
            choose.choice(PHRASES)[choose.randrange(8) :],
            str(choose.randrange(9999)),
        ]
        choose.shuffle(parts)
        salted.append(choose.choice(["", " ", "\n"]).join(parts))
    return salted


@pytest.mark.parametrize("words", [[], read_words(WORDS)], ids=["cut", "with words"])
def test_any_text_survives_tokenising(full: Vocabulary, words: list[Pair]) -> None:
    tokenizer = plain(with_words(trim(full, 8192 - len(words)), words))
    for text in [*PHRASES, *texts(2000)]:
        assert tokenizer.decode(tokenizer.encode(text).ids, skip_special_tokens=False) == text


def test_every_byte_has_a_token(cut: Vocabulary) -> None:
    assert sum(len(token) == 1 for token in cut.tokens[17:]) == 256


def test_kept_ids_mean_what_they_meant(full: Vocabulary, cut: Vocabulary) -> None:
    assert cut.tokens[: cut.kept] == full.tokens[: cut.kept]
    assert len(cut.tokens) == 8192
    assert cut.tokens[1:3] == ["<|im_start|>", "<|im_end|>"]


def test_words_that_need_no_cut_merge_keep_their_ids(full: Vocabulary, cut: Vocabulary) -> None:
    before, after = plain(full), plain(cut)
    same = 0
    for text in [*PHRASES, *texts(2000)]:
        for word, _ in before.pre_tokenizer.pre_tokenize_str(text):
            ids = [before.token_to_id(token.value) for token in before.model.tokenize(word)]
            if ids and max(ids) < cut.kept and decoded_length(full, ids) == len(word):
                same += 1
                assert [token.id for token in after.model.tokenize(word)] == ids
    assert same > 10_000


def decoded_length(vocabulary: Vocabulary, ids: list[int]) -> int:
    """Shorter than the word where the full vocabulary has no token for one of its bytes."""
    return sum(len(vocabulary.tokens[index]) for index in ids)


def test_a_number_is_its_digits(cut: Vocabulary) -> None:
    assert plain(cut).encode(" 1024").tokens == ["Ġ", "1", "0", "2", "4"]


def test_merges_build_on_what_came_before(cut: Vocabulary) -> None:
    known = set(cut.tokens[:17]) | {token for token in cut.tokens if len(token) == 1}
    for left, right in cut.merges:
        assert {left, right} <= known
        known.add(left + right)
