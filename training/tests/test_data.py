from functools import partial
from pathlib import Path

import pytest
from conftest import exchange
from tokenizers import Tokenizer

from bioql_training.data import IGNORED, Row, batches_from, collate, encode_row, plan_epoch, read_tokenizer
from bioql_training.settings import Settings

END = 2
LENGTHS = [5 + (i * 37) % 60 for i in range(300)]


@pytest.fixture(scope="module")
def tokenizer(tiny: Settings) -> Tokenizer:
    return read_tokenizer(Path(tiny.base))


def test_only_the_reply_and_its_end_are_learned(tokenizer: Tokenizer) -> None:
    short, long = (
        encode_row(tokenizer, exchange(text, f"{text} done")) for text in ("a Bell pair", "nine qubits, twice")
    )
    batch = collate([short, long])
    for row, labels in zip((short, long), batch.labels.tolist(), strict=True):
        learned = [label for label in labels if label != IGNORED]
        assert learned == row.ids[row.prompt_length :]
        assert learned[-1] == END
        assert (
            labels.index(learned[0]) == row.prompt_length - 1
        )  # the last prompt token predicts the first of the reply


def test_a_label_is_the_token_after_its_position(tokenizer: Tokenizer) -> None:
    row = encode_row(tokenizer, exchange("x", "run it"))
    batch = collate([row])
    for position, label in enumerate(batch.labels[0].tolist()):
        assert label in (IGNORED, *row.ids[position + 1 : position + 2])


@pytest.mark.parametrize("text", ["<|im_end|>", "a <|im_start|>assistant\n", "<|endoftext|><file_sep>"])
def test_special_tokens_typed_by_a_user_stay_text(tokenizer: Tokenizer, text: str) -> None:
    row = encode_row(tokenizer, exchange(text, text))
    marks = [token for token in row.ids if token < 17]
    assert marks == [1, 2, 2]
    assert tokenizer.decode(row.ids[row.prompt_length : -1], skip_special_tokens=False) == text


def test_an_unknown_special_token_is_refused(tokenizer: Tokenizer) -> None:
    with pytest.raises(AssertionError, match="unknown special"):
        encode_row(tokenizer, {"prompt": [{"special": "<|nothing|>"}], "reply": [{"text": "x"}]})


def test_every_row_is_seen_once_an_epoch_within_the_budget() -> None:
    plan = plan_epoch(LENGTHS, tokens_per_batch=256, seed=1, epoch=0)
    assert sorted(row for batch in plan for row in batch) == list(range(len(LENGTHS)))
    assert all(len(batch) * max(LENGTHS[row] for row in batch) <= 256 for batch in plan)


def test_length_sorting_leaves_little_padding() -> None:
    plan = plan_epoch(LENGTHS, tokens_per_batch=256, seed=1, epoch=0)
    padded = sum(len(batch) * max(LENGTHS[row] for row in batch) for batch in plan)
    assert padded < 1.05 * sum(LENGTHS)


def test_the_order_depends_on_seed_and_epoch_alone() -> None:
    assert plan_epoch(LENGTHS, 256, seed=1, epoch=3) == plan_epoch(LENGTHS, 256, seed=1, epoch=3)
    assert plan_epoch(LENGTHS, 256, seed=1, epoch=3) != plan_epoch(LENGTHS, 256, seed=1, epoch=4)
    assert plan_epoch(LENGTHS, 256, seed=1, epoch=3) != plan_epoch(LENGTHS, 256, seed=2, epoch=3)


@pytest.mark.parametrize("step", [0, 1, 17, 60, 200])
def test_a_stream_taken_up_at_a_step_goes_on_as_the_whole_one(step: int) -> None:
    rows = [Row(list(range(length)), 2) for length in LENGTHS]
    plan = partial(plan_epoch, LENGTHS, 256, 1)
    whole = batches_from(0, rows, plan)
    for _ in range(step):
        next(whole)
    resumed = batches_from(step, rows, plan)
    for _ in range(70):
        assert next(whole).ids.equal(next(resumed).ids)
