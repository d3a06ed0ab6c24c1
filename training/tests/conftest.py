"""A tiny base of random weights and small data sets, shared by the tests."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from bioql_training import base
from bioql_training.settings import Settings, TokenSchedule, read_settings

CONFIGS = Path(__file__).parents[1] / "configs"


def exchange(request: str, answer: str) -> dict[str, list[dict[str, str]]]:
    return {
        "prompt": [{"special": "<|im_start|>"}, {"text": request}, {"special": "<|im_end|>"}],
        "reply": [{"text": answer}, {"special": "<|im_end|>"}],
    }


def write_rows(path: Path, count: int) -> None:
    rows = [exchange(f"pair {i} of qubits", "run " * (1 + i % 3) + f"shots={i * 7}") for i in range(count)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def with_steps(settings: Settings, steps: int, decay_steps: int = 20) -> Settings:
    assert isinstance(settings.schedule, TokenSchedule)
    return replace(settings, schedule=replace(settings.schedule, steps=steps, decay_steps=decay_steps))


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> None:
    """Two threads beside another program wait for each other: ten times slower."""
    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of configs/tiny.toml, with their base built."""
    folder = tmp_path_factory.mktemp("tiny")
    settings = replace(read_settings(CONFIGS / "tiny.toml"), base=str(folder / "base"))
    base.main(settings)
    return settings


@pytest.fixture
def with_data(tiny: Settings, tmp_path: Path) -> Callable[[int], Settings]:
    """Settings of a run of its own over a data set of so many rows."""

    def write(count: int) -> Settings:
        train = tmp_path / "train.jsonl"
        write_rows(train, count)
        return replace(tiny, train=str(train), run=str(tmp_path / "run"), gguf=str(tmp_path / "gguf"))

    return write
