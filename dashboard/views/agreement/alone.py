"""What hangs on one outlet alone."""

import streamlit as st

from analysis.columns import Col
from analysis.summaries.claims import passages_of_one_outlet
from analysis.summaries.sources import outlets
from dashboard.components import data_table
from dashboard.downloads import csv_file, file_name
from dashboard.readable import readable
from dashboard.view import View

SHOWN = [Col.CLAIM, Col.ACCORDING_TO, Col.WHO, Col.ACT, Col.WHOM, Col.WHEN, Col.WHERE, Col.QUANTITY]


def render(view: View, counting: str) -> None:
    """One outlet's own claims, in the order of its text."""
    chosen = st.selectbox("Only in", outlets(view.results), key="only-in", bind="query-params")
    if chosen is None:
        return
    title = f"Only in {chosen}"
    frame = passages_of_one_outlet(view.results, publisher=chosen)
    with st.container(border=True):
        st.text(f"{len(frame)} passages that no other outlet among these reports, in the order of the text.")
        data_table(readable(frame[SHOWN]), key="agreement-alone")
        st.download_button(
            "CSV",
            data=lambda: csv_file(frame, title, view),
            file_name=file_name(title, ".csv"),
            mime="text/csv",
            key="agreement-alone-csv",
            on_click="ignore",
            icon=":material/download:",
        )
