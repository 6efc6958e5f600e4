"""How bars are filled in SVG: a colour, under a pattern for those who cannot tell colours apart."""

from collections.abc import Sequence

from analysis.briefing.figure import Series
from analysis.briefing.markup import Element, element
from analysis.palette import shade_on

_LINES = (
    "", "M0,8 L8,0 M-2,2 L2,-2 M6,10 L10,6", "M0,8 L8,0 M0,0 L8,8", "M2,2 h2 v2 h-2 Z M6,6 h2 v2 h-2 Z",
    "M0,0 L8,8 M-2,6 L2,10 M6,-2 L10,2", "M0,4 H8 M4,0 V8", "M0,4 H8", "M4,0 V8",
)  # fmt: skip
"""By the number of a series' pattern: its lines in a square of 8 user units."""


def fill_of(series: Series, key: str) -> str:
    """The fill of the series' bars.

    Args:
        series: The series.
        key: Of the figure, so that two figures of one page never share a pattern's name.
    """
    return f"url(#{_name(series, key)})" if series.pattern else series.colour


def patterns(series: Sequence[Series], key: str) -> list[Element]:
    """What the fills refer to; nothing where every series is plain."""
    made = [_pattern(item, key) for item in series if item.pattern]
    return [element("defs", *made)] if made else []


def _pattern(series: Series, key: str) -> Element:
    ground = element("rect", width=8, height=8, fill=series.colour)
    lines = element("path", d=_LINES[series.pattern], stroke=shade_on(series.colour), stroke_width=1.5, fill="none")
    made = element("pattern", ground, lines, id=_name(series, key), width=8, height=8)
    made.set("patternUnits", "userSpaceOnUse")
    return made


def _name(series: Series, key: str) -> str:
    return f"{key}-{series.pattern}-{series.colour.removeprefix('#')}"
