"""Charts as pictures that can stand alone: each under its title, over a foot that says what it shows and rests on."""

import textwrap

from analysis.briefing.brief import Brief
from analysis.briefing.figure import Figure
from analysis.briefing.markup import Element, element, xml
from analysis.briefing.proof import described, evidence_words, footnote
from analysis.briefing.svg import can_draw, draw_chart
from analysis.briefing.text import one_line
from analysis.palette import INK, PAPER

_EDGE = 14.0
_TITLE, _TEXT, _FOOT = 22.0, 14.0, 11.0
"""Sizes of the type [user units]."""
_CHARACTER = 0.54
"""Width of an average character over the size of the type."""
_LEADING = 1.4


def pictures_of(brief: Brief) -> dict[str, str]:
    """The charts as SVG text by file name, in their order; tables and quotations have none."""
    return {
        f"{number:02}-{figure.key}.svg": xml(draw_picture(brief, figure))
        for number, figure in enumerate(brief.figures, 1)
        if can_draw(figure)
    }


def draw_picture(brief: Brief, figure: Figure) -> Element:
    """The chart with its title, the analyst's caption or its question, the filters, the sources and the version.

    Args:
        brief: Whose figure it is.
        figure: One that `can_draw` says yes to.
    """
    chart = draw_chart(figure)
    _, _, width, chart_height = map(float, chart.attrib["viewBox"].split())
    parts: list[Element] = []
    top = _EDGE
    top = _write(parts, figure.title, top, width, size=_TITLE, weight="bold")
    top = _write(parts, figure.caption or figure.question, top, width, size=_TEXT) + 4
    chart.attrib |= {"x": "0", "y": f"{top:.1f}", "width": f"{width:.0f}", "height": f"{chart_height:.0f}"}
    parts.append(chart)
    top += chart_height
    for line in (figure.note, evidence_words(brief, figure), footnote(brief)):
        top = _write(parts, line, top, width, size=_FOOT)
    height = top + _EDGE
    return element(
        "svg", element("title", one_line(figure.title)), element("desc", described(figure)),
        element("rect", x=0.0, y=0.0, width=width, height=height, fill=PAPER), *parts,
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width:.0f} {height:.0f}", width=f"{width:.0f}",
        height=f"{height:.0f}", role="img", font_family=chart.attrib["font-family"], fill=INK,
    )  # fmt: skip


def _write(parts: list[Element], text: str, top: float, width: float, *, size: float, weight: str = "normal") -> float:
    """Add the text in as many lines as it needs, and say where it ends."""
    lines = textwrap.wrap(one_line(text), int((width - 2 * _EDGE) / (size * _CHARACTER)))
    for at, line in enumerate(lines, 1):
        baseline = top + at * size * _LEADING - size * 0.4
        parts.append(element("text", line, x=_EDGE, y=baseline, font_size=size, font_weight=weight))
    return top + len(lines) * size * _LEADING
