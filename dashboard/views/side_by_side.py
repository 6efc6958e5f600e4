"""Side by side: two to four articles in columns, as published, with what they share and where they differ."""

from typing import Any

import streamlit as st

from analysis.columns import Col
from analysis.filters import act_name
from analysis.palette import act_colour
from analysis.results import records
from analysis.tables import CLAIMS, DISCREPANCIES, DOCUMENTS, MENTIONS, REMOVALS, RESPONSES, Table
from dashboard import highlight
from dashboard.highlight import Span
from dashboard.view import View

MOST_COLUMNS = 4


def render(view: View) -> None:
    """The chosen articles in columns."""
    documents = view.results[DOCUMENTS]
    names = {row[Col.DOCUMENT_ID]: _name(row) for row in records(documents)}
    chosen = st.multiselect(
        "Articles",
        list(names),
        default=list(names)[:2],
        format_func=lambda key: names[key],
        max_selections=MOST_COLUMNS,
        key="side-articles",
    )
    if not chosen:
        st.info("Choose two to four articles.", icon=":material/view_column:")
        return
    if len(names) == 1:
        st.caption("There is one article only, so there is nothing to set beside it.")
    for column, document_id in zip(st.columns(len(chosen), border=True), chosen, strict=True):
        row = documents[documents[Col.DOCUMENT_ID].eq(document_id)].iloc[0]
        with column:
            st.text(names[document_id])
            st.html(highlight.marked(row[Col.TEXT], spans_of(view, document_id)))


def spans_of(view: View, document_id: str) -> list[Span]:
    """Everything to mark in an article."""
    spans = []
    for row in _rows(view, MENTIONS, document_id):
        spans.append(_span(row, kind="entity", title=row[Col.ENTITY]))
    for row in _rows(view, RESPONSES, document_id):
        spans.append(_span(row, kind="response", colour=act_colour(row[Col.ACT]), title=act_name(row[Col.ACT])))
    for row in _rows(view, CLAIMS, document_id):
        spans.append(_span(row, kind="claim", title=row[Col.REASON]))
    for row in _rows(view, REMOVALS, document_id):
        spans.append(_span(row, kind="furniture", title=f"not read: {row[Col.REASON]}"))
    for side in ("a", "b"):
        frame = view.results[DISCREPANCIES]
        for row in records(frame[frame[f"document_id_{side}"].eq(document_id)]):
            start, end = int(row[f"start_char_{side}"]), int(row[f"end_char_{side}"])
            title = f"{row[Col.KIND]}: {row[Col.REASON]}"
            spans.append(Span(start_char=start, end_char=end, kind="discrepancy", colour="#D55E00", title=title))
    return spans


def _rows(view: View, table: Table, document_id: str) -> list[dict[str, Any]]:
    frame = view.results[table]
    return records(frame[frame[Col.DOCUMENT_ID].eq(document_id)])


def _span(row: dict[str, Any], *, kind: str, title: str, colour: str = "#0072B2") -> Span:
    return Span(
        start_char=int(row[Col.START_CHAR]), end_char=int(row[Col.END_CHAR]), kind=kind, colour=colour, title=title
    )


def _name(row: dict[str, Any]) -> str:
    return ", ".join(str(part) for part in (row[Col.PUBLISHER], row[Col.PUBLISHED_ON], row[Col.TITLE]) if part)
