"""Trains the base, all of it or LoRA adapters, on a data set: `./train.sh configs/default.toml`.

A run resumes from its newest checkpoint. The rate warms up, stays, and falls to zero over the last `decay_steps`, so a
run of a TokenSchedule is extended, or brought to an early end, by starting it again with another `steps`. Checkpoints
lie in the run's folder, the trained weights (HF format) in its folder `final`; adapters lie in `adapter` too.
"""

import math
import shutil
import time
from functools import partial
from itertools import islice
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from bioql_training.adapter import merge, save_adapter
from bioql_training.checkpoint import read_checkpoint, write_checkpoint
from bioql_training.data import IGNORED, Batch, batches_from, read_rows, read_tokenizer
from bioql_training.hf import load, save, write_tokenizer_config
from bioql_training.lora import adapt_block, freeze_outside
from bioql_training.model import Llama
from bioql_training.optimizer import MasterAdamW
from bioql_training.schedule import learning_rate, plan_of
from bioql_training.settings import Lora, Settings, settings_from_arguments

REPORT_STEPS = 20


def reply_loss(model: Llama, batch: Batch, device: torch.device) -> Tensor:
    """Mean cross-entropy of the reply tokens, in float32; scores are computed for those positions alone."""
    ids, labels = batch.ids.to(device), batch.labels.to(device)
    wanted = labels != IGNORED
    scores = model.logits(model(ids)[wanted])
    return F.cross_entropy(scores.float(), labels[wanted])


def accumulate(model: Llama, batches: list[Batch], device: torch.device) -> float:
    """Adds the gradients of the mean loss over all reply tokens of the batches; returns that loss."""
    counts = [int((batch.labels != IGNORED).sum()) for batch in batches]
    total = 0.0
    for batch, count in zip(batches, counts, strict=True):
        loss = reply_loss(model, batch, device) * (count / sum(counts))
        loss.backward()
        total += loss.item()
    return total


class Progress:
    """Prints a line every few steps, about the steps since the last line."""

    def __init__(self, first_step: int, last_step: int, examples: int) -> None:
        self.step, self.last_step, self.examples = first_step, last_step, examples
        self._restart()

    def _restart(self) -> None:
        self.steps, self.tokens, self.loss, self.norm, self.since = 0, 0, 0.0, 0.0, time.perf_counter()

    def add(self, batches: list[Batch], loss: float, norm: float, rate: float) -> None:
        self.step += 1
        self.steps += 1
        self.examples += sum(batch.rows for batch in batches)
        self.tokens += sum(batch.tokens for batch in batches)
        self.loss += loss
        self.norm += norm
        if self.step % REPORT_STEPS and self.step not in (1, self.last_step):
            return
        seconds = time.perf_counter() - self.since
        left = (self.last_step - self.step) * seconds / self.steps
        print(
            f"step {self.step}/{self.last_step}  examples {self.examples}  loss {self.loss / self.steps:.4f}"
            f"  norm {self.norm / self.steps:.2f}  rate {rate:.2e}  {self.tokens / seconds:.0f} tokens/s"
            f"  {left / 60:.0f} min left",
            flush=True,
        )
        self._restart()


def load_trainable(base: Path, lora: Lora | None) -> Llama:
    if lora is None:
        return load(base)
    model = load(base, partial(adapt_block, lora=lora))
    freeze_outside(model)
    return model


def write_result(model: Llama, settings: Settings) -> Path:
    base, run = Path(settings.base), Path(settings.run)
    final = run / "final"
    final.mkdir(exist_ok=True)
    if settings.lora:
        save_adapter(model, settings.lora, run / "adapter", settings.name)
        merge(base, run / "adapter", final)
    else:
        save(model, final)
    for name in ("config.json", "tokenizer.json"):
        shutil.copyfile(base / name, final / name)
    write_tokenizer_config(final)
    return final


def main(settings: Settings) -> None:
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    base, run = Path(settings.base), Path(settings.run)
    run.mkdir(parents=True, exist_ok=True)

    rows = read_rows(Path(settings.train), read_tokenizer(base), settings.max_tokens)
    plan = plan_of(settings, rows)
    model = load_trainable(base, settings.lora).to(device)
    optimizer = MasterAdamW(weights for weights in model.parameters() if weights.requires_grad)
    if settings.compile:
        for block in model.blocks:
            block.compile(dynamic=True)

    saved = read_checkpoint(run)
    step, examples = 0, 0
    if saved:
        optimizer.restore(saved)
        step, examples = saved["step"], saved["examples"]
    mean_length = sum(len(row.ids) for row in rows) / len(rows)
    print(f"{len(rows)} rows of {mean_length:.0f} tokens on average; from step {step} to {plan.steps}", flush=True)

    progress = Progress(step, plan.steps, examples)
    count = plan.batches_per_step
    stream = batches_from(step * count, rows, plan.epoch)
    while step < plan.steps:
        batches = list(islice(stream, count))
        rate = learning_rate(settings, plan, step)
        torch.manual_seed(settings.seed + step)  # a resumed run draws the dropout that it would have drawn
        loss = accumulate(model, batches, device)
        assert step > 0 or loss < 1.01 * math.log(model.shape.vocab), "the first loss is worse than a guess"
        norm = optimizer.step(rate, settings.clip_norm)
        step += 1
        progress.add(batches, loss, norm.item(), rate)
        if step % settings.checkpoint_steps == 0 or step == plan.steps:
            write_checkpoint(run, step, {"examples": progress.examples, **optimizer.state()})

    optimizer.widen()
    print(f"{write_result(model, settings)}: trained weights after {step} steps", flush=True)


if __name__ == "__main__":
    main(settings_from_arguments())
