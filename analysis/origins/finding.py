"""Origins that the wording of articles shows: credits to agencies and outlets, institutes cited, text shared."""

from collections import defaultdict
from collections.abc import Sequence

import pandas as pd

from analysis.columns import Col
from analysis.origins.credits import find_credits
from analysis.origins.institutes import find_institutes
from analysis.origins.rows import distinct
from analysis.origins.runs import find_shared_runs
from analysis.origins.shared import find_shared_text
from analysis.reliance import span_of
from analysis.settings import Settings
from analysis.tables import ORIGINS, Row


def find_origins(
    documents: pd.DataFrame, sentences: pd.DataFrame, statements: pd.DataFrame, settings: Settings
) -> pd.DataFrame:
    """ORIGINS of the kinds agency, outlet, institute and shared text, each with the passage that shows it.

    Args:
        documents: DOCUMENTS; outlets cite each other by their publishers' names.
        sentences: SENTENCES.
        statements: STATEMENTS; they tell which sentences give an institute's word.
        settings: How much two sentences share when one was copied from the other.

    Returns:
        A row for each passage that rests on an origin; empty when none shows.
    """
    copied = list(find_shared_text(documents, sentences, settings))
    whole: dict[object, list[tuple[int, int]]] = defaultdict(list)
    for row in copied:
        whole[row[Col.DOCUMENT_ID]].append(span_of(row))
    found = find_shared_runs(documents, sentences, settings)
    runs = (row for row in found if not _is_within(row, whole[row[Col.DOCUMENT_ID]]))
    rows = (*find_credits(documents, sentences), *find_institutes(sentences, statements), *copied, *runs)
    return ORIGINS.frame(distinct(rows))


def _is_within(run: Row, sentences: Sequence[tuple[int, int]]) -> bool:
    """Whether a run stands in a sentence that is shared as a whole."""
    start, end = span_of(run)
    return any(first <= start and end <= last for first, last in sentences)
