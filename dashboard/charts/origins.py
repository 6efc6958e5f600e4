"""Which outlets rest on which origins: two columns and the lines between them."""

import pandas as pd
import plotly.graph_objects as go

from analysis.briefing.text import counted
from analysis.results import records
from dashboard.charts.marks import label, mark_id, short_names

ROW_HEIGHT = 46
"""Room of an outlet or an origin [pixels]."""
_SYMBOLS = {
    "agency": "square", "outlet": "triangle-up", "institute": "diamond", "official": "star", "speaker": "circle",
    "quotation": "cross", "shared text": "hexagon",
}  # fmt: skip
_COLOURS = {
    "agency": "#0072B2", "outlet": "#56B4E9", "institute": "#009E73", "official": "#D55E00", "speaker": "#B8860B",
    "quotation": "#7B5EA7", "shared text": "#CC79A7",
}  # fmt: skip
_LEGEND = {"outlet": "outlet cited", "official": "officials' word", "speaker": "somebody's word"}
_OTHER_COLOUR, _OTHER_SYMBOL = "#E69F00", "pentagon"
_OUTLET_COLOUR, _NONE_COLOUR = "#6F6F6F", "#A5AEB7"

Places = dict[str, tuple[float, float]]


def origin_diagram(frame: pd.DataFrame, outlets: list[str]) -> go.Figure:
    """Which outlets rest on one origin? Outlets on the left, origins on the right, thicker lines for more passages.

    Args:
        frame: From `summaries.origin_links`.
        outlets: All outlets; those that rest on no origin stand at the end, without a line.
    """
    links = records(frame)
    left, right = _places(links, outlets)
    figure = go.Figure()
    most = max((row["n_passages"] for row in links), default=1)
    for row in links:
        (x0, y0), (x1, y1) = left[row["publisher"]], right[row["origin_id"]]
        line = {"width": 1.5 + 5 * row["n_passages"] / most, "color": "rgba(130,145,160,.6)"}
        figure.add_scatter(x=[x0, x1], y=[y0, y1], mode="lines", line=line, hoverinfo="skip", showlegend=False)
    figure.add_trace(_targets(links, left, right))
    figure.add_trace(_outlets(left, {row["publisher"] for row in links}))
    for kind in sorted({row["kind"] for row in links}):
        figure.add_trace(_origins([row for row in links if row["kind"] == kind], right, kind))
    rows = max(len(left), len(right), 1)
    figure.update_layout(
        height=70 + ROW_HEIGHT * rows, clickmode="event+select", dragmode=False, hovermode="closest",
        margin={"t": 46, "b": 8},
    )  # fmt: skip
    figure.update_xaxes(visible=False, range=[-0.95, 2.1], fixedrange=True)
    figure.update_yaxes(visible=False, range=[rows - 0.4, -0.6], fixedrange=True)
    return figure


def _places(links: list[dict[str, object]], outlets: list[str]) -> tuple[Places, Places]:
    """Outlets and origins so that lines cross little: outlets follow the order of their origins."""
    origins = list(dict.fromkeys(str(row["origin_id"]) for row in links))
    rank = {origin: place for place, origin in enumerate(origins)}
    reach: dict[str, list[int]] = {outlet: [] for outlet in outlets}
    for row in links:
        reach.setdefault(str(row["publisher"]), []).append(rank[str(row["origin_id"])])

    def order(outlet: str) -> tuple[bool, float, str]:
        own = reach[outlet]
        return (not own, sum(own) / len(own) if own else 0.0, outlet)

    ordered = sorted(reach, key=order)
    rows = max(len(ordered), len(origins), 1)
    left = {outlet: (0.0, (place + 0.5) * rows / len(ordered) - 0.5) for place, outlet in enumerate(ordered)}
    linked = [outlet for outlet in ordered if reach[outlet]]
    height = rows * len(linked) / max(len(ordered), 1) if len(origins) <= len(linked) else rows
    right = {origin: (1.0, (place + 0.5) * height / len(origins) - 0.5) for place, origin in enumerate(origins)}
    return left, right


def _outlets(left: Places, linked: set[str]) -> go.Scatter:
    short = short_names(left)
    names = [
        label(short[outlet]) if outlet in linked else f"{label(short[outlet])}<br>(no outside origin shown)"
        for outlet in left
    ]
    marker = {
        "size": 14, "symbol": "circle", "line": {"width": 1, "color": "#FFFFFF"},
        "color": [_OUTLET_COLOUR if outlet in linked else _NONE_COLOUR for outlet in left],
    }  # fmt: skip
    return go.Scatter(
        x=[x for x, _ in left.values()], y=[y for _, y in left.values()], mode="markers+text", text=names,
        textposition="middle left", name="outlet", marker=marker, hoverinfo="text",
        hovertext=[label(outlet) for outlet in left], cliponaxis=False,
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}},
    )  # fmt: skip


def _origins(links: list[dict[str, object]], right: Places, kind: str) -> go.Scatter:
    names = {str(row["origin_id"]): row for row in reversed(links)}
    undated = {str(row["origin_id"]) for row in links if not row["published_on"]}
    return go.Scatter(
        x=[right[key][0] for key in names], y=[right[key][1] for key in names], mode="markers+text",
        name=_LEGEND.get(kind, label(kind)),
        text=[_origin_label(row, key in undated) for key, row in names.items()], textposition="middle right",
        cliponaxis=False, customdata=[mark_id(key, "") for key in names], hoverinfo="text",
        hovertext=[label(str(row["origin"]), width=50) for row in names.values()],
        marker={
            "size": 17, "symbol": _SYMBOLS.get(kind, _OTHER_SYMBOL), "color": _COLOURS.get(kind, _OTHER_COLOUR),
            "line": {"width": 1, "color": "#FFFFFF"},
        },
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 0.8}},
    )  # fmt: skip


def _origin_label(row: dict[str, object], has_undated: bool) -> str:
    """The origin with its number of outlets and, where the dates tell, the outlet that had it first."""
    origin = f"{label(str(row['origin']), width=34, lines=2)} · {counted(int(str(row['n_outlets'])), 'outlet')}"
    if row["is_first"] is not True:
        return origin
    first = f"first{' of those dated' if has_undated else ''}: {label(str(row['publisher']))}, {row['published_on']}"
    return f"{origin}<br><span style='font-size:11px'>{first}</span>"


def _targets(links: list[dict[str, object]], left: Places, right: Places) -> go.Scatter:
    """Invisible markers in the middle of the lines, since a line itself cannot be clicked."""
    ends = [(left[str(row["publisher"])], right[str(row["origin_id"])]) for row in links]
    return go.Scatter(
        x=[(a[0] + b[0]) / 2 for a, b in ends],
        y=[(a[1] + b[1]) / 2 for a, b in ends],
        customdata=[mark_id(str(row["origin_id"]), str(row["publisher"])) for row in links],
        hovertext=[f"{label(str(row['publisher']))} rests on {label(str(row['origin']))}" for row in links],
        hoverinfo="text", mode="markers", marker={"size": 16, "opacity": 0, "color": "#D55E00"}, showlegend=False,
        selected={"marker": {"opacity": 0.9}}, unselected={"marker": {"opacity": 0}},
    )  # fmt: skip
