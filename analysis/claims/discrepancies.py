"""Two passages of two outlets that cannot both hold: what each says, normalised, and why they clash."""

import calendar
import re
from collections.abc import Sequence

import pandas as pd

from analysis.claims.clashes import Clash, Side
from analysis.claims.linking import Link
from analysis.columns import Col
from analysis.comparison.differences import Difference
from analysis.settings import Settings
from analysis.tables import DISCREPANCIES, Row

KINDS = {"negation": "other", "antonym": "other", "target": "actor"}
"""Comparators' kinds that the table calls by a wider name; the others keep theirs."""


_ORDER = ("number", "date", "stance", "antonym", "negation", "actor", "target", "location", "attribution", "other")
"""Of several clashes of one pair of passages the first of these kinds is told."""


_COUNTED = re.compile(r"(?P<number>.*\d) (?:\w+ )?(?P<fate>death|injury|arrest|missing)")
_FATE_WORDS = {"injury": "injured"}
_PLAIN_COUNT = re.compile(r"(?P<number>(?:at (?:least|most) )?[\d.,]+(?: to [\d.,]+)?) (?P<unit>[a-z]+[a-rt-z])")
_BARE_MONTH = re.compile(r"\?\?-(?P<month>\d\d)(?:-(?P<day>\d\d))?")

_NEEDED_SHARE = {"number": 0.8, "date": 0.3}
"""A unit or an event in common already says that a number or date is of the same thing, so that less is needed."""


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
    grave = [d for d in link.comparison.differences if d.is_contradiction and d.is_anchored]
    needed = {kind: settings.discrepancy_score * share for kind, share in _NEEDED_SHARE.items()}
    close = [d for d in grave if link.closeness >= needed.get(d.kind, settings.discrepancy_score)]
    return _row(claims, link, min(close, key=lambda d: (_ORDER.index(d.kind), -d.weight))) if close else None


def in_words(value: str) -> str:
    """A normalised value as a reader would write it: `3 person death` is 3 deaths, `????-02` is February."""
    counted = _COUNTED.fullmatch(value)
    if counted:
        plural = "s" if counted["fate"] in {"death", "arrest"} and counted["number"] != "1" else ""
        number, fate = counted["number"], _FATE_WORDS.get(counted["fate"], counted["fate"])
        return f"{number} {fate}{plural}"
    plain = _PLAIN_COUNT.fullmatch(value)
    if plain and plain["number"] != "1" and plain["unit"] not in {"people", "percent"}:
        return f"{plain['number']} {'people' if plain['unit'] == 'person' else plain['unit'] + 's'}"
    month = _BARE_MONTH.fullmatch(value)
    return f"{calendar.month_name[int(month['month'])]} {month['day'] or ''}".strip() if month else value


def _reason(difference: Difference) -> str:
    """The reason with its values in words."""
    reason = difference.reason
    for value in sorted({difference.value_a, difference.value_b}, key=len, reverse=True):
        reason = reason.replace(value, in_words(value)) if value else reason
    return reason


def _row(claims: pd.DataFrame, link: Link, difference: Difference) -> Row:
    a, b = claims.iloc[link.first], claims.iloc[link.second]
    return Clash(
        Side.of_claim(a, in_words(difference.value_a)),
        Side.of_claim(b, in_words(difference.value_b)),
        kind=KINDS.get(difference.kind, difference.kind),
        rule_id=f"comparison.{difference.kind}",
        reason=_reason(difference),
        score=link.closeness,
        group_id=a[Col.GROUP_ID] if a[Col.GROUP_ID] == b[Col.GROUP_ID] else "",
    ).row()
