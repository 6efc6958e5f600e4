"""The judge as a PyTorch network: the installed encoder with low-rank additions and a small head on top."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from analysis.adapters.network import WIDTH, AdaptedEncoder, mean_of


class Judge(AdaptedEncoder):
    """The encoder over a pair, then same, contradicts and different from the first state and the mean of all."""

    def __init__(self, path: str, *, rank: int, hidden: int, first: int = 0, dropout: float = 0.1) -> None:
        super().__init__(path, rank=rank, first=first)
        self.dropout = dropout
        self.head = nn.Sequential(nn.Linear(2 * WIDTH, hidden), nn.Tanh(), nn.Linear(hidden, 3))

    def forward(self, ids: torch.Tensor, sides: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Logits of the three relations."""
        states = self.states(ids, sides, mask)
        pooled = torch.cat([states[:, 0], mean_of(states, mask)], dim=1)
        logits: torch.Tensor = self.head(functional.dropout(pooled, self.dropout, self.training))
        return logits

    def adapters(self) -> dict[str, np.ndarray]:
        """What is shipped: the low-rank additions, and the head, at half precision."""
        head = {
            f"head.{name}": value.detach().numpy().astype(np.float16) for name, value in self.head.named_parameters()
        }
        return {**self.additions(), **head}
