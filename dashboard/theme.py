"""Patterns, symbols and the look of charts; colours and the order of acts are those of `analysis.palette`.

Colour never stands alone: outlets have a pattern or symbol too, acts are written out.
"""

import functools
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from analysis.palette import UNKNOWN_COLOUR, ink_on, outlet_colours

PATTERNS = ("", "/", "x", ".", "\\", "+", "-", "|")
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "x", "star", "hexagon")
FONT = "Source Sans, Segoe UI, Helvetica, Arial, sans-serif"


WIDGET_STYLE = """<style>
[role="tab"][aria-selected="true"], button[data-variant][data-selected="true"] {color: inherit !important;}
[role="tab"][aria-selected="true"] *, button[data-variant][data-selected="true"] * {color: inherit !important;}
[role="tab"][aria-selected="true"] p, button[data-variant][data-selected="true"] p {font-weight: 650;}
</style>"""
"""One colour cannot be read both as text on the dark theme and under the white text of buttons (WCAG AA asks 4.5 to 1
of both), so chosen tabs and pills keep the colour of text and are told by weight and underline."""


BUTTON_STYLE = """
button {font: inherit; font-size: .875rem; color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius, 6px); padding: .25rem .75rem;
  min-height: 2.5rem; cursor: pointer;}
button::before {content: "\\2193\\00a0";}
button:disabled {opacity: .4; cursor: not-allowed;}
button:not(:disabled):hover, button:focus-visible {
  border-color: var(--st-primary-color); color: var(--st-primary-color);}
button:focus-visible {outline: 2px solid var(--st-primary-color); outline-offset: 2px;}
"""
"""A button that saves something, in a component of our own, which the page's styles do not reach."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Fixed colours and patterns of outlets: an outlet keeps its own when others are filtered away."""

    outlets: tuple[str, ...]

    def colour(self, outlet: str) -> str:
        """The outlet's colour."""
        return outlet_colours(self.outlets).get(outlet, UNKNOWN_COLOUR)

    def pattern(self, outlet: str) -> str:
        """The outlet's fill pattern, plotly's name."""
        return PATTERNS[self._number(outlet) % len(PATTERNS)]

    def fill(self, outlet: str) -> dict[str, Any]:
        """The outlet's colour and pattern as plotly's marker of a bar."""
        colour = self.colour(outlet)
        pattern = {"shape": self.pattern(outlet), "fillmode": "overlay", "fgcolor": ink_on(colour), "fgopacity": 0.4}
        line = {"width": 1, "color": "rgba(128,140,150,.7)"}
        return {"color": colour, "pattern": {**pattern, "size": 7, "solidity": 0.25}, "line": line}

    def symbol(self, outlet: str) -> str:
        """The outlet's marker, plotly's name."""
        return SYMBOLS[self._number(outlet) % len(SYMBOLS)]

    def _number(self, outlet: str) -> int:
        return self.outlets.index(outlet) if outlet in self.outlets else len(self.outlets)


@functools.cache
def template(*, dark: bool) -> go.layout.Template:
    """The look of every chart, which a figure copies.

    Set explicitly, since importing streamlit replaces plotly's default by placeholders.
    """
    ink, paper, line = ("#E8EDF2", "#12181F", "#34414D") if dark else ("#0A0F14", "#FFFFFF", "#D5DBE1")
    axis = {"gridcolor": line, "linecolor": line, "zerolinecolor": line, "automargin": True, "ticks": ""}
    layout = go.Layout(
        font={"family": FONT, "size": 14, "color": ink},
        paper_bgcolor=paper,
        plot_bgcolor=paper,
        margin={"l": 8, "r": 8, "t": 34, "b": 8},
        hoverlabel={"font": {"family": FONT, "size": 14}, "align": "left"},
        legend={
            "orientation": "h",
            "yanchor": "bottom",
            "y": 1.02,
            "x": 0,
            "title": {"text": ""},
            "traceorder": "normal",
        },
        xaxis=axis,
        yaxis=axis,
        geo={
            "bgcolor": paper,
            "landcolor": "#26313B" if dark else "#EEF1F4",
            "coastlinecolor": line,
            "countrycolor": line,
            "framecolor": paper,
        },
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": ink, "activecolor": "#0072B2"},
    )
    return go.layout.Template(layout=layout)
