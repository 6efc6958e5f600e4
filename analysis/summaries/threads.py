"""What articles set side by side share: claims told by several of them, and discrepancies between them."""

import itertools
from collections.abc import Sequence

import pandas as pd

from analysis.columns import Col
from analysis.results import Results, records
from analysis.summaries.agreement import discrepancy_table
from analysis.tables import AGREEMENT, CLAIMS, DISCREPANCIES

CLAIM, DISCREPANCY = "claim", "discrepancy"
COLUMNS = (
    "thread_id", "number", "thread", "name", "reason", Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR,
)  # fmt: skip


def shared_threads(results: Results, document_ids: Sequence[str]) -> pd.DataFrame:
    """Every claim that two or more of the articles tell, and every discrepancy between them, passage by passage.

    Args:
        document_ids: The articles, in the order of their columns; threads are numbered as the first of them has them.

    Returns:
        COLUMNS: thread_id is a group_id or discrepancy_id, thread is CLAIM or DISCREPANCY, number counts from 1.
    """
    found = pd.concat([_claims(results, document_ids), _discrepancies(results, document_ids)])
    rank = {document_id: place for place, document_id in enumerate(document_ids)}
    found["_rank"] = found[Col.DOCUMENT_ID].map(rank)
    found = found.sort_values(["_rank", str(Col.START_CHAR), "thread_id"], kind="stable", ignore_index=True)
    numbers = {thread: number for number, thread in enumerate(dict.fromkeys(found["thread_id"]), 1)}
    found["number"] = found["thread_id"].map(numbers).astype("int64")
    found = found.sort_values(["number", "_rank", str(Col.START_CHAR)], ignore_index=True)
    return found[[str(column) for column in COLUMNS]]


def closest_articles(results: Results, *, of: Sequence[str]) -> list[str]:
    """The two of some articles that share most claims and discrepancies; the first two where none shares anything."""
    told = results[CLAIMS]
    told = told[told[Col.DOCUMENT_ID].isin(of)]
    shared: dict[tuple[str, str], int] = dict.fromkeys(itertools.combinations(sorted(of), 2), 0)
    for _, documents in told.groupby(str(Col.GROUP_ID))[str(Col.DOCUMENT_ID)]:
        for pair in itertools.combinations(sorted(set(documents)), 2):
            shared[pair] += 1
    for row in records(results[DISCREPANCIES][[Col.DOCUMENT_ID_A, Col.DOCUMENT_ID_B]]):
        first, second = sorted((str(row[Col.DOCUMENT_ID_A]), str(row[Col.DOCUMENT_ID_B])))
        if (first, second) in shared:
            shared[first, second] += 1
    if not any(shared.values()):
        return list(of[:2])
    best = max(sorted(shared), key=lambda pair: shared[pair])
    return sorted(best, key=list(of).index)


def _claims(results: Results, document_ids: Sequence[str]) -> pd.DataFrame:
    """Passages of claims that at least two of the articles tell."""
    told = results[CLAIMS]
    told = told[told[Col.DOCUMENT_ID].isin(document_ids)]
    counts = told.groupby(str(Col.GROUP_ID))[str(Col.DOCUMENT_ID)].transform("nunique")
    told = told[counts.gt(1)].merge(
        results[AGREEMENT][[Col.GROUP_ID, Col.CLAIM]], on=str(Col.GROUP_ID), how="left", suffixes=("", "_worded")
    )
    return _passages(
        told, thread_id=told[Col.GROUP_ID], thread=CLAIM, name=told[Col.CLAIM].fillna(told[Col.TEXT]), sides=""
    )


def _discrepancies(results: Results, document_ids: Sequence[str]) -> pd.DataFrame:
    """Both passages of each discrepancy between two of the articles."""
    frame = discrepancy_table(results)
    both = frame[Col.DOCUMENT_ID_A].isin(document_ids) & frame[Col.DOCUMENT_ID_B].isin(document_ids)
    frame = frame[both]
    names = frame[Col.KIND] + ": " + frame[Col.VALUE_A] + " ≠ " + frame[Col.VALUE_B]
    ids = frame[Col.DISCREPANCY_ID]
    sides = [_passages(frame, thread_id=ids, thread=DISCREPANCY, name=names, sides=side) for side in ("_a", "_b")]
    return pd.concat(sides)


def _passages(
    rows: pd.DataFrame, *, thread_id: "pd.Series[str]", thread: str, name: "pd.Series[str]", sides: str
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "thread_id": thread_id,
            "thread": thread,
            "name": name,
            "reason": rows[Col.REASON],
            str(Col.DOCUMENT_ID): rows[f"document_id{sides}"],
            str(Col.START_CHAR): rows[f"start_char{sides}"],
            str(Col.END_CHAR): rows[f"end_char{sides}"],
        }
    )


__all__ = ["CLAIM", "COLUMNS", "DISCREPANCY", "closest_articles", "shared_threads"]
