"""How much of a table fits on a slide, estimated from the length of its text before any program lays it out."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from analysis.briefing.figure import Value

_CHARACTER = 0.52
"""Width of an average character over the size of the type; Calibri and Carlito stay below it."""

_RUNNING = 0.48
"""The same in lines of several words, where wide and narrow letters make up for each other."""

_WORD = 11
"""A longer word may be parted, such as the name of a file, or else it would starve all other columns [characters]."""

_LABEL = 0.6
"""Share of its width that the first column of a grid keeps whatever stands beside it: it holds whole sentences."""

_LINE = 1.22
"""Height of a line over the size of the type."""


_JOINT = "\N{ZERO WIDTH SPACE}"
"""Where a long name may go on in the next line without a mark of it."""


def breakable(text: str) -> str:
    """The text with places to break in names that are longer than a column is wide: those of files have no blanks."""
    return " ".join(
        re.sub(r"(?<=\w)([_./\\])(?=\w)", rf"\1{_JOINT}", word) if len(word) > _WORD else word
        for word in text.split(" ")
    )


def words(value: Value) -> str:
    """A cell as text; empty for what is not known."""
    if value is None:
        return ""
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def height(row: Sequence[str], widths: Sequence[float], *, size: float, padding: float = 8) -> float:
    """Height of a table's row [points].

    Args:
        row: Text of the cells.
        widths: Of the columns [points].
        size: Of the type [points].
        padding: Above and below the text together [points].
    """
    lines = max(_lines(text, width - 12, size) for text, width in zip(row, widths, strict=True))
    return lines * size * _LINE + padding


def _lines(text: str, width: float, size: float) -> int:
    per_line = max(1, int(width / (size * _RUNNING)))
    return sum(max(1, len(textwrap.wrap(line.replace(_JOINT, " "), per_line))) for line in text.split("\n"))


def pages(rows: Iterable[Sequence[str]], widths: Sequence[float], *, size: float, room: float) -> Iterator[list[int]]:
    """Positions of the rows page by page; a row taller than a page has a page of its own.

    Args:
        rows: Text of the cells.
        widths: Of the columns [points].
        size: Of the type [points].
        room: Height of a page without the table's header [points].
    """
    page: list[int] = []
    left = room
    for position, row in enumerate(rows):
        needed = height(row, widths, size=size)
        if page and needed > left:
            yield page
            page, left = [], room
        page.append(position)
        left -= needed
    if page:
        yield page


def fitting(
    header: Sequence[str], rows: Sequence[Sequence[str]], width: float, *, is_grid: bool = False
) -> list[float]:
    """Widths of columns that add up to `width`: in proportion to the text in them, none starved.

    Args:
        header: Labels of the columns.
        rows: Text of the cells.
        width: Of the table.
        is_grid: All columns but the first equally wide, so that no outlet looks weightier than another.
    """
    if is_grid:
        longest_label = max(len(row[0]) for row in [header, *rows])
        first = width * min(0.36, max(0.12, longest_label * 0.008))
        return [first, *([(width - first) / (len(header) - 1)] * (len(header) - 1))]
    longest = []
    for column, label in enumerate(header):
        texts = [row[column] for row in rows]
        word = max((len(word) for text in [label, *texts] for word in text.split()), default=0)
        weight = min(60.0, max(map(len, texts), default=0) ** 0.85 + 3)
        longest.append(max(weight, min(word, 18) + 3.0))
    return [width * length / sum(longest) for length in longest]


def typeset(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: float,
    *,
    sizes: Sequence[float],
    padding: float,
    is_grid: bool = False,
) -> tuple[float, list[float]]:
    """The largest type in which no word is parted, and widths of columns that add up to `width`.

    A number that is parted is another number: 11 becomes 1 and 1. Where no size is small enough the smallest is taken.

    Args:
        header: Labels of the columns.
        rows: Text of the cells.
        width: Of the table [points].
        sizes: Of the type that may be taken, the largest first [points].
        padding: On both sides of a cell's text together [points].
        is_grid: All columns but the first equally wide.
    """
    columns = zip(header, *rows, strict=True)
    longest = [max((len(word) for text in texts for word in _unparted(text)), default=0) for texts in columns]
    wanted = fitting(header, rows, width, is_grid=is_grid)
    for size in sizes:
        needed = [min(word, _WORD) * size * _CHARACTER + padding for word in longest]
        if is_grid:
            needed = [max(needed[0], _LABEL * wanted[0]), *([max(needed[1:])] * (len(needed) - 1))]
        if sum(needed) <= width:
            break
    else:
        return size, [width * column / sum(needed) for column in needed]
    more = [max(0.0, column - least) for column, least in zip(wanted, needed, strict=True)]
    spare = (width - sum(needed)) / (sum(more) or 1)
    return size, [least + spare * extra for least, extra in zip(needed, more, strict=True)]


def _unparted(text: str) -> list[str]:
    """What of a text stays on one line: programs break at blanks, after hyphens and where `breakable` lets them."""
    return re.findall(rf"[^\s{_JOINT}-]+-?", text)
