"""A difference between two passages, and what a comparison of two passages comes to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

KINDS = ("number", "date", "actor", "target", "stance", "negation", "antonym", "attribution", "location", "other")
RELATIONS = ("same", "contradicts", "different")


@dataclass(frozen=True, slots=True)
class Difference:
    """What one passage says and the other says otherwise.

    Attributes:
        kind: One of KINDS.
        is_contradiction: False where both may hold: rounding, a later count, more detail, wider scope.
        weight: How much the comparator leans on it [0 to 1].
        is_anchored: Both values are said of the same act, person or thing, also where the passages tell much else.
        falls_short: The second says less than the first: it contradicts nothing and does not bear it out.
    """

    kind: str
    value_a: str
    value_b: str
    is_contradiction: bool
    reason: str
    weight: float = 1.0
    is_anchored: bool = False
    falls_short: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two passages stand to each other.

    Attributes:
        relation: One of RELATIONS. `same` says that the second bears out the first, never that either is right.
        score: How likely both report the same happening, agreeing on it or not [0 to 1].
        kind: Kind of the gravest contradiction; empty: none.
        reasons: In words, the gravest first.
        differences: What the comparators found, contradictions and others.
        is_settled: Rules alone decide: nothing in common, or all words and numbers have counterparts.
    """

    relation: str
    score: float
    kind: str
    reasons: tuple[str, ...]
    differences: tuple[Difference, ...] = ()
    is_settled: bool = False


def turned(difference: Difference) -> Difference:
    """The difference seen from the other passage: its values exchanged, in the reason as well."""
    one, other = difference.value_a, difference.value_b
    reason = difference.reason.replace(f"{one} against {other}", f"{other} against {one}")
    return replace(difference, value_a=other, value_b=one, reason=reason, falls_short=False)


def lacks_a_name(differences: Iterable[Difference]) -> bool:
    """Whether one passage names somebody or some place that the other does not, without naming another instead."""
    return any(d.kind in {"actor", "target", "location"} and not d.is_contradiction for d in differences)
