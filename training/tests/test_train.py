import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from conftest import with_steps
from safetensors.torch import load_file, save_file
from transformers import AutoModelForCausalLM

from bioql_training import train
from bioql_training.data import Row, collate, read_rows, read_tokenizer
from bioql_training.hf import load
from bioql_training.model import Llama
from bioql_training.schedule import learning_rate, plan_of
from bioql_training.settings import Settings

CPU = torch.device("cpu")
WithData = Callable[[int], Settings]


def test_the_model_scores_as_transformers_does(tiny: Settings) -> None:
    ids = torch.arange(20, 60).view(2, 20)
    model = load(Path(tiny.base))
    reference = AutoModelForCausalLM.from_pretrained(tiny.base, dtype=torch.float32)
    with torch.no_grad():
        torch.testing.assert_close(model.logits(model(ids)), reference(ids).logits, atol=1e-5, rtol=1e-4)


def test_padding_changes_no_loss(tiny: Settings) -> None:
    model = load(Path(tiny.base))
    short, long = Row([1, 30, 31, 32, 2], 2), Row([1, *range(40, 60), 2], 5)
    with torch.no_grad():
        alone = 3 * train.reply_loss(model, collate([short]), CPU) + 17 * train.reply_loss(model, collate([long]), CPU)
        together = 20 * train.reply_loss(model, collate([short, long]), CPU)
    torch.testing.assert_close(alone, together, atol=1e-4, rtol=1e-5)


def test_the_rate_warms_up_stays_and_falls_to_zero(tiny: Settings) -> None:
    settings = with_steps(replace(tiny, learning_rate=1.0, warmup_steps=5), 40, decay_steps=10)
    plan = plan_of(settings, [Row([1, 2], 1)])
    rates = [learning_rate(settings, plan, step) for step in range(40)]
    assert rates[:5] == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])
    assert set(rates[5:31]) == {1.0}
    assert rates[31:] == pytest.approx([0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1])


def greedy(model: Llama, prompt: list[int], count: int) -> list[int]:
    ids = list(prompt)
    for _ in range(count):
        ids.append(int(model.logits(model(torch.tensor([ids])))[0, -1].argmax()))
    return ids


def test_a_run_learns_eight_rows_by_heart(with_data: WithData, capsys: pytest.CaptureFixture[str]) -> None:
    settings = with_data(8)
    train.main(settings)
    model = load(Path(settings.run) / "final")
    rows = read_rows(Path(settings.train), read_tokenizer(Path(settings.base)), settings.max_tokens)
    with torch.no_grad():
        for row in rows:
            assert greedy(model, row.ids[: row.prompt_length], len(row.ids) - row.prompt_length) == row.ids
    assert "step 20/80  examples" in capsys.readouterr().out


def test_a_resumed_run_ends_with_the_same_weights(with_data: WithData, tmp_path: Path) -> None:
    settings = with_steps(replace(with_data(30), checkpoint_steps=5), 12, decay_steps=6)
    train.main(settings)
    resumed = replace(settings, run=str(tmp_path / "resumed"))
    Path(resumed.run).mkdir()
    shutil.copy(Path(settings.run) / "step-000010.pt", resumed.run)
    train.main(resumed)
    whole, again = (load_file(Path(run) / "final" / "model.safetensors") for run in (settings.run, resumed.run))
    assert whole.keys() == again.keys()
    assert all(whole[name].equal(again[name]) for name in whole)


def test_the_last_two_checkpoints_are_kept(with_data: WithData) -> None:
    settings = with_steps(replace(with_data(8), checkpoint_steps=2), 8)
    train.main(settings)
    assert sorted(path.name for path in Path(settings.run).iterdir()) == ["final", "step-000006.pt", "step-000008.pt"]


def test_weights_worse_than_a_guess_stop_the_run(with_data: WithData, tmp_path: Path) -> None:
    settings = with_data(8)
    broken = tmp_path / "broken"
    shutil.copytree(settings.base, broken)
    weights = load_file(broken / "model.safetensors")
    weights["model.norm.weight"] *= 50
    save_file(weights, broken / "model.safetensors")
    with pytest.raises(AssertionError, match="worse than a guess"):
        train.main(replace(settings, base=str(broken)))
