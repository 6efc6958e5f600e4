"""The codes and numbers that are written on the map of the world, none on another."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.briefing.borders import Point, outlines, projected, unprojected
from analysis.briefing.label_places import Label, place_labels
from analysis.palette import act_colour, ink_on
from analysis.places import is_small, place_of
from analysis.results import records
from dashboard.charts.reviewed import signed

_TYPE = {"size": 12, "shadow": "auto", "weight": 700}
_WIDTH, _CAPITAL, _LINE, _DOT = 850.0, 7.6, 15.0, 8.0
"""The map on a laptop's screen, a bold letter, a line of type, and a marker's radius [pixels]."""
_SCALE = _WIDTH / 2 / projected((180.0, 0.0))[0]


def has_marker(code: str) -> bool:
    """Whether a country is too small to be seen and has a marker at its seat of government."""
    return is_small(code) and place_of(code) is not None


def country_names(frame: pd.DataFrame) -> list[go.Scattergeo]:
    """A text for each country, over its area or beside its marker, and lines from those that had to make room.

    Those with the most responses are placed first; one for which there is no room is left to what its mark says.

    Args:
        frame: From `summaries.responses_by_country`.
    """
    rows = sorted(records(frame), key=lambda row: (-row["n_responses"], row["country_code"]))
    named = [(row, home) for row in rows if (home := _home(str(row["country_code"])))]
    labels = [
        Label(
            _on_page(home), len(_written(row)) * _CAPITAL, _LINE, _DOT if has_marker(str(row["country_code"])) else 0.0
        )
        for row, home in named
    ]
    inside: list[tuple[Point, str, str]] = []
    beside: list[tuple[Point, str]] = []
    lines: list[Point | None] = []
    for (row, _), label, placed in zip(named, labels, place_labels(labels), strict=True):
        if placed and placed.middle == label.home:
            inside.append((_on_globe(placed.middle), _written(row), ink_on(act_colour(str(row["act"])))))
        elif placed:
            beside.append((_on_globe(placed.middle), _written(row)))
            lines += [*map(_on_globe, placed.line), None] if placed.line else []
    return [_lines(lines), _texts(beside), _texts([item[:2] for item in inside], [item[2] for item in inside])]


def _home(code: str) -> Point | None:
    """Longitude and latitude of what is named: the middle of the country's land, or its capital."""
    capital = place_of(code)
    if code in outlines() and not has_marker(code):
        return outlines()[code].label
    return (capital[1], capital[0]) if capital else None


def _on_page(place: Point) -> Point:
    x, y = projected(place)
    return x * _SCALE, y * _SCALE


def _on_globe(place: Point) -> Point:
    return unprojected((place[0] / _SCALE, place[1] / _SCALE))


def _written(row: dict[Hashable, Any] | dict[str, Any]) -> str:
    return signed(f"{row['country_code']} {row['n_responses']}", row["review"])


def _texts(texts: list[tuple[Point, str]], colours: list[str] | None = None) -> go.Scattergeo:
    return go.Scattergeo(
        lon=[place[0] for place, _ in texts], lat=[place[1] for place, _ in texts], text=[text for _, text in texts],
        mode="text", hoverinfo="skip", showlegend=False, textfont={**_TYPE, "color": colours} if colours else _TYPE,
    )  # fmt: skip


def _lines(ends: list[Point | None]) -> go.Scattergeo:
    return go.Scattergeo(
        lon=[end and end[0] for end in ends], lat=[end and end[1] for end in ends], mode="lines",
        line={"width": 1, "color": "#6B7785"}, hoverinfo="skip", showlegend=False,
    )  # fmt: skip
