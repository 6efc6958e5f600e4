"""Which outlets rest on one origin, with the passage that shows it."""

import pandas as pd
import streamlit as st

from analysis import summaries
from analysis.summaries.sources import outlets
from dashboard.charts.marks import marks_of, parts_of
from dashboard.charts.origins import origin_diagram
from dashboard.components import ChartBlock, chart_block, nothing_here
from dashboard.view import View


def render(view: View, counting: str) -> None:
    """The diagram; a line's passages show why it is drawn."""
    frame = summaries.origin_links(view.results)
    if frame.empty:
        nothing_here("No passage credits an agency, outlet or institute, and no two outlets share words or a source.")
        return
    shared = frame.loc[frame["n_outlets"].gt(1), "origin_id"].nunique()
    n_origins = frame["origin_id"].nunique()
    shown = "1 origin shows" if n_origins == 1 else f"{n_origins} origins show"
    st.text(f"{shown} in these articles; behind more than one outlet: {shared}.")
    chart_block(_block(view, frame), view)


def _block(view: View, frame: pd.DataFrame) -> ChartBlock:
    origins = marks_of(frame, ("origin_id", ""), "{origin}")
    lines = marks_of(frame, ("origin_id", "publisher"), "{publisher} rests on {origin}")

    def evidence(mark: str) -> pd.DataFrame:
        origin_id, publisher = parts_of(mark)
        return summaries.evidence_of_origin(view.results, origin_id=origin_id, publisher=publisher)

    return ChartBlock(
        key="agreement-origins",
        title="Which outlets rest on which origin",
        reading="Outlets on the left; on the right agencies, other outlets, institutes and shared texts, and whoever's "
        "word two or more outlets rest one claim on (a ministry's readout, an official's post). A thicker line: more "
        "passages; 'first' is who published before the others, where dates tell. Select the middle of a line, or an "
        "origin, to read what shows it.",
        figure=origin_diagram(frame, outlets(view.results)),
        table=frame,
        marks=origins | lines,
        evidence=evidence,
    )
