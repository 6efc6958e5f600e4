"""Who appears with whom: a network of actors named in one sentence."""

import pandas as pd
import plotly.graph_objects as go

from analysis.palette import ACTOR_COLOURS, actor_kind
from analysis.results import records
from analysis.summaries.placing import LONGEST_NAME
from dashboard.charts.marks import label, mark_id
from dashboard.charts.reviewed import add_legend, signed, told

_SYMBOLS = {"country": "square", "person": "circle", "organisation": "diamond", "other": "triangle-up"}
"""By type of actor."""
_EDGE = {"width": 1, "color": "#FFFFFF"}


def together_network(frame: pd.DataFrame, at: dict[str, tuple[float, float]]) -> go.Figure:
    """Who is named together? A line for each pair named in one sentence, thicker for more sentences.

    Args:
        frame: From `summaries.appearances_together`.
        at: From `network_places`.
    """
    figure = go.Figure()
    most = max(frame["n_sentences"].max() if len(frame) else 1, 1)
    for row in records(frame):
        (x0, y0), (x1, y1) = at[row["entity_id_a"]], at[row["entity_id_b"]]
        line = {"width": 1 + 6 * row["n_sentences"] / most, "color": "rgba(130,145,160,.55)"}
        figure.add_scatter(x=[x0, x1], y=[y0, y1], mode="lines", line=line, hoverinfo="skip", showlegend=False)
    figure.add_trace(_pair_targets(frame, at))
    names = dict(zip(frame["entity_id_a"], frame["entity_a"], strict=True))
    names |= dict(zip(frame["entity_id_b"], frame["entity_b"], strict=True))
    reviews = dict(zip(frame["entity_id_a"], frame["review_a"], strict=True))
    reviews |= dict(zip(frame["entity_id_b"], frame["review_b"], strict=True))
    for kind, symbol in _SYMBOLS.items():
        keys = sorted(key for key in names if actor_kind(key) == kind)
        if not keys:
            continue
        figure.add_scatter(
            x=[at[key][0] for key in keys], y=[at[key][1] for key in keys], mode="markers+text", name=kind,
            text=[signed(label(_cut(names[key])), reviews[key]) for key in keys], textposition="top center",
            hovertext=[label(names[key], width=60) + told(reviews[key]) for key in keys], hoverinfo="text",
            marker={"color": ACTOR_COLOURS[kind], "symbol": symbol, "size": 15, "line": _EDGE},
            customdata=[mark_id(key, "") for key in keys],
            selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 0.75}},
        )  # fmt: skip
    add_legend(figure, reviews.values())
    figure.update_layout(height=560, clickmode="event+select", dragmode=False, hovermode="closest")
    figure.update_xaxes(visible=False, range=[-0.13, 1.13])
    figure.update_yaxes(visible=False, range=[-0.05, 1.1])
    return figure


def _cut(name: str) -> str:
    """A name that has no room is cut; the whole one shows on hovering."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def _pair_targets(frame: pd.DataFrame, at: dict[str, tuple[float, float]]) -> go.Scatter:
    """Invisible markers in the middle of the lines, since a line itself cannot be clicked."""
    pairs = list(zip(frame["entity_id_a"], frame["entity_id_b"], strict=True))
    return go.Scatter(
        x=[(at[a][0] + at[b][0]) / 2 for a, b in pairs],
        y=[(at[a][1] + at[b][1]) / 2 for a, b in pairs],
        customdata=[mark_id(a, b) for a, b in pairs],
        hovertext=[
            f"{label(row['entity_a'])} and {label(row['entity_b'])}: {row['n_sentences']}" for row in records(frame)
        ],
        hoverinfo="text", mode="markers", marker={"size": 12, "opacity": 0, "color": "#D55E00"}, showlegend=False,
        selected={"marker": {"opacity": 0.9}}, unselected={"marker": {"opacity": 0}},
    )  # fmt: skip
