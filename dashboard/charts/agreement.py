"""Where outlets agree: claims by outlet, outlets by outlet."""

import pandas as pd
import plotly.graph_objects as go

from analysis.palette import CLAIM_COLOURS
from analysis.results import records
from dashboard.charts.cells import Axis, Cell, cell_grid
from dashboard.charts.marks import label, mark_id

STATE_SIGNS = {"reports": "✓ reports", "contradicts": "≠ contradicts", "leaves out": "–"}


def claim_map(frame: pd.DataFrame) -> go.Figure:
    """Which outlet reports, contradicts or leaves out which claim?

    Args:
        frame: From `summaries.claim_map`.
    """
    claims = dict(zip(frame["group_id"], frame["claim"], strict=True))
    outlets = sorted(frame["publisher"].unique())
    cells = [
        Cell(
            row=row["group_id"], column=row["publisher"], text=STATE_SIGNS[row["state"]],
            colour=CLAIM_COLOURS[row["state"]],
            mark=mark_id(row['group_id'], row['publisher']),
            hover=f"{label(row['publisher'])} {row['state']}:<br>{label(row['claim'], width=70, lines=5)}",
        )
        for row in records(frame)
    ]  # fmt: skip
    return cell_grid(
        cells,
        rows=Axis(keys=list(claims), names=list(claims.values()), width=52),
        columns=Axis(keys=outlets, names=outlets, width=13),
    )


def pair_matrix(frame: pd.DataFrame) -> go.Figure:
    """How far do two outlets agree beyond chance? Krippendorff's alpha with its interval in each cell.

    Args:
        frame: From `summaries.pair_matrix`.
    """
    outlets = sorted({*frame["publisher_a"], *frame["publisher_b"]})
    cells = []
    for row in records(frame):
        known = pd.notna(row["alpha"])
        interval = f"{row['alpha_low']:.2f} to {row['alpha_high']:.2f}" if pd.notna(row["alpha_low"]) else "no interval"
        text = f"{row['alpha']:.2f}<br>{interval}" if known else "cannot<br>be computed"
        hover = f"{label(row['publisher_a'])} and {label(row['publisher_b'])}: {row['n_units']} compared"
        if row["warning"]:
            text, hover = f"{text} ⚠", f"{hover}<br>⚠ {label(row['warning'], width=60)}"
        cells.append(
            Cell(row=row["publisher_a"], column=row["publisher_b"], text=text, colour=_shade(row), hover=hover)
        )
    axis = Axis(keys=outlets, names=outlets, width=16)
    return cell_grid(cells, rows=axis, columns=axis)


def _shade(row: dict[str, object]) -> str:
    """White towards green above chance, towards orange below; grey where nothing can be said."""
    alpha = row["alpha"]
    if not isinstance(alpha, float) or pd.isna(alpha):
        return "#DDE2E6"
    steps = ((-0.2, "#E8894A"), (0.0, "#F5C9A8"), (0.2, "#F4F6F8"), (0.5, "#C9EADD"), (0.8, "#8FD6BD"))
    return next((colour for bound, colour in steps if alpha < bound), "#5CC2A0")
