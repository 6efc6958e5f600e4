"""Charts drawn as SVG without a browser or a network: the same bars, colours and order as on the screen."""

import textwrap

from analysis.briefing.figure import Bars, Figure, Grid, Map, Network, Series
from analysis.briefing.markup import Element, element
from analysis.briefing.network_drawing import draw_network
from analysis.briefing.proof import described
from analysis.briefing.svg_fill import fill_of, patterns
from analysis.briefing.text import excerpt, one_line
from analysis.briefing.world_map import draw_map
from analysis.palette import INK, PAPER, ink_on
from analysis.summaries.reviews import MEANINGS, SIGNS

_WIDTH, _EDGE = 960.0, 14.0
_ROW, _BAR, _LINE, _LABEL_SIZE = 34.0, 24.0, 16.0, 13.0
_CHARACTER = 0.56
"""Width of an average character over the size of the type."""

_LONGEST_WORD, _LEAST_SIZE = 12, 9.0
"""A longer word is cut before it makes all cells smaller [characters], and no type is smaller [user units]."""

_FONT = "Calibri, Carlito, 'Segoe UI', system-ui, sans-serif"


def can_draw(figure: Figure) -> bool:
    """Whether the figure has a picture: listings and quotes have none, they are read as they are."""
    return isinstance(figure.drawing, Bars | Grid | Network) and not figure.is_empty


def draw_chart(figure: Figure) -> Element:
    """The figure as an svg element with a title and a description.

    Args:
        figure: One that `can_draw` says yes to.
    """
    drawing = figure.drawing
    if isinstance(drawing, Grid):
        marks, height = _cells(drawing)
    elif isinstance(drawing, Network):
        marks, height = draw_network(drawing, _WIDTH)
    elif isinstance(drawing, Bars):
        mapped, below = draw_map(drawing, _WIDTH) if isinstance(drawing, Map) else ([], 0.0)
        legend, top = _legend(drawing, figure.key, below)
        marks, height = (_columns if drawing.is_upright else _bars)(drawing, top, figure.key)
        marks = [*patterns(drawing.series, figure.key), *mapped, *legend, *marks]
    else:
        raise TypeError(f"The figure {figure.key!r} has no picture.")
    width, height = _WIDTH + 2 * _EDGE, height + 2 * _EDGE
    return element(
        "svg", element("title", figure.title), element("desc", described(figure)),
        element("rect", x=-_EDGE, y=-_EDGE, width=width, height=height, fill=PAPER), *marks,
        xmlns="http://www.w3.org/2000/svg", viewBox=f"{-_EDGE:.0f} {-_EDGE:.0f} {width:.0f} {height:.0f}", role="img",
        font_family=_FONT, font_size=_LABEL_SIZE, fill=INK, aria_label=f"{figure.title}. {figure.question}",
    )  # fmt: skip


def _cells(grid: Grid) -> tuple[list[Element], float]:
    """Labels on the left, columns of one width, words in the cells in as many lines as they need."""
    axis = min(_WIDTH * 0.36, 16 + max(map(_length, grid.labels)))
    step = (_WIDTH - axis) / len(grid.columns)
    size = _type_size(grid, step - 12)
    heads = [_wrapped(column, step - 12, size) for column in grid.columns]
    top = 10 + _LINE * max(map(len, heads))
    made = [
        part
        for at, lines in enumerate(heads)
        for part in _lines(lines, axis + at * step + 6, _LINE, weight="bold", size=size)
    ]
    for label, cells in zip(grid.labels, grid.cells, strict=True):
        words = [f"{cell.text} {SIGNS[cell.review]}".strip() for cell in cells]
        names, told = _wrapped(label, axis - 16), [_wrapped(text, step - 12, size) for text in words]
        height = 12 + _LINE * max(len(names), *map(len, told))
        made += _lines(names, 0, top + _LINE, weight="normal")
        for at, (cell, lines) in enumerate(zip(cells, told, strict=True)):
            left = axis + at * step
            meaning = f" ({MEANINGS[cell.review]})" if cell.review in MEANINGS else ""
            told_by = element("title", f"{label}, {grid.columns[at]}: {cell.text}{meaning}")
            line: dict[str, str | float] = {"stroke": INK, "stroke_width": 2.0} if meaning else {}
            box = {"x": left + 1, "y": top, "width": step - 3, "height": height - 2}
            made.append(element("rect", told_by, **box, fill=cell.colour, **line))
            made += _lines(lines, left + 7, top + _LINE, weight="normal", fill=ink_on(cell.colour), size=size)
        top += height
    return made, top + 4


def _lines(
    lines: list[str], x: float, y: float, *, weight: str, fill: str = INK, size: float = _LABEL_SIZE
) -> list[Element]:
    own = {} if size == _LABEL_SIZE else {"font_size": size}
    return [
        element("text", line, x=x, y=y + at * _LINE, font_weight=weight, fill=fill, **own)
        for at, line in enumerate(lines)
    ]


def _type_size(grid: Grid, width: float) -> float:
    """Of the words in the cells: as large as the labels', or as small as the longest of them needs."""
    words = [word for cells in grid.cells for cell in cells for word in one_line(cell.text).split()]
    longest = min(_LONGEST_WORD, max(map(len, words), default=1))
    return max(_LEAST_SIZE, min(_LABEL_SIZE, width / (longest * _CHARACTER)))


