"""A grid of coloured cells with text in them: the shape of every heat map, matrix and map of claims."""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import plotly.graph_objects as go

from analysis.corrections import MACHINE
from analysis.palette import INK, PAPER, ink_on
from dashboard.charts.marks import label, labels
from dashboard.charts.reviewed import add_badges, add_legend, told

LINE_HEIGHT, PADDING = 17, 14
"""Height of a line of text in a row, and what stands around it [pixels at 1280]."""
SCREEN_WIDTH = 890
"""Width of a chart on a screen of 1280 pixels, beside the menu [pixels]."""
TEXT_SIZES = (13, 12, 11)
"""Sizes of the text in cells; the largest with which every line stands within its column [pixels]."""
_CHAR_WIDTH, _NAME_WIDTH, _GAP = 0.47, 6.3, 4
"""Mean width of a character [share of the size of text], and of a name's on the left [pixels]; what stands free in a
column beside its text [pixels]."""
GRID_CHARS = 104
"""Characters that fit side by side into all cells of a row at 1280 pixels."""
_NAME_CHARS = 8, 12
"""A column's name is not wrapped narrower than this, and asks for no column wider than that [characters]."""
EMPTY = "rgba(127, 137, 147, 0.13)"
"""Fill of cells that say that there is nothing: a breath of grey on the paper of either theme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell; `mark` names it for a click, `hover` is label text already, `is_faint` says that it holds nothing.

    `review`: whether what it says is the machine's, or was checked or corrected by the analyst.
    """

    row: str
    column: str
    text: str
    colour: str
    mark: str = ""
    hover: str = ""
    is_faint: bool = False
    review: str = MACHINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Keys of rows or columns in order, with what to write for each.

    Attributes:
        width: Names are wrapped here [characters].
        is_label: The names are label text already, lines broken by `<br>`.
    """

    keys: Sequence[str]
    names: Sequence[str]
    width: int = 16
    is_label: bool = False

    @property
    def ticks(self) -> list[str]:
        """What is written."""
        return list(self.names) if self.is_label else labels(self.names, width=self.width)

    @property
    def lines(self) -> int:
        """Lines of the longest name."""
        return max((tick.count("<br>") + 1 for tick in self.ticks), default=1)

    @property
    def pixels(self) -> float:
        """Width of the names on the left."""
        return _NAME_WIDTH * longest_line(self.ticks)


def cell_grid(
    cells: Sequence[Cell],
    *,
    rows: Axis,
    columns: Axis,
    legend: Sequence[tuple[str, str]] = (),
    reviews: Sequence[str] = (),
) -> go.Figure:
    """The grid, rows from top to bottom.

    A heat map cannot be clicked in plotly's selection model, so invisible markers lie over its cells. The figure's meta
    says with how many pixels its text still stands within its columns, so that a narrower screen can scroll it.

    Args:
        cells: Cells; those of rows or columns that are not on the axes are left out.
        rows: What stands on the left.
        columns: What stands on top.
        legend: Name and colour of each meaning of a colour.
        reviews: Of rows whose names carry their signs.
    """
    at_row = {key: number for number, key in enumerate(rows.keys)}
    at_column = {key: number for number, key in enumerate(columns.keys)}
    drawn = [cell for cell in cells if cell.row in at_row and cell.column in at_column]
    size, columns, least_width = _fitting(drawn, rows, columns)
    figure = go.Figure()
    for ink in (INK, PAPER):
        own = [cell for cell in drawn if not cell.is_faint and ink_on(cell.colour) == ink]
        figure.add_trace(_heat(own, at_row, at_column, ink))
    faint = [cell for cell in drawn if cell.is_faint]
    figure.add_trace(_heat([replace(cell, colour=EMPTY, text="") for cell in faint], at_row, at_column, INK))
    figure.add_trace(_words(faint, at_row, at_column))
    figure.update_traces(textfont_size=size)
    figure.update_layout(meta={"least_width": least_width})
    figure.add_trace(_targets(drawn, at_row, at_column))
    corner = [(at_column[cell.column] + 0.4, at_row[cell.row] - 0.28, cell.review) for cell in drawn]
    for name, colour in legend:
        marker = {"symbol": "square", "size": 13, "color": colour, "line": {"width": 1, "color": "#667"}}
        figure.add_scatter(x=[None], y=[None], mode="markers", name=label(name), marker=marker)
    add_badges(figure, corner)
    add_legend(figure, reviews)
    has_legend = bool(legend) or any(review != MACHINE for review in (*reviews, *(cell.review for cell in drawn)))
    lines = max((cell.text.count("<br>") + 1 for cell in drawn), default=1)
    lines = max(lines, rows.lines)
    _draw_axes(figure, rows, columns, row_height=PADDING + LINE_HEIGHT * lines, has_legend=has_legend)
    return figure


def longest_line(texts: Iterable[str]) -> int:
    """The longest line of label texts [characters]."""
    lines = (re.sub("<[^>]*>", "", line) for text in texts for line in text.split("<br>"))
    return max((len(html.unescape(line)) for line in lines), default=0)


def _fitting(cells: Sequence[Cell], rows: Axis, columns: Axis) -> tuple[int, Axis, int]:
    """Size of the cells' text, the columns with names wrapped to it, and the least width of the whole [pixels]."""
    n_columns = max(len(columns.keys), 1)
    longest = longest_line(cell.text for cell in cells)
    room = (SCREEN_WIDTH - rows.pixels) / n_columns
    widths = {size: _CHAR_WIDTH * size * longest + _GAP for size in TEXT_SIZES}
    size = next((size for size in TEXT_SIZES if widths[size] <= room), TEXT_SIZES[-1])
    narrowest, widest = _NAME_CHARS
    wrapped = max(min(columns.width, int(max(room, widths[size]) / _NAME_WIDTH)), narrowest)
    columns = replace(columns, width=wrapped)
    name = _NAME_WIDTH * min(longest_line(columns.ticks), widest)
    return size, columns, round(rows.pixels + n_columns * max(widths[size], name))


