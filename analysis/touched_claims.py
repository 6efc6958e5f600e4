"""Which claims a discrepancy touches: one that both passages tell, else on either side the claim whose passage it is.

A discrepancy is between two passages. A sentence tells several claims, and a clash about who allowed a march is none
about what was done at it, so a claim that both articles tell comes first. The claim that a passage belongs to follows
from where it stands, so that a dispute shows on both claims also when the two passages were told apart as two claims.

A claim that several articles tell is what they have in common. A point that one of them adds (the hour, the proof, one
more country that joined) is in dispute by itself, and the claim is not: a discrepancy touches a shared claim only
through a point that most of its articles tell.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from analysis.columns import Col
from analysis.results import records
from analysis.stretches import Stretches

_WORD = re.compile(r"\w+")
_STEM = 5
"""Letters that a word of a value and a word of a passage share at the start; shorter words name no matter."""
_ASKED = "questions."
"""Rules that ask one thing of every sentence, whatever else it tells."""
_COMPARED = "comparison."
_RESPONDED = "responses."
_POINTS = {"comparison.date": Col.WHEN, "comparison.number": Col.QUANTITY}
"""Where a claim's row keeps the point that a rule compares; the points of other rules are words."""


Span = tuple[int, int]


class Passage(NamedTuple):
    """A passage of a claim [start, end) in its article, with its row of CLAIMS."""

    start: int
    end: int
    group_id: str
    text: str
    row: Mapping[str, Any]


Passages = Mapping[str, Stretches[Passage]]
"""The passages of claims by article."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A discrepancy with the claims (group_id) that its passages belong to.

    Attributes:
        documents: The two articles.
        spans: The two passages [start, end) in code points.
        groups: The claims of the first passage and those of the second; either may have none.
    """

    discrepancy_id: str
    documents: tuple[str, str]
    spans: tuple[Span, Span]
    groups: tuple[frozenset[str], frozenset[str]]


def touched_claims(claims: pd.DataFrame, discrepancies: pd.DataFrame) -> list[Touched]:
    """Every discrepancy of DISCREPANCIES with the claims of CLAIMS that it touches, in the table's order."""
    by_article: dict[str, list[Passage]] = defaultdict(list)
    for row in records(claims):
        span = row[Col.START_CHAR], row[Col.END_CHAR]
        by_article[row[Col.DOCUMENT_ID]].append(Passage(*span, row[Col.GROUP_ID], str(row[Col.TEXT]), row))
    passages = {key: Stretches(items, lambda item: (item.start, item.end)) for key, items in by_article.items()}
    tellers = _Tellers(by_article, rows := records(discrepancies))
    found = []
    for row in rows:
        is_of_point = functools.cache(functools.partial(tellers.are_of_point, row))
        told = {side: _overlapped(row, side, passages) for side in "ab"}
        if str(row[Col.RULE_ID]).startswith(_ASKED):
            told = {side: [item for item in items if is_of_point(item.group_id)] for side, items in told.items()}
        common = _common(row, told)
        named = frozenset({row[Col.GROUP_ID]} - {""})
        documents = row[Col.DOCUMENT_ID_A], row[Col.DOCUMENT_ID_B]
        spans = (row[Col.START_CHAR_A], row[Col.END_CHAR_A]), (row[Col.START_CHAR_B], row[Col.END_CHAR_B])
        nearest = (_nearest(row, side, told[side]) or named for side in "ab")
        first, second = (common or frozenset(filter(is_of_point, groups)) for groups in nearest)
        found.append(Touched(row[Col.DISCREPANCY_ID], documents, spans, (first, second)))
    return found


