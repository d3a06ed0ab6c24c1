"""Settings of one training run, read from a TOML file such as configs/default.toml.

Every command takes the file first and then any number of `key=value` (TOML) that replace single keys:
`python -m bioql_training.train configs/default.toml steps=4000 'train="work/data/more.jsonl"'`.
"""

import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path


@dataclass(frozen=True)
class TokenSchedule:
    """Steps of about equally many tokens, as many as are asked for."""

    steps: int
    decay_steps: int  # linear to zero over the last steps
    tokens_per_step: int  # padding included
    batches_per_step: int  # each of rows of one length, so that a step mixes short replies (refusals) with long ones


@dataclass(frozen=True)
class EpochSchedule:
    """Steps of equally many rows, through the data so many times; linear to zero from the end of the warm-up."""

    epochs: int
    rows_per_step: int
    batches_per_step: int


@dataclass(frozen=True)
class Lora:
    rank: int
    alpha: int
    dropout: float
    base_bits: int  # of the frozen base: 16 (BF16) or 4 (NF4, that is QLoRA)

    def __post_init__(self) -> None:
        assert self.base_bits in (4, 16), "base_bits must be 4 or 16"

    @property
    def scale(self) -> float:
        return self.alpha / self.rank


@dataclass(frozen=True)
class Settings:
    base: str  # folder of the base model (written by base.py, read by train.py)
    run: str  # folder of checkpoints and, at the end, of the trained weights
    train: str  # JSONL data set
    gguf: str  # where export.py puts its files
    name: str  # general.name in the GGUF
    license: str  # general.license in the GGUF
    pre: str  # llama.cpp's name of the tokenizer's way to part words, such as "gpt-2"

    weights: str  # "smollm2", "random" for tests, or a folder in HF format
    vocab: int  # 17 specials + 256 bytes + as many merges as fit; what a folder in HF format says
    words: str  # file of merges learned by words.py, the last of the vocabulary; "" for none
    first_layers: int
    last_layers: int

    seed: int
    learning_rate: float
    warmup_steps: int
    clip_norm: float
    max_tokens: int  # longer rows are refused
    checkpoint_steps: int
    compile: bool  # torch.compile per block: a third faster, needs a C++ compiler on a CPU
    threads: int

    schedule: TokenSchedule | EpochSchedule
    lora: Lora | None = None  # None trains all weights
    rename: dict[str, str] = field(
        default_factory=dict
    )  # special tokens of a folder in HF format, to what we call them


def read_settings(path: Path, changes: Sequence[str] = ()) -> Settings:
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    for change in changes:
        values |= tomllib.loads(change)
    kind = EpochSchedule if "epochs" in values else TokenSchedule
    schedule = kind(**{key.name: values.pop(key.name) for key in fields(kind)})
    lora = Lora(**values.pop("lora")) if "lora" in values else None
    return Settings(**values, schedule=schedule, lora=lora)


def settings_from_arguments() -> Settings:
    return read_settings(Path(sys.argv[1]), sys.argv[2:])
