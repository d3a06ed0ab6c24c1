from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from conftest import with_steps
from transformers import AutoModelForCausalLM, AutoTokenizer

from bioql_training import export, to_hf, train
from bioql_training.parity_texts import parity_texts
from bioql_training.settings import Settings


@pytest.fixture
def folders(with_data: Callable[[int], Settings], tmp_path: Path) -> tuple[Path, Path]:
    """The trained weights, and what is read back from their F32 GGUF."""
    settings = with_steps(with_data(8), 2)
    train.main(settings)
    final = Path(settings.run) / "final"
    export.write_gguf(final, tmp_path / "f32.gguf", settings, export.F32)
    to_hf.main(tmp_path / "f32.gguf", tmp_path / "hf")
    return final, tmp_path / "hf"


def test_transformers_scores_with_it_as_with_the_trained_weights(folders: tuple[Path, Path]) -> None:
    ids = torch.arange(20, 60).view(2, 20)
    trained, read = (AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32) for folder in folders)
    with torch.no_grad():
        assert read(ids).logits.equal(trained(ids).logits)


def test_transformers_tokenises_and_writes_chats_with_it(folders: tuple[Path, Path]) -> None:
    trained, read = (AutoTokenizer.from_pretrained(folder) for folder in folders)
    for text in parity_texts(200, seed=2):
        assert read(text).input_ids == trained(text).input_ids
    chat = [{"role": "code", "content": "hola"}]
    written = read.apply_chat_template(chat, add_generation_prompt=True, tokenize=False)
    assert written == "<|im_start|>code\nhola<|im_end|>\n<|im_start|>assistant\n"
    assert (read.bos_token, read.eos_token, read.pad_token) == ("<|im_start|>", "<|im_end|>", "<|im_end|>")
