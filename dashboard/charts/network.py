"""Who appears with whom: a network of actors named in one sentence."""

import networkx as nx
import pandas as pd
import plotly.graph_objects as go

from analysis.results import records
from dashboard.charts.marks import label, mark_id

_LOOKS = {
    "country": ("#0072B2", "square"),
    "person": ("#E69F00", "circle"),
    "organisation": ("#009E73", "diamond"),
    "other": ("#8C8C8C", "triangle-up"),
}
"""Colour and symbol by type of actor, which is the first part of its id."""


def positions(frame: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """Where each actor stands; the same for the same pairs. Worth caching: the layout is the slow part."""
    graph = nx.Graph()
    for row in records(frame):
        graph.add_edge(row["entity_id_a"], row["entity_id_b"], weight=float(row["n_sentences"]))
    placed = nx.spring_layout(graph, weight="weight", seed=7, iterations=200, k=1.6 / max(len(graph), 1) ** 0.5)
    return {str(node): (float(x), float(y)) for node, (x, y) in placed.items()}


def together_network(frame: pd.DataFrame, at: dict[str, tuple[float, float]]) -> go.Figure:
    """Who is named together? A line for each pair named in one sentence, thicker for more sentences.

    Args:
        frame: From `summaries.appearances_together`.
        at: From `positions`.
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
    for kind, (colour, symbol) in _LOOKS.items():
        keys = sorted(key for key in names if _look(key) == kind)
        if not keys:
            continue
        figure.add_scatter(
            x=[at[key][0] for key in keys], y=[at[key][1] for key in keys], mode="markers+text", name=kind,
            text=[label(names[key]) for key in keys], textposition="top center", hoverinfo="text",
            marker={"color": colour, "symbol": symbol, "size": 15, "line": {"width": 1, "color": "#FFFFFF"}},
            customdata=[mark_id(key, "") for key in keys],
            selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 0.75}},
        )  # fmt: skip
    figure.update_layout(height=560, clickmode="event+select", dragmode=False, hovermode="closest")
    figure.update_xaxes(visible=False, range=_room([x for x, _ in at.values()], share=0.16))
    figure.update_yaxes(visible=False, range=_room([y for _, y in at.values()], share=0.08))
    return figure


def _room(places: list[float], *, share: float) -> list[float]:
    """The range of places with a share of it added on both sides, for the names."""
    low, high = min(places, default=-1.0), max(places, default=1.0)
    margin = max(high - low, 0.5) * share
    return [low - margin, high + margin]


def _look(entity_id: str) -> str:
    kind = entity_id.partition(":")[0]
    return kind if kind in _LOOKS else "other"


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
