"""Two passages read together, to tell whether they tell one claim.

Vectors are made of each passage alone. The rereader reads both at once, as the judge does, from whose weights it was
trained on (`analysis.retelling.train_rereader`) with near pairs of the invented events that the vectors were trained
on: it puts the near pairs of an event in better order than all other findings. Of five claims it
took but two for likelier told by another's words than by a sentence made to mislead, so it is weighed with those
findings and never alone: see analysis/claims/rereading.py.

Source: Nogueira and Cho 2019, Passage Re-ranking with BERT.
"""

import functools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analysis.adapters.cross_encoder import CrossEncoder


@functools.lru_cache(maxsize=1)
def load_rereader() -> CrossEncoder:
    """The rereader; see `CrossEncoder.recorded`."""
    return CrossEncoder.recorded(Path(__file__).with_name("rereader.toml"))


def read_together(pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float64]:
    """For each pair, in order, the log odds that both tell one claim [natural logarithm].

    They are the mean of two readings, either passage first. One core reads about 50 pairs of 23 words a second.
    """
    same = load_rereader().judge([*pairs, *((second, first) for first, second in pairs)])[:, 0]
    odds = np.log(same) - np.log1p(-same)
    return np.asarray((odds[: len(pairs)] + odds[len(pairs) :]) / 2, dtype=np.float64)
