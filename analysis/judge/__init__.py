"""A small trained judge of two passages, for what rules cannot settle: see `judge_pairs`."""

import functools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analysis.adapters.cross_encoder import CrossEncoder

RELATIONS = ("same", "contradicts", "different")
"""The columns of what `judge_pairs` returns."""


@functools.lru_cache(maxsize=1)
def load_judge() -> CrossEncoder:
    """The judge; see `CrossEncoder.recorded`."""
    return CrossEncoder.recorded(Path(__file__).with_name("judge.toml"))


def judge_pairs(pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float64]:
    """How likely each passage bears its claim out, contradicts it, or settles it neither way.

    The judge reads the two together: all-MiniLM-L6-v2 with low-rank additions, trained by `analysis.judge.train` on
    pairs that this project makes itself (analysis/judge/training): invented records told in one way and claimed in
    another, passages written for the purpose with claims that they bear out or contradict, and sentences, WordNet's
    examples among them, edited on one point. It has seen no article of anybody else's. It is a guess to be weighed
    with the rules' reasons, and never a reason of its own.

    One core reads about 140 pairs of 23 words a second, 80 of 53 words.

    Args:
        pairs: A claim and a passage each; the order matters, as a passage may say more than the claim.

    Returns:
        A row per pair, in order, of probabilities that sum to 1: same, contradicts, different. An empty text is
        different from any other; two equal texts are the same.

    Raises:
        ModelError: the judge's weights or its encoder are missing or not those that were recorded.
    """
    found = np.zeros((len(pairs), len(RELATIONS)))
    asked = []
    for row, (claim, passage) in enumerate(pairs):
        a, b = " ".join(claim.split()), " ".join(passage.split())
        if not a or not b:
            found[row, 2] = 1.0
        elif a == b:
            found[row, 0] = 1.0
        else:
            asked.append((row, (a, b)))
    if asked:
        found[[row for row, _ in asked]] = load_judge().judge([pair for _, pair in asked])
    return found
