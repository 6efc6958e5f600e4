"""What an analyst puts right, laid over what the machine found."""

from collections.abc import Sequence

from analysis.corrections.records import KINDS, Correction
from analysis.results import Results


def correct(results: Results, corrections: Sequence[Correction]) -> Results:
    """The results with the corrections applied, in the order they were made."""
    return results


__all__ = ["KINDS", "Correction", "correct"]
