"""The recipes of large models from data to GGUF, on stand-ins of their architecture."""

import shutil
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import torch
from conftest import CONFIGS, write_rows
from gguf import GGUFReader
from safetensors.torch import save_file
from stand_ins import DEEPSEEK, LAYERS, QWEN, VOCAB, deepseek_tokenizer, qwen_tokenizer, write_stand_in
from transformers import AutoModelForCausalLM

from bioql_training import base, export, train
from bioql_training.adapter import merge
from bioql_training.data import encode, read_tokenizer
from bioql_training.export import F32, write_gguf
from bioql_training.hf import PYTORCH, load
from bioql_training.parity import Parts, different_replies, different_texts, llama_cpp, prompt_parts
from bioql_training.parity_texts import parity_texts
from bioql_training.settings import EpochSchedule, Settings, read_settings
from bioql_training.tensors import Tensors

STAND_INS = {"lora-deepseek-1.3b": (DEEPSEEK, deepseek_tokenizer), "qlora-7b": (QWEN, qwen_tokenizer)}
PROMPTS: list[Parts] = [prompt_parts(f"pair {i} of qubits") for i in range(10)]
TOKENS = 24


@dataclass(frozen=True)
class Ran:
    settings: Settings
    merged: Path  # F32 GGUFs
    base: Path


@pytest.fixture(scope="module", params=STAND_INS)
def ran(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """A recipe, with the weights, the paths, the rate and the warm-up of a test and nothing else changed."""
    work = tmp_path_factory.mktemp(request.param)
    config, tokenizer = STAND_INS[request.param]
    write_stand_in(work / "source", config, tokenizer())
    write_rows(work / "train.jsonl", 200)
    paths = {key: str(work / key) for key in ("base", "run", "gguf")}
    settings = replace(
        read_settings(CONFIGS / f"{request.param}.toml"), **paths, train=str(work / "train.jsonl"), threads=1,
        weights=str(work / "source"), vocab=VOCAB, first_layers=LAYERS, learning_rate=2e-2, warmup_steps=2,
    )  # fmt: skip
    base.main(settings)
    train.main(settings)
    export.main(settings)
    found = Ran(settings, work / "merged.gguf", work / "base.gguf")
    write_gguf(Path(settings.run) / "final", found.merged, settings, F32)
    write_gguf(Path(settings.base), found.base, settings, F32)
    return found


def key(path: Path, name: str) -> Any:
    return GGUFReader(path).fields[name].contents()


def test_three_epochs_of_32_rows_a_step_were_trained(ran: Ran) -> None:
    assert isinstance(ran.settings.schedule, EpochSchedule)
    assert (Path(ran.settings.run) / "step-000018.pt").exists()


def test_our_model_scores_as_transformers_does(ran: Ran) -> None:
    ids = torch.arange(20, 220).view(2, 100)
    model = load(Path(ran.settings.base))
    reference = AutoModelForCausalLM.from_pretrained(ran.settings.base, dtype=torch.float32)
    with torch.no_grad():
        torch.testing.assert_close(model.logits(model(ids)), reference(ids).logits, atol=1e-4, rtol=1e-4)


def test_the_merged_weights_write_the_same_in_llama_cpp_and_pytorch(ran: Ran) -> None:
    replies = llama_cpp(ran.merged, PROMPTS, TOKENS)
    assert different_replies(Path(ran.settings.run) / "final", replies) == []


def test_the_adapter_over_the_base_writes_what_float32_merged_weights_write(ran: Ran, tmp_path: Path) -> None:
    wide, merged, gguf = tmp_path / "wide", tmp_path / "merged", tmp_path / "merged.gguf"
    for folder in (wide, merged):
        folder.mkdir()
        for name in ("config.json", "tokenizer.json"):
            shutil.copyfile(Path(ran.settings.base) / name, folder / name)
    tensors = Tensors(Path(ran.settings.base))
    save_file({name: tensors[name] for name in tensors}, wide / "model.safetensors", PYTORCH)
    merge(wide, Path(ran.settings.run) / "adapter", merged)
    write_gguf(merged, gguf, ran.settings, F32)
    adapted = llama_cpp(ran.base, PROMPTS, TOKENS, Path(ran.settings.gguf) / "bioql-lora.gguf")
    assert adapted == llama_cpp(gguf, PROMPTS, TOKENS)
    assert adapted != llama_cpp(ran.base, PROMPTS, TOKENS)


def test_the_adapter_is_labelled_as_llama_cpp_asks(ran: Ran) -> None:
    path = Path(ran.settings.gguf) / "bioql-lora.gguf"
    wanted = {
        "general.type": "adapter", "general.architecture": key(ran.base, "general.architecture"),
        "adapter.type": "lora", "adapter.lora.alpha": 32.0,
    }  # fmt: skip
    assert {name: key(path, name) for name in wanted} == wanted
    kinds = ("attn_q", "attn_k", "attn_v", "attn_output")
    names = {f"blk.{i}.{kind}.weight.lora_{side}" for i in range(LAYERS) for kind in kinds for side in "ab"}
    assert {tensor.name for tensor in GGUFReader(path).tensors} == names


def test_linear_rope_scaling_and_biases_are_written(ran: Ran) -> None:
    fields, names = GGUFReader(ran.merged).fields, {tensor.name for tensor in GGUFReader(ran.merged).tensors}
    if key(ran.merged, "general.architecture") == "llama":
        assert key(ran.merged, "llama.rope.scaling.type") == "linear"
        assert key(ran.merged, "llama.rope.scaling.factor") == 4.0
    else:
        assert "qwen2.rope.scaling.type" not in fields
        assert {"blk.0.attn_q.bias", "blk.0.attn_k.bias", "blk.0.attn_v.bias", "output.weight"} <= names


def test_texts_and_turns_have_the_ids_of_the_hugging_face_tokenizer(ran: Ran) -> None:
    folder = Path(ran.settings.base)
    # Qwen's tokenizer composes characters first; llama.cpp takes them as they come.
    texts = [unicodedata.normalize("NFC", text) for text in parity_texts(1000, seed=5)]
    assert different_texts(folder, ran.merged, texts) == []
    tokenizer = read_tokenizer(folder)
    found = llama_cpp(ran.merged, PROMPTS)
    assert [reply.prompt for reply in found] == [encode(tokenizer, parts) for parts in PROMPTS]
    assert tokenizer.token_to_id("<|im_end|>") == key(ran.merged, "tokenizer.ggml.eos_token_id")
