"""The reteller as a PyTorch network, and what it is trained to: passages of one claim near, all others of it apart."""

import torch
from torch.nn import functional

from analysis.adapters.network import AdaptedEncoder, mean_of
from analysis.claims.background import common_share

_TEMPERATURE = 0.07
"""By how much a cosine must be larger to be e times as likely."""


class Reteller(AdaptedEncoder):
    """The encoder with additions: the mean of a passage's states."""

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """A vector per passage, of any length."""
        return mean_of(self.states(ids, torch.zeros_like(ids), mask), mask).float()


def centred(vectors: torch.Tensor) -> torch.Tensor:
    """As `analysis.claims.background.centred`, of passages none of which is a copy."""
    vectors = functional.normalize(vectors, dim=1)
    return functional.normalize(vectors - common_share(len(vectors)) * vectors.mean(0, keepdim=True), dim=1)


def loss(vectors: torch.Tensor, same: torch.Tensor, ignored: torch.Tensor) -> torch.Tensor:
    """How far the passages of an event are from having those of their claim nearer than all others.

    Each passage of one's claim is held against all that are not of it, so that a claim told by many counts no less for
    those of them that are near.

    Args:
        vectors: One per passage, centred, of length 1.
        same: For each two passages whether they tell one claim.
        ignored: Pairs that are held against nothing: a passage and itself, for one.

    Source: van den Oord et al. 2018, InfoNCE; Khosla et al. 2020, Supervised Contrastive Learning.
    """
    logits = (vectors @ vectors.T / _TEMPERATURE).masked_fill(ignored, -1e4)
    others = torch.logsumexp(logits.masked_fill(same, -1e4), 1, keepdim=True)
    each = torch.logaddexp(logits, others) - logits
    return (each * same).sum() / same.sum()
