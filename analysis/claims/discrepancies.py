"""Two passages of two outlets that cannot both hold: what each says, normalised, and why they clash."""

from collections.abc import Sequence

import pandas as pd

from analysis.claims.clashes import Clash, Side
from analysis.claims.linking import NEEDED_SHARE, Link
from analysis.claims.wording import in_words, question_of, reason_in_words
from analysis.columns import Col
from analysis.comparison.differences import Difference
from analysis.settings import Settings
from analysis.tables import DISCREPANCIES, Row

KINDS = {"negation": "other", "antonym": "other", "target": "actor"}
"""Comparators' kinds that the table calls by a wider name; the others keep theirs."""


_ORDER = ("number", "date", "stance", "antonym", "negation", "actor", "target", "location", "attribution", "other")
"""Of several clashes of one pair of passages the first of these kinds is told."""


def find_discrepancies(claims: pd.DataFrame, links: Sequence[Link], settings: Settings) -> pd.DataFrame:
    """DISCREPANCIES between passages of two articles, the closest pair of passages for each clash of two articles.

    Only differences whose two values are said of the same act, person or thing count: in long articles most clashes of
    words are no clash of claims.
    """
    best: dict[tuple[str, ...], Row] = {}
    for link in sorted(links, key=lambda item: (-item.closeness, item.first, item.second)):
        row = _clash(claims, link, settings)
        if row is not None:
            best.setdefault((str(row[Col.KIND]), *sorted(_sides(row))), row)
    return DISCREPANCIES.frame(best.values())


def _sides(row: Row) -> tuple[str, str]:
    return (
        f"{row[Col.DOCUMENT_ID_A]}:{row[Col.VALUE_A]}",
        f"{row[Col.DOCUMENT_ID_B]}:{row[Col.VALUE_B]}",
    )


def _clash(claims: pd.DataFrame, link: Link, settings: Settings) -> Row | None:
    """The gravest anchored contradiction of two passages; None where there is none or they are too far apart."""
    if link.likeness.likelihood < settings.discrepancy_likelihood:
        return None
    grave = [d for d in link.differences if d.is_contradiction and d.is_anchored]
    needed = {kind: settings.discrepancy_score * share for kind, share in NEEDED_SHARE.items()}
    close = [d for d in grave if link.closeness >= needed.get(d.kind, settings.discrepancy_score)]
    return _row(claims, link, min(close, key=lambda d: (_ORDER.index(d.kind), -d.weight))) if close else None


def _row(claims: pd.DataFrame, link: Link, difference: Difference) -> Row:
    a, b = claims.iloc[link.first], claims.iloc[link.second]
    return Clash(
        Side.of_claim(a, in_words(difference.value_a)),
        Side.of_claim(b, in_words(difference.value_b)),
        kind=KINDS.get(difference.kind, difference.kind),
        question=question_of(difference),
        rule_id=f"comparison.{difference.kind}",
        reason=reason_in_words(difference),
        score=link.closeness,
        group_id=a[Col.GROUP_ID] if a[Col.GROUP_ID] == b[Col.GROUP_ID] else "",
    ).row()
