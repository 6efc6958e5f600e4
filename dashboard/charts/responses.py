"""How countries responded: the country by outlet grid, the ladder over time, who addressed whom, calls."""

from collections.abc import Iterable

import pandas as pd
import plotly.graph_objects as go

from analysis.filters import SEPARATOR, act_name
from analysis.palette import STATE_COLOURS, act_colour, by_force
from analysis.results import records
from analysis.summaries.responses import STATES
from analysis.summaries.reviews import joined
from dashboard.charts.cells import EMPTY, GRID_CHARS, Axis, Cell, cell_grid
from dashboard.charts.marks import days_axis, label, labels, mark_id
from dashboard.charts.reviewed import add_legend, signed, told
from dashboard.theme import SYMBOLS

_OTHER = "#FFFFFF"
NOT_MENTIONED = STATES[-1]

SILENT_TEXT = {
    "responded": "other acts",
    "no statement": "no statement",
    "mentioned but not quoted": "mentioned,<br>not quoted",
    "not mentioned": "not mentioned",
}
"""What a cell without acts says; each kind of silence is a cell of its own."""


def response_grid(frame: pd.DataFrame) -> go.Figure:
    """What does each outlet report of each country: acts, or which kind of silence?

    Args:
        frame: From `summaries.response_grid`.
    """
    n_columns = frame["publisher"].nunique()
    cells = [_response_cell(row, n_columns) for row in records(frame)]
    countries = dict(zip(frame["country_code"], frame["country"], strict=True))
    outlets = sorted(frame["publisher"].unique())
    silent = [(state, _fill(state)) for state in STATES[2:] if frame["state"].eq(state).any()]
    return cell_grid(
        cells,
        rows=Axis(keys=list(countries), names=list(countries.values()), width=22),
        columns=Axis(keys=outlets, names=outlets, width=14),
        legend=[*_act_legend(_leading(acts) for acts in frame["acts"]), *silent],
    )


def _response_cell(row: dict[str, str], n_columns: int) -> Cell:
    acts = [act for act in row["acts"].split(SEPARATOR) if act]
    if acts:
        text, colour = cell_text(acts, n_columns=n_columns), act_colour(by_force(acts)[0])
    else:
        text, colour = SILENT_TEXT[row["state"]], _OTHER if row["state"] == STATES[0] else STATE_COLOURS[row["state"]]
    words = ", ".join(act_name(act) for act in acts) or row["state"]
    return Cell(
        row=row["country_code"],
        column=row["publisher"],
        text=text,
        colour=colour,
        is_faint=row["state"] == NOT_MENTIONED,
        mark=mark_id(row["country_code"], row["publisher"]),
        review=row["review"],
        hover=f"{label(row['country'])} in {label(row['publisher'])}: {words}",
    )


def _fill(state: str) -> str:
    return EMPTY if state == NOT_MENTIONED else STATE_COLOURS[state]


def cell_text(acts: Iterable[str], *, n_columns: int, most: int = 4, used: int = 0) -> str:
    """Acts as the text of a cell, most forceful first; more than `most` end in a count.

    Args:
        n_columns: Columns of the grid: the more there are, the fewer acts stand in a line.
        used: What stands before the acts in their first line [characters].
    """
    ranked = by_force(acts)
    names = [act_name(act) for act in ranked[:most]]
    if len(ranked) > most:
        names[-1] = f"+{len(ranked) - most + 1} more"
    lines = [names[0]]
    for name in names[1:]:
        joined = f"{lines[-1]}, {name}"
        if len(joined) + (used if len(lines) == 1 else 0) <= GRID_CHARS // n_columns:
            lines[-1] = joined
        else:
            lines.append(name)
    return ",<br>".join(lines)


def _leading(acts: str) -> str:
    return next(iter(by_force(act for act in acts.split(SEPARATOR) if act)), "")


def _act_legend(acts: Iterable[str]) -> list[tuple[str, str]]:
    return [(act_name(act), act_colour(act)) for act in by_force(act for act in acts if act)]


_MOST_WRITTEN_DAYS = 6
"""Days up to which there is room to write the acts beside their marks."""


