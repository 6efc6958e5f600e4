"""What rules and the trained judge come to together, as odds that are added up.

Rules name their reasons and are right where numbers, dates, names and denials are at stake. The judge reads what no
rule covers, but is no reader of figures. So its word counts nearly as it stands for a claim without figures, needs
strong odds for one with figures that do not clash, and is outweighed by a clash that a rule names unless it is sure.
What it holds to be contradicted never passes as borne out, whatever figures agree.

Weights are few, and lie in the middle of a range over which neither human-written claims of one sentence nor summaries
of articles were told noticeably better.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from analysis.comparison.alignment import Alignment
from analysis.comparison.contraries import deny_alike
from analysis.comparison.differences import Comparison, Difference
from analysis.comparison.figures import has_unmet_number
from analysis.comparison.kinds import is_denied_by_sort

_CLASH = 2.5
"""What a clash adds, times the weight that its comparator gives it [log odds]."""
_AGREED_FIGURES = -1.5
"""What a claim with numbers or dates adds where no clash was found [log odds]."""
_NO_FIGURES = -0.5
"""What a claim without figures and clashes adds: of two texts held side by side most agree [log odds]."""
_EXPLAINED = -2.0
"""What numbers add further of which a rule says why they differ and both hold: the judge sees only that they do."""
_BOTH_DENY = -1.5
"""What an act adds that both deny, or a denied sort that the other names another for, without a clash [log odds]."""
_STRAY = 2.0
"""What a word of the claim adds that nothing in a short text comes near to, times what it lacks [log odds]."""
_STRAY_FROM = 0.35
"""Similarity of the claim's most forsaken word from which it speaks for agreement."""
_PRIOR_OF_DIFFERENT = 0.25
"""How much rarer texts of different matters are among those compared than where the judge was trained."""
_DOUBTED = 0.55
"""Probability of a contradiction from which b does not bear a out, even if the rules outweigh the judge."""
_COVERED = 0.72
"""Share of a's words that b must have for b to bear a out by wording."""
_HALF_COVERED = 0.5
"""The same where the judge, too, leans to `same`."""


def weigh(
    ruled: Comparison, alignment: Alignment, odds: Sequence[float], *, is_named: bool = True, is_whole: bool = True
) -> Comparison:
    """The comparison with its relation settled by rules and judge together, and the judge's part among the reasons.

    A passage in which a rule found a clash never bears a claim out: when the judge is sure of the contrary, the two are
    `different`. So are two of which the judge doubts the agreement and one lacks a name or number of the other.

    Args:
        ruled: What the rules found.
        alignment: What they looked at.
        odds: The judge's probabilities of same, contradicts and different.
        is_whole: The alignment has all of the second text, and not only some passages of an article.
        is_named: Whatever the claim names is named; the judge was not shown a name in the place of a pronoun.
    """
    same, contradicts, different = (max(float(value), 1e-6) for value in odds)
    grave = sorted((d for d in ruled.differences if d.is_contradiction), key=lambda d: -d.weight)
    lean = math.log(contradicts / (same + _PRIOR_OF_DIFFERENT * different)) + _rules_lean(grave, alignment)
    if not grave and any(d.kind == "number" for d in ruled.differences):
        lean += _EXPLAINED
    if not grave and (deny_alike(alignment) or is_denied_by_sort(alignment)):
        lean += _BOTH_DENY
    if is_whole and not grave:
        lean += _STRAY * (_STRAY_FROM - alignment.weakest)
    words = f"the trained judge: bears out {same:.2f}, contradicts {contradicts:.2f}"
    reasons = tuple(dict.fromkeys((*(d.reason for d in grave), *ruled.reasons, words)))
    if lean > 0:
        return replace(ruled, relation="contradicts", kind=grave[0].kind if grave else "other", reasons=reasons)
    leans_same = same > contradicts
    is_covered = alignment.covered_share >= (_HALF_COVERED if leans_same else _COVERED)
    falls_short = not is_named or has_unmet_number(alignment) or any(d.falls_short for d in ruled.differences)
    is_same = is_covered and not grave and not falls_short and contradicts < _DOUBTED
    return replace(ruled, relation="same" if is_same else "different", kind="", reasons=reasons)


def _rules_lean(grave: Sequence[Difference], alignment: Alignment) -> float:
    """What the rules add to the judge's odds of a contradiction."""
    if grave:
        return _CLASH * grave[0].weight
    return _AGREED_FIGURES if alignment.a.quantities or alignment.a.dates else _NO_FIGURES
