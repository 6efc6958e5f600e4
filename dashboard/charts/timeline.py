"""When was what published: responses reported per day and outlet."""

import pandas as pd
import plotly.graph_objects as go

from analysis.results import records
from dashboard.charts.marks import label, mark_id, whole_ticks
from dashboard.charts.reviewed import add_badges, told
from dashboard.theme import Palette


def timeline(frame: pd.DataFrame, palette: Palette) -> go.Figure:
    """How many responses did each outlet report on which day? An article without any stands at zero.

    Args:
        frame: From `summaries.timeline`.
    """
    figure = go.Figure()
    for outlet in sorted(frame["publisher"].unique()):
        own = frame[frame["publisher"].eq(outlet)]
        figure.add_bar(
            x=own["published_on"].tolist(),
            y=own["n_responses"].tolist(),
            name=label(outlet, width=30, lines=2),
            marker=palette.fill(outlet),
            customdata=[mark_id("", outlet) for _ in range(len(own))],
            hovertext=[
                f"{label(outlet)}, {row['published_on']}: {row['n_responses']} responses, {row['n_documents']} articles"
                + told(row["review"])
                for row in records(own)
            ],
            hoverinfo="text",
        )
    add_badges(figure, _middles(frame))
    days = frame["published_on"].nunique()
    figure.update_layout(barmode="stack", height=320, clickmode="event+select", dragmode=False, bargap=_gap(days))
    figure.update_xaxes(type="category" if days < 12 else "date", categoryorder="category ascending")
    figure.update_yaxes(
        title_text="responses reported",
        rangemode="tozero",
        **whole_ticks(frame.groupby("published_on")["n_responses"].sum()),
    )
    return figure


def _middles(frame: pd.DataFrame) -> list[tuple[str, float, str]]:
    """The middle of each part of a column, as they are stacked: outlet upon outlet."""
    ordered = frame.sort_values(["published_on", "publisher"])
    tops = ordered.groupby("published_on")["n_responses"].cumsum()
    middles = tops - ordered["n_responses"] / 2
    return list(zip(ordered["published_on"], middles, ordered["review"], strict=True))


def _gap(days: int) -> float:
    """The share of a day's place that its bar leaves free: one day alone must not fill the chart."""
    return 0.4 if days > 4 else 1 - 0.15 * days
