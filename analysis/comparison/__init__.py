"""Two passages: the same, contradictory or different, and why."""

from analysis.comparison.compare import compare_pairs, compare_passages
from analysis.comparison.differences import KINDS, RELATIONS, Comparison, Difference
from analysis.comparison.passages import Passage, read_passage

__all__ = [
    "KINDS",
    "RELATIONS",
    "Comparison",
    "Difference",
    "Passage",
    "compare_pairs",
    "compare_passages",
    "read_passage",
]
