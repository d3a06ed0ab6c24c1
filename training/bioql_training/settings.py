"""Settings of one training run, read from a TOML file such as configs/default.toml.

Every command takes the file first and then any number of `key=value` (TOML) that replace single keys:
`python -m bioql_training.train configs/default.toml steps=4000 'train="work/data/more.jsonl"'`.
"""

import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    base: str  # folder of the trimmed base model (written by base.py, read by train.py)
    run: str  # folder of checkpoints and, at the end, of the trained weights
    train: str  # JSONL data set
    gguf: str  # where export.py puts its files
    name: str  # general.name in the GGUF

    weights: str  # "smollm2", or "random" for tests
    vocab: int  # 17 specials + 256 bytes + as many merges as fit
    words: str  # file of merges learned by words.py, the last of the vocabulary; "" for none
    first_layers: int
    last_layers: int

    seed: int
    learning_rate: float
    warmup_steps: int
    decay_steps: int  # linear to zero over the last steps
    steps: int
    clip_norm: float
    tokens_per_step: int  # padding included
    batches_per_step: int  # each of rows of one length, so that a step mixes short replies (refusals) with long ones
    max_tokens: int  # longer rows are refused
    checkpoint_steps: int
    compile: bool  # torch.compile per block: a third faster, needs a C++ compiler on a CPU
    threads: int


def read_settings(path: Path, changes: Sequence[str] = ()) -> Settings:
    values = tomllib.loads(path.read_text())
    for change in changes:
        values |= tomllib.loads(change)
    return Settings(**values)


def settings_from_arguments() -> Settings:
    return read_settings(Path(sys.argv[1]), sys.argv[2:])
