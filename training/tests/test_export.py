import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import with_steps
from gguf import GGMLQuantizationType, GGUFReader
from gguf.quants import dequantize, quantize
from jinja2 import Template
from safetensors.numpy import load_file

from bioql_training import export, train
from bioql_training.gguf_names import gguf_name, hf_name, interleave, separate
from bioql_training.q4 import quantize_q4_0
from bioql_training.settings import Settings

ERROR_OF_LARGEST = {
    "f16": 1 / 2048,
    "q8_0": 1 / 200,
    "q4_0": 1 / 9,
}  # of a row's largest weight, half a level and slack


@pytest.fixture
def exported(with_data: Callable[[int], Settings]) -> Settings:
    settings = with_steps(with_data(8), 2)
    train.main(settings)
    export.main(settings)
    return settings


def reader(settings: Settings, label: str) -> GGUFReader:
    return GGUFReader(Path(settings.gguf) / f"bioql-{label}.gguf")


def value(file: GGUFReader, key: str) -> Any:
    return file.fields[key].contents()


@pytest.mark.parametrize("label", ERROR_OF_LARGEST)
def test_the_file_holds_the_trained_weights(exported: Settings, label: str) -> None:
    weights = load_file(Path(exported.run) / "final" / "model.safetensors")
    tensors = {tensor.name: tensor for tensor in reader(exported, label).tensors}
    assert {gguf_name(name) for name in weights} == set(tensors)
    for name, wanted in weights.items():
        tensor = tensors[gguf_name(name)]
        found = dequantize(tensor.data, tensor.tensor_type)
        heads = {"q_proj": 3, "k_proj": 1}.get(name.split(".")[-2])
        found = separate(found, heads) if heads else found
        assert np.abs(found - wanted).max() <= ERROR_OF_LARGEST[label] * np.abs(wanted).max()


def test_norms_stay_exact_and_the_embedding_keeps_eight_bits(exported: Settings) -> None:
    kinds = {tensor.name: tensor.tensor_type for tensor in reader(exported, "q4_0").tensors}
    assert kinds["token_embd.weight"] == GGMLQuantizationType.Q8_0
    assert kinds["blk.1.ffn_down.weight"] == GGMLQuantizationType.Q4_0
    assert {kind for name, kind in kinds.items() if "norm" in name} == {GGMLQuantizationType.F32}


def test_the_file_describes_the_model(exported: Settings) -> None:
    file = reader(exported, "q8_0")
    wanted = {
        "general.architecture": "llama", "general.name": "tiny", "general.file_type": 7,
        "general.quantization_version": 2, "llama.block_count": 2, "llama.context_length": 8192,
        "llama.embedding_length": 96, "llama.feed_forward_length": 256, "llama.attention.head_count": 3,
        "llama.attention.head_count_kv": 1, "llama.rope.freq_base": 100000.0, "llama.rope.dimension_count": 32,
        "llama.vocab_size": 1024,
    }  # fmt: skip
    assert {key: value(file, key) for key in wanted} == wanted
    assert value(file, "llama.attention.layer_norm_rms_epsilon") == pytest.approx(1e-5)


def test_the_file_holds_the_tokenizer(exported: Settings) -> None:
    file = reader(exported, "f16")
    saved = json.loads((Path(exported.base) / "tokenizer.json").read_text())["model"]
    tokens = value(file, "tokenizer.ggml.tokens")
    assert {token: index for index, token in enumerate(tokens)} == saved["vocab"]
    assert [merge.split(" ") for merge in value(file, "tokenizer.ggml.merges")] == saved["merges"]
    assert value(file, "tokenizer.ggml.token_type") == [3] * 17 + [1] * 1007
    names = ("model", "pre", "bos_token_id", "eos_token_id", "padding_token_id", "add_bos_token")
    assert [value(file, f"tokenizer.ggml.{name}") for name in names] == ["gpt2", "gpt-2", 1, 2, 2, False]


def test_the_chat_template_writes_chatml(exported: Settings) -> None:
    template = Template(value(reader(exported, "f16"), "tokenizer.chat_template"))
    chat = template.render(messages=[{"role": "user", "content": "hola"}], add_generation_prompt=True)
    assert chat == "<|im_start|>user\nhola<|im_end|>\n<|im_start|>assistant\n"


def test_a_name_goes_there_and_back() -> None:
    for name in ("model.embed_tokens.weight", "model.layers.7.self_attn.q_proj.weight", "model.norm.weight"):
        assert hf_name(gguf_name(name)) == name


def test_interleaving_pairs_the_halves_of_each_head() -> None:
    rows = np.arange(8, dtype=np.float32).reshape(8, 1)
    assert interleave(rows, heads=2).ravel().tolist() == [0, 2, 1, 3, 4, 6, 5, 7]
    assert separate(interleave(rows, heads=2), heads=2).tolist() == rows.tolist()


def test_fitted_scales_lose_less_than_the_largest_values() -> None:
    weights = np.random.default_rng(1).normal(size=(64, 576)).astype(np.float32)
    weights[0] = 0
    plain, fitted = (
        ((dequantize(packed, GGMLQuantizationType.Q4_0) - weights) ** 2).mean()
        for packed in (quantize(weights, GGMLQuantizationType.Q4_0), quantize_q4_0(weights))
    )
    assert fitted < 0.9 * plain
