"""Overview: what the articles tell, at a glance."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from analysis import Results, summaries
from analysis.briefing.text import counted
from analysis.columns import Col
from analysis.disputes import Dispute
from analysis.readers.corpus import in_words
from analysis.results import records
from analysis.summaries.claims import CORROBORATED
from analysis.summaries.disputes import disputes_of
from analysis.tables import ACTORS, AGREEMENT, DOCUMENTS, PROBLEMS, RESPONSES
from dashboard import highlight
from dashboard.charts.actors import mentions_bars
from dashboard.charts.marks import marks_of, short_names
from dashboard.charts.timeline import timeline
from dashboard.components import ChartBlock, chart_block, data_table, unfolding
from dashboard.readable import not_analysed, readable
from dashboard.view import View
from dashboard.views.actors import mention_evidence, mention_marks
from dashboard.views.agreement.dismissed import dismissals
from dashboard.views.agreement.disputes import address_of
from dashboard.views.responses import grid_block, response_evidence

MOST_DISPUTES = 5
"""Disputes written out."""
MOST_ARTICLES = 12
"""Articles named at once; all of them are in the table."""

_CORROBORATED = (
    "Of {n}, those that two outlets or more report alike; how many of them rest on two independent origins or more: "
    "outlets that all carry one agency's text or one official's word are one origin"
)


def render(view: View) -> None:
    """Counts, the response grid, the most named actors, what is disputed, and the articles."""
    disputes = disputes_of(view.results)
    _counts(view, len(disputes))
    _disputes(view, disputes)
    chart_block(grid_block(view, key="overview-grid"), view)
    chart_block(_actors(view), view)
    when = summaries.timeline(view.results)
    if when["n_responses"].sum():
        chart_block(_timeline(view, when), view)
    _articles(view)


def _counts(view: View, n_disputes: int) -> None:
    results = view.results
    responses = results[RESPONSES]
    corroborated = results[AGREEMENT][results[AGREEMENT][Col.STATUS].eq(CORROBORATED)]
    n_independent = int(corroborated[Col.N_ORIGINS].ge(2).sum())
    claims = _CORROBORATED.format(n=counted(len(results[AGREEMENT]), "claim"))
    outlets = counted(results[DOCUMENTS][Col.PUBLISHER].nunique(), "outlet")
    n_unread = len(_unread(results))
    countries = counted(len({*responses[Col.COUNTRY_CODE]} - {""}), "country", "countries")
    figures = (
        (
            "Articles", len(results[DOCUMENTS]), f"{n_unread} not analysed" if n_unread else f"from {outlets}",
            f"Articles that pass the filters, from {outlets}",
        ),
        ("Actors", len(results[ACTORS]), "named", "People, organisations and countries named"),
        ("Responses", len(responses), f"of {countries}", "Passages that report a country's act"),
        ("Corroborated", len(corroborated), f"{n_independent} on 2 origins or more", claims),
        ("Discrepancies", n_disputes, "to look at", "Questions that outlets answer differently"),
    )  # fmt: skip
    st.html(highlight.figures(figures))


def _disputes(view: View, disputes: Sequence[Dispute]) -> None:
    n_dismissed = len(dismissals(view))
    if not disputes and not n_dismissed:
        return
    with st.container(border=True):
        st.subheader("Where outlets contradict each other", anchor=False)
        short = short_names(sorted(view.run[DOCUMENTS][Col.PUBLISHER].unique()))
        for dispute in disputes[:MOST_DISPUTES]:
            answers = [(side.value, ", ".join(short[outlet] for outlet in side.outlets)) for side in dispute.sides]
            read = highlight.link(address_of(view, dispute), "Read", title="The passages side by side")
            st.html(highlight.question(dispute.title, answers, more=read))
        if len(disputes) > MOST_DISPUTES:
            st.caption(f"{len(disputes) - MOST_DISPUTES} more on the page Source agreement.")
        if n_dismissed:
            st.caption(f"Dismissed by the analyst: {n_dismissed}, told on the page Source agreement.")


def _actors(view: View) -> ChartBlock:
    frame = summaries.mentions_by_actor_and_outlet(view.results, top=8)
    return ChartBlock(
        key="overview-actors",
        title="Most named actors",
        reading="Times each actor is named, by outlet.",
        figure=mentions_bars(frame, view.palette),
        table=frame,
        marks=mention_marks(frame),
        evidence=lambda mark: mention_evidence(view, mark),
    )


def _timeline(view: View, frame: pd.DataFrame) -> ChartBlock:
    undated = int(view.results[DOCUMENTS][Col.PUBLISHED_ON].eq("").sum())
    return ChartBlock(
        key="overview-timeline",
        title="Responses by day of publication",
        reading="Responses that the articles of a day report."
        + (f" Articles without a date are not drawn: {undated}." if undated else ""),
        figure=timeline(frame, view.palette),
        table=frame,
        marks=marks_of(frame, ("", "publisher"), "{publisher}"),
        evidence=lambda mark: response_evidence(view, mark),
    )


def _imprint(row: Mapping[str, str]) -> tuple[str, str]:
    """An article's outlet, its date and title, and whether it was left unread."""
    parts = row[Col.PUBLISHED_ON] or "no date", row[Col.TITLE], not_analysed(row)
    return row[Col.PUBLISHER], ", ".join(filter(None, parts))


def _articles(view: View) -> None:
    with st.container(border=True):
        st.subheader("Articles", anchor=False)
        columns = [
            Col.PUBLISHER, Col.PUBLISHER_COUNTRY_CODE, Col.PUBLISHED_ON, Col.TITLE, Col.N_WORDS, Col.URL,
            Col.DOCUMENT_ID,
        ]  # fmt: skip
        st.html(highlight.lines([_imprint(row) for row in records(view.results[DOCUMENTS].head(MOST_ARTICLES))]))
        documents = view.results[DOCUMENTS][columns]
        more = f", {len(documents) - MOST_ARTICLES} more among them" if len(documents) > MOST_ARTICLES else ""
        unfolding(
            f"Table of the articles{more}",
            lambda: data_table(readable(documents), key="overview-articles"),
            key="overview-unfold",
        )
        unread = [f"{row[Col.PUBLISHER]}: {not_analysed(row)}" for row in records(_unread(view.results))]
        troubles = [*unread, *map(in_words, records(view.run[PROBLEMS]))]
        if troubles:
            st.warning("Not read or not used:", icon=":material/error:")
            for words in troubles:
                st.text(words)


def _unread(results: Results) -> pd.DataFrame:
    """Articles that take no part in any count."""
    documents = results[DOCUMENTS]
    return documents[~documents[Col.IS_ANALYSED].fillna(False).astype(bool)]
