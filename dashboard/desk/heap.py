"""What the articles of a case have to do with each other: one event or several, copies of each other or not."""

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
from dashboard.components import data_table
from dashboard.desk.case_actions import attempt
from dashboard.view import View

_WORDS = {"exact": "the same article", "near": "an edited version", "wire": "one agency's text in both"}


def heap(view: View) -> None:
    """Events and copies among the articles; nothing where there is one article."""
    documents = view.run[DOCUMENTS]
    if len(documents) < 2:
        return
    with st.container(border=True, key="heap-block"):
        st.subheader("Events and copies", anchor=False)
        events, copies = _sorted(view.run.fingerprint, view.run)
        groups = [group for _, group in events.groupby(Col.EVENT_ID, sort=False)]
        if len(groups) == 1:
            st.text("All articles are about one event.")
        else:
            st.caption(f"The articles look like {len(groups)} events. Make a case of one, to analyse it by itself.")
            _split(view, {str(g[Col.EVENT].iloc[0]): list(g[Col.DOCUMENT_ID]) for g in groups})
        if copies.empty:
            st.text("No article is a copy of another.")
            return
        for row in records(copies):
            words = _WORDS[row[Col.KIND]]
            st.text(f"{row[Col.DOCUMENT_ID_A]} and {row[Col.DOCUMENT_ID_B]}: {words} ({row[Col.REASON]})")
        data_table(copies, key="copies")


@st.cache_resource(show_spinner=False, max_entries=8)
def _sorted(fingerprint: str, _run: Results) -> tuple[pd.DataFrame, pd.DataFrame]:
    """EVENTS and COPIES of a run, which its fingerprint stands for; the openings' vectors take a second for a dozen."""
    documents = documents_read(_run[DOCUMENTS], _run[REMOVALS])
    return find_events(documents, _run.settings), find_copies(documents, _run.settings)


def _split(view: View, members: dict[str, list[str]]) -> None:
    chosen = st.radio(
        "Event",
        list(members),
        format_func=lambda name: f"{len(members[name])}: {' '.join(name.split())}".replace("$", "＄"),
        key="event",
    )
    st.text(", ".join(members[chosen]))
    name = st.text_input("Name of the new case", chosen[:60], key="event-name", max_chars=100)
    if st.button("Make a case of this event", key="event-case", icon=":material/call_split:"):
        attempt(
            lambda: open_next(data.store().branch(view.case_id, name, members[chosen]).case_id),
            f"The case {name} is open.",
        )
        st.rerun()
