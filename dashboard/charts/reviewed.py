"""The signs at marks that an analyst checked or corrected; marks without one are the machine's."""

from collections.abc import Iterable, Sequence

import pandas as pd
import plotly.graph_objects as go

from analysis.palette import INK, PAPER
from analysis.summaries.reviews import MEANINGS, SIGNS

_BADGE = {"symbol": "circle", "size": 19, "color": PAPER, "line": {"width": 1.5, "color": INK}}


def signed(text: str, review: str) -> str:
    """A mark's label with its sign."""
    return f"{text} <b>{SIGNS[review]}</b>" if SIGNS[review] else text


def told(review: str) -> str:
    """What is added to a mark's words on hovering."""
    return f" ({MEANINGS[review]})" if review in MEANINGS else ""


def add_badges(figure: go.Figure, places: Iterable[tuple[object, object, str]]) -> None:
    """Draw a badge with the sign at each place whose review has one, and say in the legend what it means.

    Args:
        figure: Has its marks already.
        places: x, y and review of marks.
    """
    kept = [place for place in places if SIGNS[place[2]]]
    for review in MEANINGS:
        own = [place for place in kept if place[2] == review]
        if own:
            figure.add_scatter(
                x=[x for x, _, _ in own], y=[y for _, y, _ in own], mode="markers+text", marker=_BADGE,
                text=[SIGNS[review]] * len(own), textfont={"color": INK, "size": 12, "weight": 700},
                textposition="middle center", hoverinfo="skip", showlegend=False, cliponaxis=False,
                unselected={"marker": {"opacity": 1}},
            )  # fmt: skip
    add_legend(figure, (review for _, _, review in kept))


def add_legend(figure: go.Figure, reviews: Iterable[str], *, on_map: bool = False) -> None:
    """Name the signs that are drawn; on a map by a trace of the map, since another would bring axes with it."""
    found = set(reviews)
    for review in MEANINGS:
        if review in found:
            name = f"{SIGNS[review]} {MEANINGS[review]}"
            look = {"mode": "markers", "marker": {**_BADGE, "size": 12}, "name": name}
            figure.add_trace(
                go.Scattergeo(lat=[None], lon=[None], **look) if on_map else go.Scatter(x=[None], y=[None], **look)
            )
            figure.update_layout(showlegend=True)


def in_words(table: pd.DataFrame) -> str:
    """How many rows of a chart's table were checked and corrected, for those who cannot see the signs."""
    columns = [column for column in ("review", "review_a", "review_b") if column in table]
    counts = pd.concat([table[column] for column in columns]).value_counts() if columns else pd.Series(dtype="int64")
    words = [f"{SIGNS[review]} {counts[review]} {MEANINGS[review]}" for review in MEANINGS if review in counts]
    return f"Rows of the table: {' and '.join(words)}." if words else ""


def badge_places(
    keys: Sequence[str], reviews: dict[str, str], ends: dict[str, float], *, reach: float
) -> list[tuple[float, int, str]]:
    """Places behind the ends of bars, a row each.

    Args:
        keys: Of the rows, from top to bottom.
        reviews: By key.
        ends: Where each bar ends.
        reach: Where the longest ends.
    """
    return [(ends[key] + reach * 0.025, at, reviews[key]) for at, key in enumerate(keys)]
