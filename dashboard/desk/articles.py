"""The articles of a case: what is known of each, to be put right, and what cleaning took out of its text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis.articles import Article
from analysis.cleaning import Furniture, furniture_of
from analysis.columns import Col
from analysis.countries import country_name
from analysis.errors import AnalysisError
from analysis.results import records
from analysis.tables import DOCUMENTS
from dashboard import data, highlight
from dashboard.components import nothing_here
from dashboard.desk.case_actions import attempt
from dashboard.readable import not_analysed
from dashboard.view import View

_EDITED = (
    Col.TITLE, Col.PUBLISHER, Col.PUBLISHER_COUNTRY_CODE, Col.PUBLISHED_ON, Col.AUTHOR, Col.LANGUAGE_CODE, Col.URL
)  # fmt: skip
_REMOVE, _STATE = "remove", "state"
_ORDER: Mapping[str, int] = {
    _REMOVE: 80, str(Col.DOCUMENT_ID): 115, str(Col.TITLE): 255, str(Col.PUBLISHER): 135,
    str(Col.PUBLISHER_COUNTRY_CODE): 95, str(Col.PUBLISHED_ON): 95, _STATE: 110, str(Col.AUTHOR): 120,
    str(Col.LANGUAGE_CODE): 85, str(Col.URL): 260,
}  # fmt: skip
"""Columns as they stand and how wide they are: what charts are drawn by is seen without scrolling [pixels]."""


_NAMED = 8
"""Articles that one sentence names [articles]."""


def articles_table(view: View) -> None:
    """The articles as a table to edit."""
    brought = data.store().brought(view.case_id)
    with st.container(border=True, key="articles-block"):
        st.subheader("Articles", anchor=False)
        if not brought:
            nothing_here("No articles yet.")
            return
        st.caption("Change what is wrong, or tick an article to take it out; then save.")
        for words in _lacking([item.article for item in brought]):
            st.text(words)
        documents = {str(row[Col.DOCUMENT_ID]): row for row in records(view.run[DOCUMENTS])}
        rows = [_row(item.article, documents.get(item.article.document_id, {})) for item in brought]
        frame = pd.DataFrame(rows)
        config: dict[str, Any] = {
            str(name): st.column_config.TextColumn(name.label, help=name.meaning, width=_ORDER[str(name)])
            for name in (Col.DOCUMENT_ID, *_EDITED)
        }
        config[_STATE] = st.column_config.TextColumn("State", width=_ORDER[_STATE])
        config[_REMOVE] = st.column_config.CheckboxColumn("Take out", width=_ORDER[_REMOVE])
        edited = st.data_editor(
            frame, column_config=config, column_order=list(_ORDER), disabled=[Col.DOCUMENT_ID, _STATE], hide_index=True,
            key=f"articles-{data.store().revision(view.case_id)[:12]}", width="stretch",
        )  # fmt: skip
        if st.button("Save the changes", key="save-articles", type="primary", icon=":material/save:"):
            attempt(lambda: _save(view.case_id, frame, edited), "The changes are saved.")
            st.rerun()


def _row(article: Article, document: Mapping[str, Any]) -> dict[str, object]:
    """The article's row; where the document does not state its language, the one told from the text is shown."""
    known = {str(name): getattr(article, name) for name in _EDITED}
    told = str(document.get(Col.LANGUAGE_CODE, ""))
    known[str(Col.LANGUAGE_CODE)] = known[str(Col.LANGUAGE_CODE)] or told
    known[str(Col.PUBLISHER_COUNTRY_CODE)] = country_name(article.publisher_country_code)
    state = (not_analysed(document) or "analysed") if document else "not analysed yet"
    return {_REMOVE: False, str(Col.DOCUMENT_ID): article.document_id, _STATE: state, **known}


def _lacking(articles: Sequence[Article]) -> Iterator[str]:
    """What the charts lack of which articles, in words."""
    for name, words in (
        (Col.PUBLISHER, "Without an outlet, so that the file's name stands for it"),
        (Col.PUBLISHED_ON, "Without a date, so that they are in no chart by day"),
    ):
        lacking = [article.document_id for article in articles if not getattr(article, str(name))]
        if lacking:
            more = f" and {len(lacking) - _NAMED} more" if len(lacking) > _NAMED else ""
            yield f"{words}: {', '.join(lacking[:_NAMED])}{more}."


def _save(case_id: str, before: pd.DataFrame, after: pd.DataFrame) -> None:
    """Save each article's changes; a value that is not understood names itself and changes nothing of its article."""
    troubles = []
    for (_, old), (_, new) in zip(before.iterrows(), after.iterrows(), strict=True):
        document_id = str(old[Col.DOCUMENT_ID])
        try:
            if new[_REMOVE]:
                data.store().remove(case_id, document_id)
                continue
            typed = {str(name): " ".join(str(new[name] or "").split()) for name in _EDITED if new[name] != old[name]}
            if typed:
                data.store().edit(case_id, document_id, **typed)
        except AnalysisError as error:
            troubles.append(f"{document_id}: {error}")
    if troubles:
        raise AnalysisError(" ".join(troubles))


def cleaning_preview(case_id: str) -> None:
    """One article as published with what reading and cleaning take out, each stretch to be put back."""
    articles = {item.article.document_id: item.article for item in data.store().brought(case_id)}
    found = {key: removals for key, article in articles.items() if (removals := furniture_of(article, is_all=True))}
    with st.container(border=True, key="cleaning-block"):
        st.subheader("What cleaning took out", anchor=False)
        if not found:
            nothing_here("Nothing was taken out of these articles.")
            return
        st.caption(
            "Page furniture is not analysed, nor is what the reading of a web page took for no part of the article. It "
            "stays in the text, greyed; put back what belongs to the article."
        )
        chosen = st.selectbox("Article", list(found), key="cleaning-article")
        article = articles[chosen]
        kept = _stretches_to_keep(article, found[chosen], key=f"cleaning-{case_id}-{chosen}")
        if st.button("Save what belongs to the article", key="save-cleaning", icon=":material/save:"):
            attempt(lambda: data.store().edit(case_id, chosen, kept=kept), "The article is analysed anew.")
            st.rerun()
        spans = [
            highlight.Span(start_char=item.start_char, end_char=item.end_char, kind="furniture", title=item.reason)
            for item in furniture_of(article)
        ]
        with st.container(height=320):
            st.html(highlight.marked(article.text, spans))


def _stretches_to_keep(article: Article, found: Sequence[Furniture], *, key: str) -> tuple[tuple[int, int], ...]:
    """What was taken out as a table to tick, and the stretches that are ticked."""
    places = [(item.start_char, item.end_char) for item in found]
    frame = pd.DataFrame(
        {
            "keep": [place in article.kept for place in places],
            "text": [article.text[start:end] for start, end in places],
            "reason": [item.reason for item in found],
        }
    )
    config = {
        "keep": st.column_config.CheckboxColumn("Put back"),
        "text": st.column_config.TextColumn("Taken out"),
        "reason": st.column_config.TextColumn(Col.REASON.label),
    }
    edited = st.data_editor(frame, column_config=config, disabled=["text", "reason"], hide_index=True, key=key)
    return tuple(place for place, is_kept in zip(places, edited["keep"], strict=True) if is_kept)