def _heat(cells: Sequence[Cell], at_row: dict[str, int], at_column: dict[str, int], ink: str) -> go.Heatmap:
    """The cells whose text has one ink: a heat map knows a single text colour."""
    colours = sorted({cell.colour for cell in cells}) or [PAPER]
    z: list[list[int | None]] = [[None] * len(at_column) for _ in at_row]
    text = [[""] * len(at_column) for _ in at_row]
    for cell in cells:
        z[at_row[cell.row]][at_column[cell.column]] = colours.index(cell.colour)
        text[at_row[cell.row]][at_column[cell.column]] = cell.text
    n = len(colours)
    return go.Heatmap(
        z=z, text=text, texttemplate="%{text}", textfont={"color": ink, "size": 13}, hoverinfo="skip",
        colorscale=[(edge / n, colour) for at, colour in enumerate(colours) for edge in (at, at + 1)],
        zmin=-0.5, zmax=n - 0.5, showscale=False, xgap=3, ygap=3, hoverongaps=False,
    )  # fmt: skip


def _words(cells: Sequence[Cell], at_row: dict[str, int], at_column: dict[str, int]) -> go.Scatter:
    """The text of cells on the bare paper, in the ink of the theme: no ink of ours is read on both."""
    return go.Scatter(
        x=[at_column[cell.column] for cell in cells],
        y=[at_row[cell.row] for cell in cells],
        text=[cell.text for cell in cells],
        mode="text", textfont={"size": 13}, hoverinfo="skip", showlegend=False, cliponaxis=False,
        unselected={"textfont": {"color": None}},
    )  # fmt: skip


def _targets(cells: Sequence[Cell], at_row: dict[str, int], at_column: dict[str, int]) -> go.Scatter:
    marker = {"symbol": "square-open", "size": 34, "color": "#111111", "opacity": 0, "line": {"width": 3}}
    return go.Scatter(
        x=[at_column[cell.column] for cell in cells],
        y=[at_row[cell.row] for cell in cells],
        customdata=[cell.mark for cell in cells],
        hovertext=[(cell.hover or cell.text) + told(cell.review) for cell in cells],
        hoverinfo="text", mode="markers", marker=marker, showlegend=False,
        selected={"marker": {"opacity": 0.8}}, unselected={"marker": {"opacity": 0}},
    )  # fmt: skip


def _draw_axes(figure: go.Figure, rows: Axis, columns: Axis, *, row_height: int, has_legend: bool) -> None:
    n_rows, n_columns = len(rows.keys), len(columns.keys)
    top, bottom = 12 + 18 * columns.lines, 70 if has_legend else 8
    figure.update_layout(
        height=top + bottom + row_height * max(n_rows, 1),
        margin={"t": top, "b": bottom},
        hovermode="closest",
        hoverdistance=-1,
        clickmode="event+select",
        dragmode=False,
        legend={"y": 0, "yanchor": "top", "yref": "paper"},
    )
    common = {"showgrid": False, "zeroline": False, "showline": False, "fixedrange": True, "tickmode": "array"}
    figure.update_xaxes(
        side="top", tickvals=list(range(n_columns)), ticktext=columns.ticks, tickangle=0,
        range=[-0.5, max(n_columns, 1) - 0.5], **common,
    )  # fmt: skip
    figure.update_yaxes(
        tickvals=list(range(n_rows)), ticktext=rows.ticks,
        range=[max(n_rows, 1) - 0.5, -0.5], **common,
    )  # fmt: skip