class _Tellers:
    """Knows which passages are of claims that tell the point of a discrepancy; claims of one article always do."""

    def __init__(self, passages: Mapping[str, list[Passage]], discrepancies: list[dict[str, Any]]) -> None:
        self._told: dict[str, list[tuple[str, Passage]]] = defaultdict(list)
        for document_id, items in passages.items():
            for item in items:
                self._told[item.group_id].append((document_id, item))
        self._responding: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for row in discrepancies:
            if str(row[Col.RULE_ID]).startswith(_RESPONDED):
                self._responding[row[Col.KIND], row[Col.COUNTRY_CODE]].append(row)

    def are_of_point(self, row: Mapping[str, Any], group_id: str) -> bool:
        """Whether most articles of a claim tell the point of a row of DISCREPANCIES."""
        articles: dict[str, list[Passage]] = defaultdict(list)
        for document_id, item in self._told[group_id]:
            articles[document_id].append(item)
        if len(articles) < 2:
            return True
        tells = self._telling(row)
        n_telling = sum(any(tells(document_id, item) for item in items) for document_id, items in articles.items())
        return 2 * n_telling > len(articles)

    def _telling(self, row: Mapping[str, Any]) -> Callable[[str, Passage], bool]:
        """Whether a passage tells the point of a discrepancy.

        A response is told by passages that stand in a dispute of the same country; a day or a number by any; else the
        passage has a word of one of the two values.
        """
        rule_id = str(row[Col.RULE_ID])
        if rule_id.startswith(_RESPONDED):
            rivals = self._responding[row[Col.KIND], row[Col.COUNTRY_CODE]]
            sides = [(rival[f"document_id_{side}"], rival, side) for rival in rivals for side in "ab"]
            return lambda document_id, item: any(
                document_id == article and _overlap(item, rival, side) for article, rival, side in sides
            )
        if rule_id in _POINTS:
            return lambda _, item: bool(item.row[_POINTS[rule_id]])
        values = f"{row[Col.VALUE_A]} {row[Col.VALUE_B]}".lower()
        words = [word[:_STEM] for word in _WORD.findall(values) if len(word) >= _STEM]
        is_any_point = not words or not rule_id.startswith((_ASKED, _COMPARED))
        return lambda _, item: is_any_point or any(word in item.text.lower() for word in words)


def _common(row: Mapping[str, Any], told: Mapping[str, Sequence[Passage]]) -> frozenset[str]:
    """The claim that both articles tell within the two passages: where there are several, the one with the values.

    Of claims with as many words of the values, the one with the shortest passages is closest to the matter.

    Args:
        row: A row of DISCREPANCIES.
        told: The passages of claims that overlap its two sides, a and b.
    """
    nearness: dict[str, list[tuple[int, int]]] = {}
    for side in ("a", "b"):
        words = set(_WORD.findall(str(row[f"value_{side}"]).lower()))
        best: dict[str, tuple[int, int]] = {}
        for passage in told[side]:
            n_words = len(words & set(_WORD.findall(passage.text.lower())))
            near = (n_words, passage.start - passage.end)
            best[passage.group_id] = max(near, best.get(passage.group_id, near))
        for group_id, near in best.items():
            nearness.setdefault(group_id, []).append(near)
    sums = {group: tuple(map(sum, zip(*near, strict=True))) for group, near in nearness.items() if len(near) == 2}
    return frozenset([max(sorted(sums), key=lambda group: sums[group])]) if sums else frozenset()


def _overlapped(row: Mapping[str, Any], side: str, passages: Passages) -> list[Passage]:
    found = passages.get(row[f"document_id_{side}"])
    return found.touching(row[f"start_char_{side}"], row[f"end_char_{side}"]) if found else []


def _overlap(passage: Passage, row: Mapping[str, Any], side: str) -> bool:
    return bool(passage.start < row[f"end_char_{side}"] and row[f"start_char_{side}"] < passage.end)


def _nearest(row: Mapping[str, Any], side: str, told: Sequence[Passage]) -> frozenset[str]:
    """The claim whose passage is most nearly the one in dispute; several where they are equally near.

    A long passage lies across many claims, and a dispute about one half of a sentence is none about the other.
    """
    start, end = row[f"start_char_{side}"], row[f"end_char_{side}"]
    shares: dict[str, float] = {}
    for item in told:
        share = (min(item.end, end) - max(item.start, start)) / (max(item.end, end) - min(item.start, start))
        shares[item.group_id] = max(share, shares.get(item.group_id, 0.0))
    nearest = max(shares.values(), default=0.0)
    return frozenset(group_id for group_id, share in shares.items() if share == nearest)
