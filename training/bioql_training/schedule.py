"""Which rows a run trains on at each step, and at which rate."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bioql_training.data import Row, plan_epoch
from bioql_training.settings import EpochSchedule, Settings


@dataclass(frozen=True)
class Plan:
    steps: int
    decay_steps: int
    batches_per_step: int
    epoch: Callable[[int], list[list[int]]]  # the batches of one pass, as row numbers


def plan_of(settings: Settings, rows: list[Row]) -> Plan:
    lengths = [len(row.ids) for row in rows]
    schedule = settings.schedule
    if isinstance(schedule, EpochSchedule):
        steps = len(rows) // schedule.rows_per_step * schedule.epochs
        epoch = partial(plan_epoch_of_rows, lengths, schedule, settings.seed)
        return Plan(steps, max(1, steps - settings.warmup_steps), schedule.batches_per_step, epoch)
    count = schedule.batches_per_step
    by_tokens = partial(plan_epoch, lengths, schedule.tokens_per_step // count, settings.seed)
    return Plan(schedule.steps, schedule.decay_steps, count, by_tokens)


def plan_epoch_of_rows(lengths: list[int], schedule: EpochSchedule, seed: int, epoch: int) -> list[list[int]]:
    """Rows in random order; those that fill no whole step are left out, other ones in each epoch.

    The rows of a step are sorted before they are parted into batches: a step's gradient is that of the mean over all
    its reply tokens, so only padding depends on how they are parted.
    """
    count = schedule.rows_per_step
    assert count % schedule.batches_per_step == 0
    assert len(lengths) >= count, f"{len(lengths)} rows fill no step of {count}"
    size = count // schedule.batches_per_step
    order = random.Random(f"{seed}/{epoch}").sample(range(len(lengths)), len(lengths) // count * count)
    batches: list[list[int]] = []
    for start in range(0, len(order), count):
        step = sorted(order[start : start + count], key=lengths.__getitem__)
        batches.extend(step[at : at + size] for at in range(0, count, size))
    return batches


def learning_rate(settings: Settings, plan: Plan, step: int) -> float:
    warmup = (step + 1) / settings.warmup_steps
    decay = (plan.steps - step) / plan.decay_steps
    return settings.learning_rate * min(1.0, warmup, decay)
