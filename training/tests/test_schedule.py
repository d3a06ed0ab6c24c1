from dataclasses import replace
from pathlib import Path

import pytest

from bioql_training.data import Row
from bioql_training.schedule import learning_rate, plan_epoch_of_rows, plan_of
from bioql_training.settings import EpochSchedule, Lora, read_settings

CONFIGS = Path(__file__).parents[1] / "configs"
RECIPES = ("lora-smollm2", "lora-deepseek-1.3b", "qlora-7b")
LENGTHS = [5 + (i * 37) % 60 for i in range(300)]


@pytest.mark.parametrize("recipe", RECIPES)
def test_the_recipe_is_the_documented_one(recipe: str) -> None:
    settings = read_settings(CONFIGS / f"{recipe}.toml")
    assert settings.lora == Lora(16, 32, 0.05, base_bits=4 if recipe == "qlora-7b" else 16)
    assert (settings.learning_rate, settings.warmup_steps) == (2e-4, 100)
    assert isinstance(settings.schedule, EpochSchedule)
    assert (settings.schedule.rows_per_step, settings.schedule.epochs) == (32, 3)
    assert plan_of(settings, [Row([1, 2], 1)] * 5000).steps == 468


def test_the_rate_falls_to_zero_from_the_end_of_the_warm_up() -> None:
    settings = replace(read_settings(CONFIGS / "lora-smollm2.toml"), learning_rate=1.0)
    plan = plan_of(settings, [Row([1, 2], 1)] * 5000)
    rates = [learning_rate(settings, plan, step) for step in (0, 99, 100, 284, 467)]
    assert rates == pytest.approx([1 / 100, 1, 1, 0.5, 1 / 368])


def test_an_epoch_takes_each_row_at_most_once_and_leaves_others_out_in_the_next() -> None:
    schedule = EpochSchedule(epochs=2, rows_per_step=32, batches_per_step=4)
    first, second = (plan_epoch_of_rows(LENGTHS, schedule, seed=1, epoch=epoch) for epoch in (0, 1))
    seen = [row for batch in first for row in batch]
    assert {len(batch) for batch in first} == {8}
    assert len(seen) == len(set(seen)) == 288
    assert set(range(300)) - set(seen) != set(range(300)) - {row for batch in second for row in batch}


def test_too_few_rows_for_a_step_are_refused() -> None:
    with pytest.raises(AssertionError, match="fill no step"):
        plan_epoch_of_rows(LENGTHS[:31], EpochSchedule(1, 32, 4), seed=1, epoch=0)