def response_ladder(frame: pd.DataFrame) -> go.Figure:
    """When did each country do what? Acts by date of the article that reports them, one row a country.

    Acts of one country on one day stand side by side within the row, so that none hides another.

    Args:
        frame: Dated rows of `summaries.response_ladder`.
    """
    keys = ["country_code", "country", "published_on", "act"]
    groups = frame[frame["published_on"].ne("")].groupby(keys, sort=False)
    counts = groups.agg(n=("act", "size"), review=("review", joined)).reset_index()
    if counts.empty:
        return go.Figure()
    countries = list(dict.fromkeys(counts["country"]))
    days = counts.groupby(["country_code", "published_on"])
    counts["y"] = counts["country"].map(countries.index)
    counts["y"] += (days.cumcount() + 0.5) / days["act"].transform("size") - 0.5
    figure = go.Figure()
    written = counts["published_on"].nunique() <= _MOST_WRITTEN_DAYS
    for number, act in enumerate(by_force(counts["act"])):
        own = records(counts[counts["act"].eq(act)])
        figure.add_scatter(
            x=[row["published_on"] for row in own], y=[row["y"] for row in own], name=act_name(act),
            showlegend=not written, mode="markers+text",
            text=[signed(f"  {act_name(act)}" if written else "", row["review"]) for row in own],
            textposition="middle right", textfont={"size": 12},
            marker={
                "symbol": SYMBOLS[number % len(SYMBOLS)], "size": [min(8 + 2 * row["n"], 16) for row in own],
                "color": act_colour(act), "opacity": 1, "line": {"width": 1, "color": "#5A6672"},
            },
            customdata=[mark_id(row["country_code"], "", act) for row in own],
            hovertext=[
                f"{label(row['country'])}, {row['published_on']}: {act_name(act)} ({row['n']}){told(row['review'])}"
                for row in own
            ],
            hoverinfo="text",
        )  # fmt: skip
    n = len(countries)
    height = 110 + n * max(34, 17 * int(days.size().max()))
    figure.update_layout(height=height, clickmode="event+select", dragmode=False, hovermode="closest")
    figure.update_yaxes(
        tickvals=list(range(n)), ticktext=labels(countries, width=24, lines=1), range=[n - 0.5, -0.5], showgrid=False,
        zeroline=False,
    )  # fmt: skip
    add_legend(figure, counts["review"])
    for edge in range(1, n):
        figure.add_hline(y=edge - 0.5, line={"width": 1, "color": "rgba(130,145,160,.45)"})
    return figure.update_xaxes(**days_axis(counts["published_on"]))


def dyad_grid(frame: pd.DataFrame) -> go.Figure:
    """Who addressed whom, and how? Rows act, columns are addressed.

    Args:
        frame: From `summaries.dyads`.
    """
    cells = []
    n_columns = max(frame["target_code"].nunique(), 1)
    for (code, target), own in frame.groupby(["country_code", "target_code"], sort=True):
        acts = list(own["act"])
        names = (own["country"].iloc[0], own["target"].iloc[0])
        words = ", ".join(f"{act_name(row['act'])} ({row['n_responses']})" for row in records(own))
        cells.append(
            Cell(
                row=str(code), column=str(target), text=cell_text(acts, n_columns=n_columns),
                colour=act_colour(by_force(acts)[0]), mark=mark_id(str(code), "", "", str(target)),
                hover=f"{label(names[0])} to {label(names[1])}: {words}", review=joined(own["review"]),
            )
        )  # fmt: skip
    rows = dict(sorted(zip(frame["country_code"], frame["country"], strict=True), key=lambda item: item[1]))
    columns = dict(sorted(zip(frame["target_code"], frame["target"], strict=True), key=lambda item: item[1]))
    return cell_grid(
        cells,
        rows=Axis(keys=list(rows), names=list(rows.values()), width=22),
        columns=Axis(keys=list(columns), names=list(columns.values()), width=13),
        legend=_act_legend(by_force(own["act"])[0] for _, own in frame.groupby(["country_code", "target_code"])),
    )


def call_grid(frame: pd.DataFrame) -> go.Figure:
    """What does each outlet report of each call or meeting, side by side? Rows are pairs of countries.

    Args:
        frame: From `summaries.calls`.
    """
    outlets = sorted(frame["publisher"].unique())
    pairs = {mark_id(row["country_code_a"], row["country_code_b"]): row for row in records(frame)}
    return cell_grid(
        [_call_cell(row, len(outlets)) for row in records(frame)],
        rows=Axis(
            keys=list(pairs), names=[f"{row['country_a']} and {row['country_b']}" for row in pairs.values()], width=20
        ),
        columns=Axis(keys=outlets, names=outlets, width=14),
    )


def _call_cell(row: dict[str, str], n_outlets: int) -> Cell:
    sides = [
        (row[f"country_code_{side}"], [act for act in row[f"acts_{side}"].split(SEPARATOR) if act]) for side in "ab"
    ]
    acts = [act for _, own in sides for act in own]
    lines = [f"{code}: {cell_text(own, n_columns=n_outlets, most=3, used=5)}" for code, own in sides if own]
    codes = (row["country_code_a"], row["country_code_b"])
    return Cell(
        row=mark_id(*codes),
        column=row["publisher"],
        text="<br>".join(lines) or "not reported",
        colour=act_colour(by_force(acts)[0]) if acts else STATE_COLOURS["not mentioned"],
        mark=mark_id(*codes, row["publisher"]),
        review=row["review"],
        hover=f"{label(row['country_a'])} and {label(row['country_b'])} in {label(row['publisher'])}",
    )
