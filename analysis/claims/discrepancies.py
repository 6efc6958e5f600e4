"""Two passages of two outlets that cannot both hold: what each says, normalised, and why they clash."""

from collections.abc import Iterator, Sequence

import pandas as pd

from analysis.claims.grouping import Link
from analysis.columns import Col
from analysis.comparison.differences import Difference
from analysis.settings import Settings
from analysis.tables import DISCREPANCIES, Row

KINDS = {"negation": "other", "antonym": "other", "target": "actor"}
"""Comparators' kinds that the table calls by a wider name; the others keep theirs."""


def find_discrepancies(claims: pd.DataFrame, links: Sequence[Link], settings: Settings) -> pd.DataFrame:
    """DISCREPANCIES between passages close enough to tell of one thing, gravest reason of each pair first."""
    found = [row for link in links for row in _rows(claims, link, settings)]
    return DISCREPANCIES.frame(found)


def _rows(claims: pd.DataFrame, link: Link, settings: Settings) -> Iterator[Row]:
    if link.closeness < settings.discrepancy_score:
        return
    grave = [
        d
        for d in link.comparison.differences
        if d.is_contradiction and d.kind in {"number", "date", "negation", "antonym", "stance"}
    ]
    for difference in grave[:1]:
        yield _row(claims, link, difference)


def _row(claims: pd.DataFrame, link: Link, difference: Difference) -> Row:
    a, b = claims.iloc[link.first], claims.iloc[link.second]
    return {
        Col.DISCREPANCY_ID: f"{a[Col.CLAIM_ID]}|{b[Col.CLAIM_ID]}|{difference.kind}",
        Col.GROUP_ID: a[Col.GROUP_ID] if a[Col.GROUP_ID] == b[Col.GROUP_ID] else "",
        Col.KIND: KINDS.get(difference.kind, difference.kind),
        Col.COUNTRY_CODE: "",
        Col.DOCUMENT_ID_A: a[Col.DOCUMENT_ID],
        Col.START_CHAR_A: a[Col.START_CHAR],
        Col.END_CHAR_A: a[Col.END_CHAR],
        Col.TEXT_A: a[Col.TEXT],
        Col.VALUE_A: difference.value_a,
        Col.DOCUMENT_ID_B: b[Col.DOCUMENT_ID],
        Col.START_CHAR_B: b[Col.START_CHAR],
        Col.END_CHAR_B: b[Col.END_CHAR],
        Col.TEXT_B: b[Col.TEXT],
        Col.VALUE_B: difference.value_b,
        Col.SCORE: link.closeness,
        Col.RULE_ID: f"comparison.{difference.kind}",
        Col.REASON: difference.reason,
    }
