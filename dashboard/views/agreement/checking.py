"""A claim that the analyst types: which outlets tell the same, which otherwise, which both, which say nothing of it."""

from typing import Any

import pandas as pd
import streamlit as st

from analysis.columns import Col
from analysis.results import records
from analysis.tables import DOCUMENTS
from dashboard import data, highlight, links
from dashboard.view import View

MOST_CHARS = 500
"""A longer text is not one claim [characters]."""
HEADINGS = (
    (data.SUPPORTS, "✓", "tell the same"),
    (data.BOTH, "⇄", "report both"),
    (data.CONTRADICTS, "≠", "say otherwise"),
    (data.SAYS_NOTHING, "–", "say nothing of it"),
)


def render(view: View, counting: str) -> None:
    """The box, and what each outlet says of the claim in it."""
    text = st.text_input(
        "Claim to check against every article",
        max_chars=MOST_CHARS,
        key="check",
        bind="query-params",
        placeholder="A sentence, such as: Three people died in the explosion.",
        help="Each article's closest passages are compared with it. The comparison can err: read the passages.",
    )
    if not text or not text.strip():
        st.text("Type a claim and press Enter: every outlet's closest passage is compared with it.")
        return
    with st.spinner("Comparing"):
        found = _found(view, text)
    for column, (relation, sign, words) in zip(st.columns(len(HEADINGS)), HEADINGS, strict=True):
        names = list(dict.fromkeys(found.loc[found["relation"].eq(relation), Col.PUBLISHER]))
        with column, st.container(border=True, gap="small"):
            st.subheader(f"{sign} {len(names)} {words}", anchor=False)
            st.html(highlight.lines([(name, "") for name in names] or [("None.", "")]))
    _passages(view, found)


def _found(view: View, text: str) -> pd.DataFrame:
    """The rows of articles that pass the filters, with their outlet and passage; decisive ones first."""
    documents = view.results[DOCUMENTS][[Col.DOCUMENT_ID, Col.PUBLISHER, Col.PUBLISHED_ON, Col.TEXT]]
    rows = data.check_claim(view.run, text).merge(documents, on=str(Col.DOCUMENT_ID))
    rank = {relation: place for place, (relation, _, _) in enumerate(HEADINGS)}
    rows["_rank"] = rows["relation"].map(rank)
    return rows.sort_values(["_rank", Col.PUBLISHER, Col.DOCUMENT_ID], ignore_index=True)


def _passages(view: View, found: pd.DataFrame) -> None:
    """The passages that decide, and a link that sets these articles side by side."""
    decisive = found[found["relation"].ne(data.SAYS_NOTHING)]
    if decisive.empty:
        st.text("No article speaks of this. Other words, or a claim that the articles could know, may find more.")
        return
    articles = list(dict.fromkeys(decisive[Col.DOCUMENT_ID]))
    if len(articles) > 1:
        st.html(highlight.link(links.side_by_side(view, articles), "Read these articles side by side"))
    signs = {relation: sign for relation, sign, _ in HEADINGS}
    for row in records(decisive):
        date = f", {row[Col.PUBLISHED_ON]}" if row[Col.PUBLISHED_ON] else ""
        imprint = f"{row[Col.PUBLISHER]}{date}"
        if row["relation"] == data.BOTH:
            _both(row, imprint)
        else:
            says = f"{signs[row['relation']]} {imprint} {row['relation']}: {row[Col.REASON]}"
            st.html(highlight.quotation(says, _passage(row, Col.START_CHAR, Col.END_CHAR)))


def _both(row: dict[str, Any], imprint: str) -> None:
    """Both passages of an article that tells the claim and what is said against it, beside each other."""
    told = f"✓ {imprint} reports it: {row[Col.REASON]}", _passage(row, Col.START_CHAR, Col.END_CHAR)
    rival = f"≠ and the contrary: {row[data.RIVAL_REASON]}", _passage(row, data.RIVAL_START, data.RIVAL_END)
    for column, (says, passage) in zip(st.columns(2), (told, rival), strict=True):
        column.html(highlight.quotation(says, passage))


def _passage(row: dict[str, Any], start: str, end: str) -> str:
    return str(row[Col.TEXT])[int(row[start]) : int(row[end])]
