"""Which claims a discrepancy touches: on either side the claim whose passage it is.

A discrepancy is between two passages. The claim that a passage belongs to follows from where it stands, so that a
dispute shows on both claims also when the two passages were told apart as two claims.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.columns import Col
from analysis.results import records


@dataclass(frozen=True, slots=True)
class Dispute:
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


def find_disputes(claims: pd.DataFrame, discrepancies: pd.DataFrame) -> list[Dispute]:
    """Every discrepancy of DISCREPANCIES with the claims of CLAIMS that it touches, in the table's order."""
    passages: dict[str, list[tuple[int, int, str]]] = {}
    columns = (Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR, Col.GROUP_ID)
    for document_id, start, end, group_id in zip(*(claims[column] for column in columns), strict=True):
        passages.setdefault(document_id, []).append((start, end, group_id))
    found = []
    for row in records(discrepancies):
        first, second = _touched(row, "a", passages), _touched(row, "b", passages)
        named = frozenset({row[Col.GROUP_ID]} - {""})
        documents = row[Col.DOCUMENT_ID_A], row[Col.DOCUMENT_ID_B]
        starts = row[Col.START_CHAR_A], row[Col.START_CHAR_B]
        found.append(Dispute(row[Col.DISCREPANCY_ID], documents, starts, (first or named, second or named)))
    return found


def disputed_groups(claims: pd.DataFrame, discrepancies: pd.DataFrame) -> set[str]:
    """The claims that any discrepancy touches."""
    disputes = find_disputes(claims, discrepancies)
    return {group_id for dispute in disputes for side in dispute.groups for group_id in side}


def _touched(
    row: Mapping[str, object], side: str, passages: Mapping[str, list[tuple[int, int, str]]]
) -> frozenset[str]:
    """The claim whose passage is most nearly the one in dispute; several where they are equally near.

    A long passage lies across many claims, and a dispute about one half of a sentence is none about the other.
    """
    start, end = int(str(row[f"start_char_{side}"])), int(str(row[f"end_char_{side}"]))
    shares: dict[str, float] = {}
    for first, last, group_id in passages.get(str(row[f"document_id_{side}"]), []):
        share = (min(last, end) - max(first, start)) / (max(last, end) - min(first, start))
        if share > 0:
            shares[group_id] = max(share, shares.get(group_id, 0.0))
    nearest = max(shares.values(), default=0.0)
    return frozenset(group_id for group_id, share in shares.items() if share == nearest)
