"""Who is in the story: bars and heat map of mentions, first appearances."""

import pandas as pd
import plotly.graph_objects as go

from analysis.results import records
from dashboard.charts.cells import Axis, Cell, cell_grid
from dashboard.charts.marks import days_axis, label, labels, mark_id, whole_ticks
from dashboard.charts.reviewed import add_badges, add_legend, badge_places, signed, told
from dashboard.theme import Palette

_BLUES = ("#E6EAED", "#CBE3F3", "#A3D0EC", "#7FBCE2", "#5DA8D6")


def mentions_bars(frame: pd.DataFrame, palette: Palette) -> go.Figure:
    """How often is each actor named, and by which outlet? Bars, most named on top, one colour and pattern an outlet.

    Args:
        frame: From `summaries.mentions_by_actor_and_outlet`.
    """
    figure = go.Figure()
    order = list(dict.fromkeys(frame["entity_id"]))
    names = dict(zip(frame["entity_id"], frame["entity"], strict=True))
    for outlet in sorted(frame["publisher"].unique()):
        own = frame[frame["publisher"].eq(outlet)]
        figure.add_bar(
            y=[order.index(key) for key in own["entity_id"]],
            x=own["n_mentions"].tolist(),
            name=label(outlet, width=30, lines=2),
            orientation="h",
            marker=palette.fill(outlet),
            customdata=[mark_id(key, outlet) for key in own["entity_id"]],
            hovertext=[
                f"{label(n)}, {label(outlet)}: {k}" for n, k in zip(own["entity"], own["n_mentions"], strict=True)
            ],
            hoverinfo="text",
        )
    totals = frame.groupby("entity_id")["n_mentions"].sum()
    sums = {str(key): float(total) for key, total in totals.items()}
    reviews = dict(zip(frame["entity_id"], frame["review"], strict=True))
    add_badges(figure, badge_places(order, reviews, sums, reach=max(sums.values(), default=1)))
    figure.update_layout(
        barmode="stack", bargap=0.3, height=90 + 30 * max(len(order), 2), clickmode="event+select", dragmode=False
    )
    ticks = labels([names[key] for key in order], width=34, lines=1)
    figure.update_yaxes(tickvals=list(range(len(order))), ticktext=ticks, range=[len(order) - 0.5, -0.5])
    figure.update_xaxes(
        title_text="mentions", rangemode="tozero", **whole_ticks(frame.groupby("entity_id")["n_mentions"].sum())
    )
    return figure


def mentions_heat(frame: pd.DataFrame) -> go.Figure:
    """Which outlet names which actor how often? A cell a pair, darker for more; a dash for never.

    Args:
        frame: From `summaries.mentions_by_actor_and_outlet`.
    """
    most = max(frame["n_mentions"].max() if len(frame) else 1, 1)
    counts = {(row["entity_id"], row["publisher"]): int(row["n_mentions"]) for row in records(frame)}
    names = dict(zip(frame["entity_id"], frame["entity"], strict=True))
    reviews = dict(zip(frame["entity_id"], frame["review"], strict=True))
    outlets = sorted(frame["publisher"].unique())
    cells = []
    for key, name in names.items():
        for outlet in outlets:
            n = counts.get((key, outlet), 0)
            shade = _BLUES[min(len(_BLUES) - 1, -(-n * (len(_BLUES) - 1) // most))]
            cells.append(
                Cell(
                    row=key, column=outlet, text=str(n) if n else "–", colour=shade,
                    mark=mark_id(key, outlet), hover=f"{label(name)}, {label(outlet)}: {n}{told(reviews[key])}",
                )
            )  # fmt: skip
    rows = [signed(label(name, width=40), reviews[key]) for key, name in names.items()]
    return cell_grid(
        cells,
        rows=Axis(keys=list(names), names=rows, is_label=True),
        columns=Axis(keys=outlets, names=outlets, width=14),
        reviews=list(reviews.values()),
    )


def first_appearances(frame: pd.DataFrame, palette: Palette) -> go.Figure:
    """When does each actor enter the story, and in which outlet?

    Args:
        frame: From `summaries.first_appearances`.
    """
    figure = go.Figure()
    order = list(frame["entity_id"])
    for outlet in sorted(frame["publisher"].unique()):
        own = frame[frame["publisher"].eq(outlet)]
        figure.add_scatter(
            x=own["published_on"].tolist(),
            y=[order.index(key) for key in own["entity_id"]],
            mode="markers+text",
            text=[signed("  ", review) for review in own["review"]],
            textposition="middle right",
            name=label(outlet, width=30, lines=2),
            marker={"color": palette.colour(outlet), "symbol": palette.symbol(outlet), "size": 14},
            customdata=[mark_id(key, outlet) for key in own["entity_id"]],
            hovertext=[f"{label(row['entity'])}: {row['published_on']}{told(row['review'])}" for row in records(own)],
            hoverinfo="text",
        )
    add_legend(figure, frame["review"])
    figure.update_layout(height=90 + 28 * max(len(order), 2), clickmode="event+select", dragmode=False)
    figure.update_yaxes(
        tickvals=list(range(len(order))), ticktext=labels(frame["entity"], width=34, lines=1),
        range=[len(order) - 0.5, -0.5],
    )  # fmt: skip
    return figure.update_xaxes(**days_axis(frame["published_on"], room=2)) if order else figure
