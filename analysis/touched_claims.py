"""Which claims a discrepancy touches: one that both passages tell, else on either side the claim whose passage it is.

A discrepancy is between two passages. A sentence tells several claims, and a clash about who allowed a march is none
about what was done at it, so a claim that both articles tell comes first. The claim that a passage belongs to follows
from where it stands, so that a dispute shows on both claims also when the two passages were told apart as two claims.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from analysis.columns import Col
from analysis.results import records

_WORD = re.compile(r"\w+")
_STEM = 5
"""Letters that a word of a value and a word of a passage share at the start; shorter words name no matter."""
_ASKED = "questions."
"""Rules that ask one thing of every sentence, whatever else it tells."""


class Passage(NamedTuple):
    """A passage of a claim [start, end) in its article."""

    start: int
    end: int
    group_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Touched:
    """A discrepancy with the claims (group_id) that its passages belong to.

    Attributes:
        documents: The two articles.
        starts: Where the two passages begin [code points].
        groups: The claims of the first passage and those of the second; either may have none.
    """

    discrepancy_id: str
    documents: tuple[str, str]
    starts: tuple[int, int]
    groups: tuple[frozenset[str], frozenset[str]]


def touched_claims(claims: pd.DataFrame, discrepancies: pd.DataFrame) -> list[Touched]:
    """Every discrepancy of DISCREPANCIES with the claims of CLAIMS that it touches, in the table's order."""
    passages: dict[str, list[Passage]] = {}
    columns = (Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR, Col.GROUP_ID, Col.TEXT)
    for document_id, *passage in zip(*(claims[column] for column in columns), strict=True):
        passages.setdefault(document_id, []).append(Passage(*passage))
    wordings = _wordings(claims)
    found = []
    for row in records(discrepancies):
        touching = passages
        if str(row[Col.RULE_ID]).startswith(_ASKED):
            touching = _telling(passages, wordings, f"{row[Col.VALUE_A]} {row[Col.VALUE_B]}")
        named = frozenset({row[Col.GROUP_ID]} - {""})
        documents = row[Col.DOCUMENT_ID_A], row[Col.DOCUMENT_ID_B]
        starts = row[Col.START_CHAR_A], row[Col.START_CHAR_B]
        common = _common(row, touching)
        first, second = (common or _touched(row, side, touching) or named for side in ("a", "b"))
        found.append(Touched(row[Col.DISCREPANCY_ID], documents, starts, (first, second)))
    return found


def disputed_groups(claims: pd.DataFrame, discrepancies: pd.DataFrame) -> set[str]:
    """The claims that any discrepancy touches."""
    return {group_id for row in touched_claims(claims, discrepancies) for side in row.groups for group_id in side}


def _wordings(claims: pd.DataFrame) -> dict[str, list[str]]:
    """The passages of each claim that several articles tell, in lower case."""
    shared = claims.groupby(Col.GROUP_ID)[Col.DOCUMENT_ID].transform("nunique") > 1
    found: dict[str, list[str]] = {}
    for group_id, text in zip(claims.loc[shared, Col.GROUP_ID], claims.loc[shared, Col.TEXT], strict=True):
        found.setdefault(group_id, []).append(str(text).lower())
    return found


def _telling(
    passages: Mapping[str, list[Passage]], wordings: Mapping[str, list[str]], values: str
) -> dict[str, list[Passage]]:
    """The passages of claims that are about the values: most wordings of a shared claim have a word of one.

    `At a demonstration that the government had allowed` stands beside what was done there, and who allowed it is no
    matter of that claim.
    """
    words = [word[:_STEM] for word in _WORD.findall(values.lower()) if len(word) >= _STEM]

    def tells(group_id: str) -> bool:
        texts = wordings.get(group_id, [])
        return not texts or 2 * sum(any(word in text for word in words) for text in texts) > len(texts)

    return {document: [item for item in items if tells(item.group_id)] for document, items in passages.items()}


def _common(row: Mapping[str, object], passages: Mapping[str, list[Passage]]) -> frozenset[str]:
    """The claim that both articles tell within the two passages: where there are several, the one with the values.

    Of claims with as many words of the values, the one with the shortest passages is closest to the matter.
    """
    nearness: dict[str, list[tuple[int, int]]] = {}
    for side in ("a", "b"):
        words = set(_WORD.findall(str(row[f"value_{side}"]).lower()))
        best: dict[str, tuple[int, int]] = {}
        for passage in _overlapped(row, side, passages):
            told = len(words & set(_WORD.findall(passage.text.lower())))
            near = (told, passage.start - passage.end)
            best[passage.group_id] = max(near, best.get(passage.group_id, near))
        for group_id, near in best.items():
            nearness.setdefault(group_id, []).append(near)
    sums = {group: tuple(map(sum, zip(*near, strict=True))) for group, near in nearness.items() if len(near) == 2}
    return frozenset([max(sorted(sums), key=lambda group: sums[group])]) if sums else frozenset()


def _overlapped(row: Mapping[str, object], side: str, passages: Mapping[str, list[Passage]]) -> Iterator[Passage]:
    start, end = int(str(row[f"start_char_{side}"])), int(str(row[f"end_char_{side}"]))
    for passage in passages.get(str(row[f"document_id_{side}"]), []):
        if passage.start < end and start < passage.end:
            yield passage


def _touched(row: Mapping[str, object], side: str, passages: Mapping[str, list[Passage]]) -> frozenset[str]:
    """The claim whose passage is most nearly the one in dispute; several where they are equally near.

    A long passage lies across many claims, and a dispute about one half of a sentence is none about the other.
    """
    start, end = int(str(row[f"start_char_{side}"])), int(str(row[f"end_char_{side}"]))
    shares: dict[str, float] = {}
    for first, last, group_id, _ in _overlapped(row, side, passages):
        share = (min(last, end) - max(first, start)) / (max(last, end) - min(first, start))
        shares[group_id] = max(share, shares.get(group_id, 0.0))
    nearest = max(shares.values(), default=0.0)
    return frozenset(group_id for group_id, share in shares.items() if share == nearest)
