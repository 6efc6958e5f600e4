"""What the articles of a case have to do with each other: one event or several, copies of each other or not."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis import Results
from analysis.columns import Col
from analysis.copies import find_copies
from analysis.documents import documents_read
from analysis.events import find_events
from analysis.results import records
from analysis.tables import DOCUMENTS, REMOVALS
from dashboard import data
from dashboard.case_picker import open_next
from dashboard.components import data_table, unfolding
from dashboard.desk.case_actions import attempt
from dashboard.view import View

_WORDS = {"exact": "the same article", "near": "an edited version", "wire": "one agency's text in both"}


def heap(view: View) -> None:
    """Events and copies among the articles; nothing where there is one article."""
    documents = view.run[DOCUMENTS]
    if len(documents) < 2:
        return
    unread = documents.loc[~documents[Col.IS_ANALYSED], Col.DOCUMENT_ID].tolist()
    with st.container(border=True, key="heap-block"):
        st.subheader("Events and copies", anchor=False)
        events, copies = _sorted(view.run.fingerprint, view.run)
        read = events[~events[Col.DOCUMENT_ID].isin(unread)]
        groups = [group for _, group in read.groupby(Col.EVENT_ID, sort=False)]
        if len(groups) > 1:
            st.caption(f"The articles look like {len(groups)} events. Make a case of one, to analyse it by itself.")
            _split(view, groups)
        elif groups:
            st.text(
                "All articles that were read are about one event." if unread else "All articles are about one event."
            )
        if unread:
            st.text(f"Not sorted, since their language is not read: {', '.join(unread)}.")
        _copies(copies)


def _copies(copies: pd.DataFrame) -> None:
    if copies.empty:
        st.text("No article is a copy of another.")
        return
    for row in sorted(records(copies), key=lambda row: list(_WORDS).index(row[Col.KIND])):  # the surest first
        words = _WORDS[row[Col.KIND]]
        st.text(f"{row[Col.DOCUMENT_ID_A]} and {row[Col.DOCUMENT_ID_B]}: {words} ({row[Col.REASON]})")
    unfolding("Table of the copies", lambda: data_table(copies, key="copies"), key="copies-unfold")


@st.cache_resource(show_spinner=False, max_entries=8)
def _sorted(fingerprint: str, _run: Results) -> tuple[pd.DataFrame, pd.DataFrame]:
    """EVENTS and COPIES of a run, which its fingerprint stands for; the openings' vectors take a second for a dozen."""
    documents = documents_read(_run[DOCUMENTS], _run[REMOVALS])
    return find_events(documents, _run.settings), find_copies(documents, _run.settings)


def _split(view: View, groups: Sequence[pd.DataFrame]) -> None:
    """Choose one of the events; two may have one name, such as that of a column or a series."""
    names = [" ".join(str(group[Col.EVENT].iloc[0]).split()) for group in groups]
    number = st.radio(
        "Event",
        range(len(groups)),
        format_func=lambda at: f"{len(groups[at])}: {names[at]}".replace("$", "＄"),
        key="event",
    )
    members = list(groups[number][Col.DOCUMENT_ID])
    st.text(", ".join(members))
    name = st.text_input("Name of the new case", names[number][:60], key=f"event-name-{number}", max_chars=100)
    if st.button("Make a case of this event", key="event-case", icon=":material/call_split:"):
        attempt(
            lambda: open_next(data.store().branch(view.case_id, name, members).case_id), f"The case {name} is open."
        )
        st.rerun()
