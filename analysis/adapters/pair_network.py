"""Two passages read together, as a PyTorch network: the installed encoder with low-rank additions and a small head.

Needs torch, which Readout itself does not.
"""

import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from analysis.adapters.network import WIDTH, AdaptedEncoder, mean_of

BATCH = 32
_REPORT_EVERY = 100


class PairNetwork(AdaptedEncoder):
    """The encoder over a pair, then same, contradicts and different from the first state and the mean of all."""

    def __init__(self, path: str, *, rank: int, hidden: int, first: int = 0, dropout: float = 0.1) -> None:
        super().__init__(path, rank=rank, first=first)
        self.dropout = dropout
        self.head = nn.Sequential(nn.Linear(2 * WIDTH, hidden), nn.Tanh(), nn.Linear(hidden, 3))

    def forward(self, ids: torch.Tensor, sides: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Logits of the three relations."""
        states = self.states(ids, sides, mask)
        pooled = torch.cat([states[:, 0], mean_of(states, mask)], dim=1)
        found: torch.Tensor = self.head(functional.dropout(pooled, self.dropout, self.training))
        return found

    def adapters(self) -> dict[str, np.ndarray]:
        """What is shipped: the low-rank additions, and the head, at half precision."""
        head = {f"{_HEAD}{name}": _half(value) for name, value in self.head.named_parameters()}
        return {**self.additions(), **head}

    def restore(self, weights: dict[str, np.ndarray]) -> None:
        """Go on from what a network with the same layers adapted has shipped."""
        parts = [*self._trained(), *((f"{_HEAD}{name}", value) for name, value in self.head.named_parameters())]
        for name, parameter in parts:
            parameter.data = torch.tensor(weights[name], dtype=torch.float32)


_HEAD = "head."


def _half(value: torch.Tensor) -> np.ndarray:
    half: np.ndarray = value.detach().numpy().astype(np.float16)
    return half


class Pieces(NamedTuple):
    """Word pieces of a pair, and the side of each."""

    ids: list[int]
    sides: list[int]


def encode(tokenizer: Tokenizer, pairs: Iterable[tuple[str, str]]) -> list[Pieces]:
    """Word pieces and sides of every pair."""
    return [Pieces(each.ids, each.type_ids) for each in tokenizer.encode_batch(list(pairs))]


def logits(network: PairNetwork, batch: Sequence[Pieces]) -> torch.Tensor:
    """The network's logits for a batch, padded to its longest pair."""
    length = max(len(pair.ids) for pair in batch)
    ids, sides, mask = (torch.zeros((len(batch), length), dtype=torch.long) for _ in range(3))
    for row, pair in enumerate(batch):
        ids[row, : len(pair.ids)] = torch.tensor(pair.ids)
        sides[row, : len(pair.ids)] = torch.tensor(pair.sides)
        mask[row, : len(pair.ids)] = 1
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out: torch.Tensor = network(ids, sides, mask)
    return out.float()


def batches(pairs: Sequence[Pieces], rng: random.Random) -> Iterator[list[int]]:
    """Places of pairs of about one length, a batch at a time, in random order."""
    order = sorted(range(len(pairs)), key=lambda i: len(pairs[i].ids) + rng.random() * 8)
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    rng.shuffle(groups)
    yield from groups


def fit_pairs(
    network: PairNetwork, pairs: Sequence[Pieces], loss: Callable[[list[int]], torch.Tensor], *, rate: float, seed: int
) -> None:
    """One pass over the pairs: a short warm-up, then the rate falls to nothing.

    Args:
        network: What is trained.
        pairs: Their lengths decide which are run together.
        loss: Of the pairs at some places.
        rate: Of learning at its most.
        seed: Of the order.
    """
    trained = [p for p in network.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=rate, weight_decay=0.01)
    steps = -(-len(pairs) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps + 1, pct_start=0.08)
    network.train()
    started, recent = time.time(), 0.0
    for step, places in enumerate(batches(pairs, random.Random(seed)), 1):
        missed = loss(places)
        missed.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        recent = 0.98 * recent + 0.02 * missed.item()
        if step % _REPORT_EVERY == 0:
            speed = step * BATCH / (time.time() - started)
            print(f"{step}/{steps} loss {recent:.3f} {speed:.0f} pairs/s", flush=True)
