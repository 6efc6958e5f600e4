"""Where in the world responses are from: countries by colour, small ones by a marker at their capital."""

import pandas as pd
import plotly.graph_objects as go

from analysis.filters import SEPARATOR, act_name
from analysis.palette import act_colour, by_force
from analysis.places import place_of
from analysis.results import records
from dashboard.charts.marks import label, mark_id
from dashboard.charts.reviewed import add_legend, told
from dashboard.charts.world_names import country_names, has_marker

_BORDER = "#44505C"


def response_map(frame: pd.DataFrame) -> go.Figure:
    """Where in the world are responses from? Colour by the most forceful act, the code and number written.

    A country too small to be seen has a round marker at its seat of government, which can be selected like an area.

    Args:
        frame: From `summaries.responses_by_country`.
    """
    figure = go.Figure()
    small = frame["country_code"].map(has_marker).astype(bool)
    for act in by_force(frame["act"]):
        own = frame["act"].eq(act)
        figure.add_trace(_areas(frame[own], act))
        if (own & small).any():
            figure.add_trace(_markers(frame[own & small], act))
    for names in country_names(frame):
        figure.add_trace(names)
    add_legend(figure, frame["review"], on_map=True)
    figure.update_geos(
        showland=True, showcoastlines=False, showcountries=True, showframe=False, lataxis_range=[-57, 82],
        projection_type="natural earth",
    )  # fmt: skip
    return figure.update_layout(height=520, clickmode="event+select", dragmode=False, margin={"t": 40, "b": 0})


def _areas(own: pd.DataFrame, act: str) -> go.Choropleth:
    colour = act_colour(act)
    return go.Choropleth(
        locations=own["country_code"].tolist(), z=[1] * len(own), colorscale=[(0, colour), (1, colour)],
        showscale=False, name=act_name(act), legendgroup=act, showlegend=True, hovertext=_told(own), hoverinfo="text",
        marker={"line": {"width": 0.8, "color": _BORDER}}, customdata=_marks(own),
        unselected={"marker": {"opacity": 0.55}},
    )  # fmt: skip


def _markers(own: pd.DataFrame, act: str) -> go.Scattergeo:
    places = [place_of(code) or (None, None) for code in own["country_code"]]
    return go.Scattergeo(
        lat=[latitude for latitude, _ in places], lon=[longitude for _, longitude in places],
        mode="markers",
        marker={"size": 13, "color": act_colour(act), "line": {"width": 1.5, "color": _BORDER}}, customdata=_marks(own),
        name=act_name(act), legendgroup=act, showlegend=False, hovertext=_told(own), hoverinfo="text",
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 0.55}},
    )  # fmt: skip


def _marks(own: pd.DataFrame) -> list[str]:
    return [mark_id(code, "") for code in own["country_code"]]


def _told(own: pd.DataFrame) -> list[str]:
    return [
        f"{label(row['country'])}: {row['n_responses']} ({', '.join(map(act_name, row['acts'].split(SEPARATOR)))})"
        + told(row["review"])
        for row in records(own)
    ]
