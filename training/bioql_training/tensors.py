"""Reads the weights of a folder in HF format tensor by tensor, so that a model need not fit into memory twice."""

from collections.abc import Iterator
from pathlib import Path

from safetensors import safe_open
from torch import Tensor


def weight_files(folder: Path) -> list[Path]:
    """model.safetensors, or its shards."""
    files = sorted(folder.glob("model*.safetensors"))
    assert files, f"{folder} holds no model*.safetensors"
    return files


class Tensors:
    def __init__(self, folder: Path) -> None:
        opened = [safe_open(path, framework="pt") for path in weight_files(folder)]
        self._files = {name: file for file in opened for name in file.keys()}  # noqa: SIM118

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._files))

    def __getitem__(self, name: str) -> Tensor:
        """The tensor in float32, whatever the file holds."""
        tensor: Tensor = self._files[name].get_tensor(name).float()
        return tensor
