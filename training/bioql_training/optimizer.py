"""AdamW on float32 master copies of BF16 weights, held in flat buffers so that one step is a few passes over memory."""

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor

BETAS = (0.9, 0.95)


class MasterAdamW:
    def __init__(self, weights: Iterable[Tensor]) -> None:
        """Takes float32 weights and turns them, in place, into BF16."""
        self.weights = list(weights)
        sizes = [weight.numel() for weight in self.weights]
        self.master = torch.cat([weight.detach().flatten() for weight in self.weights])
        self.gradient = torch.zeros_like(self.master)
        self._masters = self._views(self.master, sizes)
        self._gradients = self._views(self.gradient, sizes)
        self._adam = torch.optim.AdamW([self.master], betas=BETAS, weight_decay=0.0, fused=True)
        for weight in self.weights:
            weight.data = weight.data.bfloat16()

    def _views(self, flat: Tensor, sizes: list[int]) -> list[Tensor]:
        return [part.view_as(weight) for part, weight in zip(flat.split(sizes), self.weights, strict=True)]

    @torch.no_grad()
    def step(self, learning_rate: float, clip_norm: float) -> Tensor:
        """Applies and clears the weights' gradients; returns their norm before clipping."""
        torch._foreach_copy_(self._gradients, [weight.grad for weight in self.weights if weight.grad is not None])
        norm: Tensor = self.gradient.norm()
        if norm > clip_norm:
            self.gradient.mul_(clip_norm / norm)
        self.master.grad = self.gradient
        self._adam.param_groups[0]["lr"] = learning_rate
        self._adam.step()
        torch._foreach_copy_(self.weights, self._masters)
        for weight in self.weights:
            weight.grad = None
        return norm

    def state(self) -> dict[str, Any]:
        return {"master": self.master, "adam": self._adam.state_dict()["state"]}

    @torch.no_grad()
    def restore(self, state: dict[str, Any]) -> None:
        self.master.copy_(state["master"])
        self._adam.load_state_dict({"state": state["adam"], "param_groups": self._adam.state_dict()["param_groups"]})
        torch._foreach_copy_(self.weights, self._masters)

    @torch.no_grad()
    def widen(self) -> None:
        """Puts the float32 masters back as the weights, for saving; no step may follow."""
        for weight, master in zip(self.weights, self._masters, strict=True):
            weight.data = master.clone()
