"""Outlet by outlet: agreement beyond chance, with how far the figure can be trusted."""

import pandas as pd
import streamlit as st

from analysis import summaries
from analysis.columns import Col
from analysis.results import records
from analysis.tables import OUTLET_PAIRS
from dashboard.charts.agreement import pair_matrix
from dashboard.charts.marks import marks_of, parts_of
from dashboard.components import ChartBlock, chart_block, nothing_here
from dashboard.view import View


def render(view: View, counting: str) -> None:
    """The matrix of one measure, and every warning in words."""
    pairs = view.results[OUTLET_PAIRS]
    measures = sorted(pairs[Col.MEASURE].unique(), key=lambda measure: (measure != "claims", measure))
    if not measures:
        nothing_here("There is no pair of outlets in what passes the filters.")
        return
    measure = measures[0]
    if len(measures) > 1:
        measure = st.selectbox("What is compared", measures, key="measure", bind="query-params") or measure
    chart_block(_block(view, measure), view)
    warned = pairs[pairs[Col.MEASURE].eq(measure) & pairs[Col.WARNING].ne("")]
    if len(warned):
        st.warning(f"{len(warned)} of {pairs[Col.MEASURE].eq(measure).sum()} pairs should not be leaned on.")
        for reason, rows in warned.groupby(str(Col.WARNING)):
            names = [f"{row[Col.PUBLISHER_A]} and {row[Col.PUBLISHER_B]}" for row in records(rows)]
            shown = "; ".join(names[:4]) + (f"; and {len(names) - 4} more" if len(names) > 4 else "")
            st.text(f"{shown}: {reason}.")


def _block(view: View, measure: str) -> ChartBlock:
    frame = summaries.pair_matrix(view.results, measure=measure)
    frame = frame[frame["publisher_a"].gt(frame["publisher_b"])]

    def evidence(mark: str) -> pd.DataFrame:
        first, second = parts_of(mark)
        return summaries.evidence_of_pair(view.results, publishers=(first, second), measure=measure)

    return ChartBlock(
        key=f"agreement-pairs-{measure.replace(' ', '-')}",
        title=f"Do two outlets report the same? By {measure}",
        reading="Krippendorff's alpha, and under it the interval that holds it in 95 of 100 resamples: 1 is full "
        "agreement, 0 is what chance gives, below 0 the two report different things. ⚠ and grey: do not lean on it. "
        "Select a cell to read what both report.",
        figure=pair_matrix(frame),
        table=frame,
        marks=marks_of(frame, ("publisher_a", "publisher_b"), "{publisher_a} and {publisher_b}"),
        evidence=evidence,
    )
