"""Addresses of views: a page with the filters that are set and what to show on it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from analysis.briefing.text import one_line
from analysis.columns import Col
from analysis.results import records
from analysis.tables import DOCUMENTS
from dashboard.case_picker import CASE
from dashboard.filters import KEYS
from dashboard.view import View

ARTICLES, THREAD = "article", "claim"
"""Parameters of Side by side: the articles in its columns, and the claim or discrepancy that is jumped to."""
MOST_COLUMNS = 4
"""Articles that stand side by side at most."""


def side_by_side(view: View, articles: Iterable[str], thread_id: str = "") -> str:
    """The address of Side by side, with the case and the filters of this view.

    Args:
        articles: document_id of the articles, the most telling first; the first that there is room for are taken.
        thread_id: group_id of a claim, or discrepancy_id.
    """
    filters = [(key, value) for key in (CASE, *KEYS) for value in st.query_params.get_all(key)]
    return side_by_side_of(view, articles, thread_id, filters)


def side_by_side_of(view: View, articles: Iterable[str], thread_id: str, filters: Sequence[tuple[str, str]]) -> str:
    """The same with filters given, as parameters of the address."""
    names = article_names(view.run[DOCUMENTS])
    columns = list(dict.fromkeys(articles))[:MOST_COLUMNS]
    parameters = [*filters, *((ARTICLES, names[article]) for article in columns)]
    return f"side-by-side?{urlencode([*parameters, *([(THREAD, thread_id)] if thread_id else [])])}"


def article_names(documents: pd.DataFrame) -> dict[str, str]:
    """A name for each article by document_id: its outlet, and as much more as tells it from the others."""
    rows = records(documents)
    names = {row[Col.DOCUMENT_ID]: [row[Col.PUBLISHER]] for row in rows}
    for column in (Col.PUBLISHED_ON, Col.TITLE, Col.DOCUMENT_ID):
        counts = Counter(map(tuple, names.values()))
        for row in rows:
            parts = names[row[Col.DOCUMENT_ID]]
            if counts[tuple(parts)] > 1 and row[column]:
                parts.append(row[column])
    return {document_id: ", ".join(map(one_line, parts)) for document_id, parts in names.items()}
