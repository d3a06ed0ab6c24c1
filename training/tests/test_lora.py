import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import torch
from conftest import with_steps
from safetensors.torch import load_file, save_file

from bioql_training import train
from bioql_training.adapter import merge, save_adapter
from bioql_training.data import collate, read_rows, read_tokenizer
from bioql_training.hf import PYTORCH, load
from bioql_training.lora import TARGETS, adapt_block, adapters
from bioql_training.model import Llama
from bioql_training.settings import Lora, Settings

LORA = Lora(rank=4, alpha=8, dropout=0.05, base_bits=16)
IDS = torch.arange(20, 60).view(2, 20)
WithData = Callable[[int], Settings]


def adapted(folder: Path, lora: Lora = LORA) -> Llama:
    torch.manual_seed(1)
    return load(folder, partial(adapt_block, lora=lora)).eval()


def scores(model: Llama) -> torch.Tensor:
    with torch.no_grad():
        return model.logits(model(IDS))


@pytest.fixture
def even(tiny: Settings, tmp_path: Path) -> Path:
    """The tiny base with weights that BF16 holds exactly."""
    folder = tmp_path / "even"
    shutil.copytree(tiny.base, folder)
    state = load_file(folder / "model.safetensors")
    save_file({name: value.bfloat16().float() for name, value in state.items()}, folder / "model.safetensors", PYTORCH)
    return folder


def test_a_new_adapter_changes_nothing(even: Path) -> None:
    assert scores(adapted(even).float()).equal(scores(load(even)))


def test_query_key_value_and_output_are_adapted_and_nothing_else_trains(even: Path) -> None:
    model = train.load_trainable(even, LORA)
    named = [f"model.layers.{layer}.self_attn.{target}" for layer in range(2) for target in TARGETS]
    assert list(adapters(model)) == named
    trained = [weights for weights in model.parameters() if weights.requires_grad]
    hidden, keys = 96, 32
    assert sum(weights.numel() for weights in trained) == 2 * 4 * (2 * (hidden + hidden) + 2 * (hidden + keys))
    frozen = {weights.dtype for weights in model.parameters() if not weights.requires_grad}
    assert frozen == {torch.bfloat16}


def test_dropout_acts_on_the_adapter_alone_and_only_while_training(even: Path) -> None:
    model = adapted(even, replace(LORA, dropout=0.5)).float()
    calm = scores(model)
    model.train()
    assert scores(model).equal(calm)
    for adapter in adapters(model).values():
        torch.nn.init.normal_(adapter.b)
    assert not scores(model).equal(scores(model))
    model.eval()
    assert scores(model).equal(scores(model))


def test_merged_weights_score_as_adapted_ones_do(even: Path, tmp_path: Path) -> None:
    model = adapted(even).float()
    for adapter in adapters(model).values():
        torch.nn.init.normal_(adapter.b, std=0.1)
    save_adapter(model, LORA, tmp_path / "adapter", "tiny")
    merged = tmp_path / "merged"
    merged.mkdir()
    shutil.copyfile(even / "config.json", merged / "config.json")
    merge(even, tmp_path / "adapter", merged)
    assert not torch.allclose(scores(model), scores(load(even)), atol=1e-2)
    torch.testing.assert_close(scores(load(merged)), scores(model), atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize("bits", [16, 4])
def test_a_run_lowers_the_loss_and_leaves_the_base_as_it_was(with_data: WithData, bits: int) -> None:
    settings = replace(with_steps(with_data(8), 40), lora=replace(LORA, base_bits=bits), learning_rate=2e-2)
    train.main(settings)
    final, base = Path(settings.run) / "final", Path(settings.base)
    rows = collate(read_rows(Path(settings.train), read_tokenizer(base), settings.max_tokens))
    before, after = (train.reply_loss(load(folder), rows, torch.device("cpu")).item() for folder in (base, final))
    assert after < before - 1
    trained, untrained = load_file(final / "model.safetensors"), load_file(base / "model.safetensors")
    changed = {name for name in trained if not trained[name].equal(untrained[name])}
    assert changed == {f"model.layers.{layer}.self_attn.{target}.weight" for layer in range(2) for target in TARGETS}


def test_a_resumed_run_ends_with_the_same_adapter(with_data: WithData, tmp_path: Path) -> None:
    settings = with_steps(replace(with_data(30), lora=LORA, checkpoint_steps=5), 12, decay_steps=6)
    train.main(settings)
    resumed = replace(settings, run=str(tmp_path / "resumed"))
    Path(resumed.run).mkdir()
    shutil.copy(Path(settings.run) / "step-000010.pt", resumed.run)
    train.main(resumed)
    whole, again = (
        load_file(Path(run) / "adapter" / "adapter_model.safetensors") for run in (settings.run, resumed.run)
    )
    assert all(whole[name].equal(again[name]) for name in whole)
    assert whole.keys() == again.keys()
