"""From differences to a relation: which of them weigh enough, and how sure that both tell of one happening."""

import math
from collections.abc import Sequence

from analysis.comparison.alignment import Alignment
from analysis.comparison.comparators import COMPARATORS
from analysis.comparison.differences import Comparison, Difference, lacks_a_name
from analysis.comparison.figures import are_numbers_settled, has_unmet_number
from analysis.comparison.rarity import shared_rarity

_SAME_TOPIC = 0.45
"""Below this cosine two passages tell of different things, whatever their numbers."""
_ANY_TOPIC = 0.25
"""Below this cosine two passages have nothing in common that could be weighed."""
_ALL_COVERED = 0.85
"""Share of a's words from which only its numbers and dates could still differ."""
_COVERED = 0.72
"""Share of a's words that b must have for b to bear a out."""


def judge(alignment: Alignment) -> Comparison:
    """How the two passages stand to each other, with the reasons."""
    differences = find_differences(alignment)
    grave = sorted((d for d in differences if d.is_contradiction), key=lambda d: -d.weight)
    score = same_event_score(alignment, differences)
    falls_short = any(d.falls_short for d in differences)
    is_told = not grave and not falls_short and alignment.covered_share >= _ALL_COVERED
    is_told = is_told and not lacks_a_name(differences)
    is_told_otherwise = any(d.is_anchored for d in grave) and alignment.covered_share >= _ALL_COVERED
    settled = alignment.cosine < _ANY_TOPIC or (is_told and are_numbers_settled(alignment)) or is_told_otherwise
    if grave and alignment.cosine >= _SAME_TOPIC:
        return Comparison("contradicts", score, grave[0].kind, _reasons(grave, differences), differences, settled)
    is_borne_out = alignment.covered_share >= _COVERED and not falls_short and not has_unmet_number(alignment)
    relation = "same" if is_borne_out else "different"
    share = f"{alignment.covered_share:.0%} of the words have a counterpart"
    return Comparison(relation, score, "", (share, *_reasons([], differences)), differences, settled)


def find_differences(alignment: Alignment) -> tuple[Difference, ...]:
    """All that the comparators find, in their order."""
    return tuple(found for comparator in COMPARATORS for found in comparator.find(alignment))


def same_event_score(alignment: Alignment, differences: Sequence[Difference]) -> float:
    """How likely both tell of one happening [0 to 1]: shared wording, above all rare, less what sets them apart."""
    a, b = alignment.a, alignment.b
    shared = len({word.lemma for word in a.words} & {word.lemma for word in b.words})
    shorter = min(len(a.words), len(b.words)) or 1
    act = max((m.similarity for w in a.words if w.pos == "VERB" and (m := alignment.matches.get(w.start))), default=0.3)
    same_number = bool({q.low for q in a.quantities} & {q.low for q in b.quantities})
    clashes = sum(d.is_contradiction and d.kind in {"number", "date"} for d in differences)
    value = (
        2.2 * alignment.covered_share
        + 0.8 * shared / shorter
        + 0.8 * act
        + 0.4 * same_number
        + 0.5 * min(shorter, 12) / 12
        + 0.5 * shared_rarity(a.text, b.text)
        - 0.4 * clashes
        - 3.0
    )
    return round(1 / (1 + math.exp(-value)), 4)


def _reasons(first: Sequence[Difference], differences: Sequence[Difference]) -> tuple[str, ...]:
    rest = [d for d in differences if not d.is_contradiction]
    return tuple(dict.fromkeys(d.reason for d in (*first, *rest)))
