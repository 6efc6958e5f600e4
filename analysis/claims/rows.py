"""Rows of other tables that stand in a passage of CLAIMS."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.results import records
from analysis.stretches import Stretches

Row = Mapping[str, Any]


def by_article(table: pd.DataFrame, part: str = "") -> Mapping[str, Stretches[Row]]:
    """The rows of each article by where their part (`cue_`, `content_`; empty: the whole of them) stands."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in records(table):
        found[row["document_id"]].append(row)
    return {
        document_id: Stretches(rows, lambda row: (row[f"{part}start_char"], row[f"{part}end_char"]))
        for document_id, rows in found.items()
    }


def inside(passage: Row, rows: Mapping[str, Stretches[Row]]) -> Sequence[Row]:
    """The rows whose stretch shares characters with the passage."""
    found = rows.get(passage["document_id"])
    return found.touching(passage["start_char"], passage["end_char"]) if found else []


def shared(passage: Row, row: Row, part: str = "") -> int:
    """How much of the passage is that part of a row of the same article [characters]; not above 0: nothing."""
    return int(min(passage["end_char"], row[f"{part}end_char"]) - max(passage["start_char"], row[f"{part}start_char"]))
