"""What hangs on one outlet alone."""

import pandas as pd
import streamlit as st

from analysis import summaries
from analysis.briefing.text import counted
from analysis.columns import Col
from analysis.results import records
from analysis.summaries.claims import passages_of_one_outlet
from analysis.summaries.sources import outlets
from analysis.tables import DOCUMENTS
from dashboard import highlight, links
from dashboard.components import csv_button, data_table, sentences, unfolding
from dashboard.paging import page_of
from dashboard.readable import readable
from dashboard.view import View

SHOWN = [Col.CLAIM, Col.ACCORDING_TO, Col.WHO, Col.ACT, Col.WHOM, Col.WHEN, Col.WHERE, Col.QUANTITY]
CLAIMS_ON_PAGE = 10


def render(view: View, counting: str) -> None:
    """One outlet's own claims in the order of its text, each in its sentence, then all of them as a table."""
    chosen = st.selectbox("Only in", outlets(view.results), key="only-in", bind="query-params")
    if chosen is None:
        return
    frame = passages_of_one_outlet(view.results, publisher=chosen)
    with st.container(border=True):
        passages = counted(len(frame), "passage")
        st.text(f"{passages} that no other outlet among these reports, in the order of the text.")
        st.html(highlight.link(_beside(view, chosen), "Read its article beside the others"))
        groups = list(dict.fromkeys(frame[Col.GROUP_ID]))
        skip = page_of(len(groups), size=CLAIMS_ON_PAGE, key="alone-page", noun="claims")
        if groups:
            evidence = pd.concat(
                summaries.evidence_of_claim(view.results, group_id=group_id, publisher=chosen)
                for group_id in groups[skip : skip + CLAIMS_ON_PAGE]
            )
            sentences(evidence, heading=f"Only in {chosen}", view=view, key="alone")
        unfolding("All as a table", lambda: _table(view, frame, chosen), key="agreement-alone-unfold")


def _table(view: View, frame: pd.DataFrame, outlet: str) -> None:
    title = f"Only in {outlet}"
    data_table(readable(frame[SHOWN]), key="agreement-alone")
    csv_button(frame, title, view, key="agreement-alone")


def _beside(view: View, outlet: str) -> str:
    """The address that sets the outlet's articles beside those of others."""
    documents = records(view.results[DOCUMENTS])
    ranked = sorted(documents, key=lambda row: row[Col.PUBLISHER] != outlet)
    return links.side_by_side(view, [row[Col.DOCUMENT_ID] for row in ranked])
