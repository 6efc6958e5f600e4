"""Source agreement: what is corroborated, what is disputed, what hangs on one outlet."""

import pandas as pd
import streamlit as st

from analysis import summaries
from analysis.columns import Col
from analysis.tables import DOCUMENTS, OUTLET_PAIRS
from dashboard.charts.agreement import claim_map, pair_matrix
from dashboard.charts.marks import marks_of, parts_of
from dashboard.components import ChartBlock, chart_block, data_table, nothing_here
from dashboard.view import View

MOST_CLAIMS = 25


def render(view: View) -> None:
    """Claim map, discrepancies, outlet pairs, and what one outlet alone reports."""
    if view.run[DOCUMENTS][Col.PUBLISHER].nunique() < 2:
        st.info("One outlet alone cannot agree with anybody. Add a second outlet's article.", icon=":material/info:")
        return
    claims, disputes, pairs, alone = st.tabs(["Claims", "Discrepancies", "Outlet pairs", "Only in one outlet"])
    with claims:
        chart_block(_claims(view), view)
    with disputes, st.container(border=True):
        st.subheader("Discrepancies", anchor=False)
        _disputes(view)
    with pairs:
        for measure in sorted(view.results[OUTLET_PAIRS][Col.MEASURE].unique()):
            chart_block(_pairs(view, measure), view)
        if view.results[OUTLET_PAIRS].empty:
            nothing_here()
    with alone, st.container(border=True):
        st.subheader("Only in one outlet", anchor=False)
        data_table(summaries.only_in_one_outlet(view.results), key="agreement-alone")


def _claims(view: View) -> ChartBlock:
    frame = summaries.claim_map(view.results, top=MOST_CLAIMS)
    marks = marks_of(frame, ("group_id", "publisher"), "{publisher}: {claim}")

    def evidence(mark: str) -> pd.DataFrame:
        group_id, publisher = parts_of(mark)
        return summaries.evidence_of_claim(view.results, group_id=group_id, publisher=publisher)

    return ChartBlock(
        key="agreement-claims",
        title="Claims by outlet",
        reading="Disputed claims first, then those that most outlets report. A dash: the outlet leaves it out. "
        f"The first {MOST_CLAIMS} are drawn.",
        figure=claim_map(frame),
        table=frame,
        marks=marks,
        evidence=evidence,
    )


def _disputes(view: View) -> None:
    frame = summaries.discrepancy_table(view.results)
    if frame.empty:
        nothing_here("No contradiction was found in what passes the filters.")
        return
    columns = [
        Col.KIND, Col.PUBLISHER_A, Col.VALUE_A, Col.PUBLISHER_B, Col.VALUE_B, Col.REASON, Col.TEXT_A, Col.TEXT_B,
    ]  # fmt: skip
    data_table(frame[columns], key="agreement-disputes")


def _pairs(view: View, measure: str) -> ChartBlock:
    frame = summaries.pair_matrix(view.results, measure=measure)
    return ChartBlock(
        key=f"agreement-pairs-{measure.replace(' ', '-')}",
        title=f"Outlet pairs: {measure}",
        reading="Krippendorff's alpha, with its 95 % interval: 1 is full agreement, 0 what chance gives, below 0 less "
        "than chance. ⚠ marks figures that should not be leaned on.",
        figure=pair_matrix(frame),
        table=frame,
    )