def _wrapped(text: str, width: float, size: float = _LABEL_SIZE) -> list[str]:
    """The text in lines no wider than `width` [user units]; a longer word is cut."""
    return textwrap.wrap(one_line(text), max(4, int(width / (size * _CHARACTER) + 1e-6))) or [""]


def _legend(bars: Bars, key: str, top: float) -> tuple[list[Element], float]:
    """A square and a name for each series, in as many lines as they need; and where the chart begins."""
    if len(bars.series) < 2:
        return [], top + 8
    made: list[Element] = []
    left, top = 0.0, top + 4
    for series in bars.series:
        name = excerpt(series.name, 60)
        width = 34 + _length(name)
        if left and left + width > _WIDTH:
            left, top = 0.0, top + 20
        made.append(element("rect", x=left, y=top, width=12, height=12, fill=fill_of(series, key)))
        made.append(element("text", name, x=left + 18, y=top + 11))
        left += width
    return made, top + 28


def _bars(bars: Bars, top: float, key: str) -> tuple[list[Element], float]:
    labels = [excerpt(category, 70) for category in bars.categories]
    axis = min(_WIDTH * 0.5, 12 + max(map(_length, labels)))
    labels = [excerpt(label, int((axis - 8) / (_LABEL_SIZE * _CHARACTER))) for label in labels]
    begin = top
    scale = (_WIDTH - axis - 48) / _highest(bars)
    made: list[Element] = []
    for at, label in enumerate(labels):
        values = [(series, series.values[at] or 0) for series in bars.series]
        n_lines = 1 if bars.is_stacked else len(values)
        middle = top + _BAR * n_lines / 2
        made.append(element("text", label, x=axis - 8, y=middle + 5, text_anchor="end"))
        left = axis
        for line, (series, value) in enumerate(values):
            y = top if bars.is_stacked else top + line * _BAR
            box = (left, y, value * scale, _BAR - 2)
            made += _mark(bars, series, at, box, fill_of(series, key))
            left += value * scale if bars.is_stacked else 0
        if bars.is_stacked:
            made.append(element("text", str(sum(value for _, value in values)), x=left + 6, y=middle + 5))
        top += _BAR * n_lines + _ROW - _BAR
    made.append(element("line", x1=axis, y1=begin - 4, x2=axis, y2=top - 4, stroke="#8C8C8C"))
    return made, top + 4


def _columns(bars: Bars, top: float, key: str) -> tuple[list[Element], float]:
    height, step = 220.0, min(110.0, (_WIDTH - 20) / len(bars.categories))
    scale = (height - 20) / _highest(bars)
    base = top + height
    made: list[Element] = []
    every = max(1, round(_length("2000-00-00") / step + 0.5))
    for at, label in enumerate(bars.categories):
        left = 10 + at * step
        used = 0.0
        for series in bars.series:
            value = series.values[at] or 0
            box = (left + step * 0.15, base - (used + value) * scale, step * 0.7, value * scale)
            made += _mark(bars, series, at, box, fill_of(series, key))
            used += value
        made.append(element("text", f"{used:.0f}", x=left + step / 2, y=base - used * scale - 6, text_anchor="middle"))
        if at % every == 0:
            made.append(element("text", label, x=left + step / 2, y=base + 18, text_anchor="middle"))
    made.append(element("line", x1=0, y1=base, x2=_WIDTH, y2=base, stroke="#8C8C8C"))
    return made, base + 28


def _mark(bars: Bars, series: Series, at: int, box: tuple[float, float, float, float], fill: str) -> list[Element]:
    """A bar with its number, inside where it has room, behind it where bars stand side by side.

    One that an analyst had a hand in has an outline, and the sign behind its number.
    """
    x, y, width, height = box
    value, review = series.values[at] or 0, series.review(at)
    if not value:
        return []
    meaning = f" ({MEANINGS[review]})" if review in MEANINGS else ""
    told = element("title", f"{bars.categories[at]}, {series.name}: {value}{meaning}")
    line: dict[str, str | float] = (
        {"stroke": INK, "stroke_width": 2.0} if meaning else {"stroke": PAPER, "stroke_width": 0.5}
    )
    made = [element("rect", told, x=x, y=y, width=width, height=height, fill=fill, **line)]
    text = f"{value} {SIGNS[review]}".strip()
    if not bars.is_stacked:
        made.append(element("text", text, x=x + width + 6, y=y + height / 2 + 5))
    elif width > _length(text) + 6 and height > _LABEL_SIZE + 2:
        ink = ink_on(series.colour)
        made.append(element("text", text, x=x + width / 2, y=y + height / 2 + 5, text_anchor="middle", fill=ink))
    return made


def _highest(bars: Bars) -> int:
    """The longest bar; at least 1, so that a chart of zeros can be drawn."""
    columns = [[series.values[at] or 0 for series in bars.series] for at in range(len(bars.categories))]
    return max(1, *(sum(values) if bars.is_stacked else max(values) for values in columns))


def _length(text: str) -> float:
    return len(text) * _LABEL_SIZE * _CHARACTER
