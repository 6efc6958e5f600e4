"""Where outlets agree: claims by outlet, outlets by outlet."""

import pandas as pd
import plotly.graph_objects as go

from analysis.palette import ALPHA_COLOURS, CLAIM_COLOURS, NO_ALPHA_COLOUR, alpha_colour
from analysis.results import records
from analysis.summaries.claims import (
    BOTH,
    CONTRADICTED,
    CONTRADICTS,
    CORROBORATED,
    LEAVES_OUT,
    REPORTS,
    SINGLE_SOURCE,
    in_count,
)
from dashboard.charts.cells import Axis, Cell, cell_grid
from dashboard.charts.marks import label, mark_id, short_names

STATE_SIGNS = {
    REPORTS: "✓<br>reports", BOTH: "⇄<br>reports both", CONTRADICTS: "≠<br>contradicts", LEAVES_OUT: "–<br>leaves out",
}  # fmt: skip
STATUS_SIGNS = {CONTRADICTED: "≠", CORROBORATED: "✓", SINGLE_SOURCE: "①"}
"""Signs of a claim's status, always written beside its name."""
_ALPHA_LEGEND = (
    ("below chance", ALPHA_COLOURS[0][1]), ("about chance", ALPHA_COLOURS[2][1]), ("above chance", ALPHA_COLOURS[4][1]),
    ("not to be leaned on", NO_ALPHA_COLOUR),
)  # fmt: skip
CLAIM_WIDTH = 44
"""Characters of a claim in one line on the left of the map."""


def claim_map(frame: pd.DataFrame, *, with_origins: bool = False) -> go.Figure:
    """Which outlet reports, contradicts or leaves out which claim?

    Args:
        frame: From `summaries.claim_map`.
        with_origins: Write into each cell the origin that the outlet's passage rests on.
    """
    claims = {row["group_id"]: row for row in records(frame)}
    outlets = sorted(frame["publisher"].unique())
    short = short_names(outlets)
    cells = [
        Cell(
            row=row["group_id"], column=row["publisher"], text=_state(row, with_origins=with_origins),
            colour=CLAIM_COLOURS[row["state"]], is_faint=row["state"] == LEAVES_OUT,
            mark=mark_id(row["group_id"], row["publisher"]), review=row["review"],
            hover=f"{label(row['publisher'])} {row['state']}:<br>{label(row['claim'], width=70, lines=5)}",
        )
        for row in records(frame)
    ]  # fmt: skip
    return cell_grid(
        cells,
        rows=Axis(keys=list(claims), names=[_claim_label(row) for row in claims.values()], is_label=True),
        columns=Axis(keys=outlets, names=[short[outlet] for outlet in outlets], width=11),
    )


def pair_matrix(frame: pd.DataFrame) -> go.Figure:
    """How far do two outlets agree beyond chance? Krippendorff's alpha with its interval, each pair once.

    Args:
        frame: From `summaries.pair_matrix`.
    """
    outlets = sorted({*frame["publisher_a"], *frame["publisher_b"]})
    short = short_names(outlets)
    names = [short[outlet] for outlet in outlets]
    pairs = [row for row in records(frame) if row["publisher_a"] > row["publisher_b"]]
    cells = [
        Cell(
            row=row["publisher_a"], column=row["publisher_b"], text=_alpha(row),
            colour=alpha_colour(row["alpha"], is_reliable=not row["warning"]),
            hover=_pair_hover(row), mark=mark_id(row["publisher_a"], row["publisher_b"]),
        )
        for row in pairs
    ]  # fmt: skip
    return cell_grid(
        cells,
        rows=Axis(keys=outlets[1:], names=names[1:], width=24),
        columns=Axis(keys=outlets[:-1], names=names[:-1], width=13),
        legend=_ALPHA_LEGEND if cells else (),
    )


def _claim_label(row: dict[str, object]) -> str:
    """The claim in two lines, and under it its status and on how many outlets and origins it rests."""
    status = str(row["status"])
    count = in_count(int(str(row["n_outlets"])), int(str(row["n_origins"])))
    claim = label(str(row["claim"]), width=CLAIM_WIDTH, lines=2)
    return f"{claim}<br><b>{STATUS_SIGNS.get(status, '')} {label(status)}</b> · {count}"


def _state(row: dict[str, object], *, with_origins: bool) -> str:
    """Sign and word of a cell; where an origin shows, it takes the word's place beside the sign."""
    state = str(row["state"])
    if with_origins and row["origin"]:
        return f"{STATE_SIGNS[state][0]} via<br>{label(str(row['origin']), width=12, lines=2)}"
    return STATE_SIGNS[state]


def _alpha(row: dict[str, object]) -> str:
    if row["alpha"] is None:
        return "⚠ cannot<br>be computed"
    low, high = row["alpha_low"], row["alpha_high"]
    interval = "no interval" if low is None or high is None else f"{_signed(low)} to {_signed(high)}"
    return f"{'⚠ ' if row['warning'] else ''}{_signed(row['alpha'])}<br>{interval}"


def _signed(value: object) -> str:
    return f"{float(str(value)):.2f}".replace("-", "−")


def _pair_hover(row: dict[str, object]) -> str:
    hover = f"{label(str(row['publisher_a']))} and {label(str(row['publisher_b']))}: {row['n_units']} compared"
    return f"{hover}<br>⚠ {label(str(row['warning']), width=60)}" if row["warning"] else hover
