"""Country responses: what each country did or said, and which stayed silent."""

import pandas as pd
import streamlit as st

from analysis import summaries
from analysis.columns import Col
from analysis.filters import act_name
from dashboard.charts.marks import marks_of, parts_of
from dashboard.charts.responses import call_grid, dyad_grid, response_grid, response_ladder
from dashboard.charts.world import response_map
from dashboard.components import ChartBlock, chart_block, data_table, tabs
from dashboard.readable import readable
from dashboard.view import View


def render(view: View) -> None:
    """Grid, map, ladder, dyads and the list of quotes."""
    tabs(
        "responses-tab",
        {
            "By outlet": lambda: chart_block(grid_block(view, key="responses-grid"), view),
            "Map": lambda: chart_block(_map(view), view),
            "Over time": lambda: chart_block(_ladder(view), view),
            "Who addressed whom": lambda: chart_block(_dyads(view), view),
            "Calls and meetings": lambda: chart_block(_calls(view), view),
            "Quotes and statements": lambda: _quotes(view),
        },
    )


def _quotes(view: View) -> None:
    with st.container(border=True):
        st.subheader("Quotes and statements", anchor=False)
        st.caption("Who is said to have said what, with the word that the outlet chose.")
        shown = [Col.PUBLISHER, Col.SPEAKER, "country", Col.CUE, Col.CONTENT, Col.FORM, Col.ACT, Col.PUBLISHED_ON]
        data_table(readable(summaries.quotes(view.results)[shown]), key="responses-quotes")


def _calls(view: View) -> ChartBlock:
    frame = summaries.calls(view.results)

    def evidence(mark: str) -> pd.DataFrame:
        first, second, publisher = parts_of(mark)
        return summaries.evidence_of_call(view.results, codes=(first, second), publisher=publisher)

    return ChartBlock(
        key="responses-calls",
        title="Calls and meetings compared",
        reading="Two countries that an outlet says consulted: what each side is reported to have done towards the "
        "other, outlet by outlet. An outlet that has nothing between the two says so.",
        figure=call_grid(frame),
        table=frame,
        marks=marks_of(
            frame, ("country_code_a", "country_code_b", "publisher"), "{country_a} and {country_b} in {publisher}"
        ),
        evidence=evidence,
    )


def grid_block(view: View, *, key: str) -> ChartBlock:
    """The country by outlet grid, silence as cells of its own."""
    frame = summaries.response_grid(view.results)
    marks = marks_of(frame, ("country_code", "publisher"), "{country} in {publisher}")
    return ChartBlock(
        key=key,
        title="Responses by country and outlet",
        reading="What each outlet reports of each country. Colour is that of the most forceful act. Silence is told "
        "apart: the outlet says that there is no statement, names the country without a response, or does not name it.",
        figure=response_grid(frame),
        table=frame,
        marks=marks,
        evidence=lambda mark: _grid_evidence(view, mark),
    )


def response_evidence(view: View, mark: str) -> pd.DataFrame:
    """Passages behind a mark of country, outlet, act and target; parts left out or empty let anything through."""
    country_code, publisher, act, target_code = (*parts_of(mark), "", "", "")[:4]
    return summaries.evidence_of_responses(
        view.results, country_code=country_code, publisher=publisher, act=act, target_code=target_code
    )


def _grid_evidence(view: View, mark: str) -> pd.DataFrame:
    """A cell's responses; where there are none, the sentences that name the country."""
    found = response_evidence(view, mark)
    if found.empty:
        country_code, publisher = parts_of(mark)
        return summaries.evidence_of_country(view.results, country_code=country_code, publisher=publisher)
    return found


def _map(view: View) -> ChartBlock:
    frame = summaries.responses_by_country(view.results)
    return ChartBlock(
        key="responses-map",
        title="Responses in the world",
        reading="Colour is that of the most forceful act reported of the country; its code and the number of passages "
        "that report an act are written. A round marker is a country too small to be seen.",
        figure=response_map(frame),
        table=frame,
        marks=marks_of(frame, ("country_code", ""), "{country} ({n_responses})"),
        evidence=lambda mark: response_evidence(view, mark),
    )


def _ladder(view: View) -> ChartBlock:
    frame = summaries.response_ladder(view.results)
    dated = frame[frame[Col.PUBLISHED_ON].ne("")]
    marks = marks_of(
        dated.assign(words=dated[Col.ACT].map(act_name)), ("country_code", "", "act"), "{country}: {words}"
    )
    undated = len(frame) - len(dated)
    return ChartBlock(
        key="responses-ladder",
        title="Responses over time",
        reading="Each country's acts on the day of the article that reports them; larger for more passages."
        + (f" Responses of undated articles are not drawn: {undated}." if undated else ""),
        figure=response_ladder(frame),
        table=dated,
        marks=marks,
        evidence=lambda mark: response_evidence(view, mark),
    )


def _dyads(view: View) -> ChartBlock:
    frame = summaries.dyads(view.results)
    inward = frame["country_code"].eq(frame["target_code"])
    marks = marks_of(frame, ("country_code", "", "", "target_code"), "{country} to {target}")
    return ChartBlock(
        key="responses-dyads",
        title="Who addressed whom",
        reading="The country on the left acts, the country on top is addressed. Acts that address nobody are left out."
        + (" A country in its own column: its people and bodies address each other." if inward.any() else ""),
        figure=dyad_grid(frame),
        table=frame,
        marks=marks,
        evidence=lambda mark: response_evidence(view, mark),
    )
