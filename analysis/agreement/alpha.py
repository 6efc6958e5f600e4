"""Agreement beyond chance: Krippendorff's alpha for nominal data, with an interval.

Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability (nominal data).
"""

import functools
from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

Figures = npt.NDArray[np.float64]

_SEED = 20221008
Unit = Sequence[Hashable]
"""The values that observers gave one unit; an observer that gave none is left out."""


def nominal_alpha(units: Sequence[Unit]) -> float | None:
    """Krippendorff's alpha for nominal data: 1 full agreement, 0 what chance gives; None when nothing varies.

    Args:
        units: The values given to each unit; units with fewer than two values count for nothing.
    """
    counts = _value_counts(units)
    alpha = _alphas(counts, np.ones((1, len(counts))))[0]
    return None if np.isnan(alpha) else float(alpha)


def bootstrap_interval(units: Sequence[Unit], *, resamples: int) -> tuple[float, float] | None:
    """The 95 % interval of alpha over resampled units, with a fixed seed; None when it cannot be computed."""
    if not units:
        return None
    alphas = _alphas(_value_counts(units), _resampling(len(units), resamples))
    found = alphas[~np.isnan(alphas)]
    if len(found) < resamples / 2:
        return None
    low, high = np.quantile(found, [0.025, 0.975])
    return float(low), float(high)


def _value_counts(units: Sequence[Unit]) -> Figures:
    """How often each unit (row) was given each value (column)."""
    values = {value: column for column, value in enumerate(dict.fromkeys(value for unit in units for value in unit))}
    counts = np.zeros((len(units), len(values)))
    for row, unit in enumerate(units):
        for value in unit:
            counts[row, values[value]] += 1
    return counts


@functools.lru_cache(maxsize=1)
def _resampling(n_units: int, resamples: int) -> Figures:
    """How often each unit (column) is drawn in each resample (row); the same for every pair of one run."""
    drawn = np.random.default_rng(_SEED).integers(0, n_units, (resamples, n_units))
    return np.stack([np.bincount(row, minlength=n_units) for row in drawn]).astype(float)


def _alphas(counts: Figures, weights: Figures) -> Figures:
    """Alpha of the units taken as often as each row of `weights` says; NaN where nothing varies."""
    given = counts.sum(axis=1)
    pairable = given > 1
    counts, given, weights = counts[pairable], given[pairable], weights[:, pairable]
    totals = weights @ counts
    n = totals.sum(axis=1)
    observed = weights @ ((given**2 - (counts**2).sum(axis=1)) / (given - 1))
    expected = n**2 - (totals**2).sum(axis=1)
    varies = expected > 0
    return np.where(varies, 1 - (n - 1) * observed / np.where(varies, expected, 1), np.nan)
