"""Checkpoints of a run: written whole or not at all, the last two kept."""

import os
from pathlib import Path
from typing import Any

import torch

KEPT = 2


def checkpoints(run: Path) -> list[Path]:
    return sorted(run.glob("step-??????.pt"))


def write_checkpoint(run: Path, step: int, state: dict[str, Any]) -> None:
    path = run / f"step-{step:06}.pt"
    part = path.with_suffix(".part")
    torch.save({"step": step, **state}, part)
    os.replace(part, path)
    for old in checkpoints(run)[:-KEPT]:
        old.unlink()


def read_checkpoint(run: Path) -> dict[str, Any] | None:
    """The newest state, or None for a run that has not begun."""
    found = checkpoints(run)
    if not found:
        return None
    state: dict[str, Any] = torch.load(found[-1], weights_only=True, mmap=True)
    return state
