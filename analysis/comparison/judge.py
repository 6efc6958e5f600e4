"""From differences to a relation: which of them weigh enough, and how sure that both tell of one happening."""

from collections.abc import Sequence

from analysis.comparison.alignment import Alignment
from analysis.comparison.comparators import COMPARATORS, is_named
from analysis.comparison.differences import Comparison, Difference

_SAME_TOPIC = 0.45
"""Below this cosine two passages tell of different things, whatever their numbers."""
_COVERED = 0.72
"""Share of a's words that b must have for b to bear a out."""


def judge(alignment: Alignment) -> Comparison:
    """How the two passages stand to each other, with the reasons."""
    differences = tuple(found for comparator in COMPARATORS for found in comparator.find(alignment))
    grave = sorted((d for d in differences if d.is_contradiction), key=lambda d: -d.weight)
    score = same_event_score(alignment, differences)
    if grave and alignment.cosine >= _SAME_TOPIC:
        return Comparison("contradicts", score, grave[0].kind, _reasons(grave, differences), differences)
    relation = "same" if alignment.covered_share >= _COVERED else "different"
    share = f"{alignment.covered_share:.0%} of the words have a counterpart"
    return Comparison(relation, score, "", (share, *_reasons([], differences)), differences)


def same_event_score(alignment: Alignment, differences: Sequence[Difference]) -> float:
    """How likely both tell of one happening [0 to 1]: topic, shared wording and names, less what sets them apart."""
    a, b = alignment.a, alignment.b
    names = [is_named(name, b) for name in a.names] + [is_named(name, a) for name in b.names]
    named = sum(names) / len(names) if names else 0.5
    conflicts = sum(d.weight for d in differences if d.is_contradiction and d.kind in {"number", "date", "location"})
    value = 0.5 * alignment.cosine + 0.3 * alignment.covered_share + 0.2 * named - 0.05 * conflicts
    return round(min(1.0, max(0.0, value)), 4)


def _reasons(first: Sequence[Difference], differences: Sequence[Difference]) -> tuple[str, ...]:
    rest = [d for d in differences if not d.is_contradiction]
    return tuple(dict.fromkeys(d.reason for d in (*first, *rest)))
