"""Whether what a mark shows is the machine's, was checked, or was corrected by the analyst."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from analysis.columns import Col
from analysis.corrections import CHECKED, CORRECTED, MACHINE, review_of
from analysis.results import Results
from analysis.summaries.sources import with_outlet
from analysis.tables import REVIEWS, Table

REVIEW = str(Col.REVIEW)
SIGNS: Mapping[str, str] = {MACHINE: "", CHECKED: "☑", CORRECTED: "✎"}
"""The sign of each beside a mark, the same in every chart and export."""
MEANINGS: Mapping[str, str] = {CHECKED: "checked by the analyst", CORRECTED: "corrected by the analyst"}


def joined(reviews: Iterable[str]) -> str:
    """The review of a mark that stands for several rows.

    One corrected row makes the figure another than the machine's, so the mark is corrected. It is checked only where
    every row was looked at: nobody vouched for the others.
    """
    found = set(reviews)
    if CORRECTED in found:
        return CORRECTED
    return CHECKED if found == {CHECKED} else MACHINE


def reviews_by(results: Results, table: Table, columns: Sequence[Col]) -> dict[tuple[str, ...], str]:
    """The review of each group of a table's rows, by their values of the columns; groups of the machine have none.

    Args:
        columns: Of the table, or publisher and published_on of the row's article.
    """
    if results[REVIEWS].empty:
        return {}
    rows = results[table].assign(**{REVIEW: review_of(results, table)})
    rows = with_outlet(rows, results) if Col.DOCUMENT_ID in table.columns else rows
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for *key, review in zip(*(rows[column].astype(str) for column in (*columns, REVIEW)), strict=True):
        groups[tuple(key)].append(review)
    reviews = {key: joined(group) for key, group in groups.items()}
    return {key: review for key, review in reviews.items() if review != MACHINE}


def with_review(frame: pd.DataFrame, results: Results, table: Table, columns: Sequence[Col]) -> pd.DataFrame:
    """The frame with the column `review` of the table's rows that each of its rows stands for.

    Args:
        columns: Of the frame and, as in `reviews_by`, of the table.
    """
    found = reviews_by(results, table, columns)
    keys = zip(*(frame[column].astype(str) for column in columns), strict=True)
    reviews = [found.get(key, MACHINE) for key in keys]
    return frame.assign(**{REVIEW: pd.Series(reviews, index=frame.index, dtype="string")})
