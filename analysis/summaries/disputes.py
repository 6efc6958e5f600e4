"""What outlets dispute, question by question, as charts, briefs and files take it."""

import string

import pandas as pd

from analysis.columns import Col
from analysis.corrections import review_of
from analysis.disputes import Dispute, find_disputes
from analysis.filters import SEPARATOR
from analysis.results import Results
from analysis.summaries.reviews import joined
from analysis.tables import CLAIMS, DISCREPANCIES, DOCUMENTS, ORIGINS

COLUMNS = (
    "number", Col.QUESTION, Col.KIND, Col.COUNTRY_CODE, "side", "answer", Col.N_OUTLETS, Col.N_ORIGINS,
    Col.PUBLISHER, Col.PUBLISHED_ON, "value", Col.ACCORDING_TO, Col.ORIGIN, "is_later", Col.TEXT, Col.DOCUMENT_ID,
    Col.START_CHAR, Col.END_CHAR, "dispute_id", Col.REVIEW,
)  # fmt: skip


def disputes_of(results: Results) -> list[Dispute]:
    """The disputes of the results, those of most outlets first."""
    return find_disputes(*(results[table] for table in (CLAIMS, DISCREPANCIES, ORIGINS, DOCUMENTS)))


def dispute_table(results: Results) -> pd.DataFrame:
    """Every passage of every dispute.

    Returns:
        COLUMNS: number counts the disputes from 1; side is the number with a letter; answer is the side's in the words
        of all its outlets, value the passage's own; n_outlets and n_origins are of the side; review is of all pairs
        behind the dispute.
    """
    reviews = dict(zip(results[DISCREPANCIES][Col.DISCREPANCY_ID], review_of(results, DISCREPANCIES), strict=True))
    rows = [
        (
            number, dispute.title, dispute.kind, dispute.country_code,
            f"{number}{letter_of(place)}", side.value, len(side.outlets), side.n_origins, telling.publisher,
            telling.published_on, telling.value, telling.according_to,
            SEPARATOR.join(sorted(set(telling.origins.values()))), telling.is_later, telling.text,
            telling.document_id, telling.start_char, telling.end_char, dispute.dispute_id,
            joined(reviews[key] for key in dispute.discrepancy_ids),
        )
        for number, dispute in enumerate(disputes_of(results), 1)
        for place, side in enumerate(dispute.sides)
        for telling in side.tellings
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=[str(column) for column in COLUMNS])


def letter_of(place: int) -> str:
    """The letter of a side by its place: a, b, ... z, za."""
    letters = string.ascii_lowercase
    return letters[-1] * (place // len(letters)) + letters[place % len(letters)]


__all__ = ["COLUMNS", "dispute_table", "disputes_of", "letter_of"]
