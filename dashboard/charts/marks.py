"""Ids of marks, and labels that plotly shows as they are written."""

import html
import re
import textwrap
from collections.abc import Iterable, Sequence

import pandas as pd

from analysis.results import records

_BETWEEN = "\t"
_LONG_WORD = 16
"""A word of this length stands in the narrowest column [characters]."""
_JOINT = re.compile(r"(?<=[-_./])(?=[^-_./])")
"""Where the parts of a long word meet, such as those of a file's name."""


def mark_id(*parts: str) -> str:
    """One id for the parts that make a mark, such as an actor's entity_id and an outlet."""
    return _BETWEEN.join(parts)


def marks_of(frame: pd.DataFrame, ids: Sequence[str], name: str) -> dict[str, str]:
    """Id and name of the mark of each row.

    Args:
        frame: One row a mark.
        ids: Columns that make the id; an empty one stands for any value.
        name: What the reader is told, with columns in braces.
    """
    return {
        mark_id(*(str(row[column]) if column else "" for column in ids)): name.format(**row) for row in records(frame)
    }


def whole_ticks(sums: "pd.Series[int]") -> dict[str, object]:
    """Settings of an axis of counts that keep its ticks at whole numbers."""
    return {"tickformat": "d", "dtick": 1} if sums.max() <= 10 else {"tickformat": "d"}


def days_axis(dates: "pd.Series[str]", *, room: float = 8) -> dict[str, object]:
    """A tick a day over a fortnight or less, plotly's choice beyond.

    Args:
        dates: Days in ISO 8601, at least one.
        room: Space on the right for what is written there [hours a day of the whole span].
    """
    first, last = pd.Timestamp(dates.min()), pd.Timestamp(dates.max())
    span = max((last - first).days, 1)
    ends = (first - pd.Timedelta(hours=2 * span), last + pd.Timedelta(hours=room * span))
    step = 86_400_000 if span <= 14 else None
    return {"type": "date", "tickformat": "%-d %b %Y", "dtick": step, "range": [str(end) for end in ends]}


def parts_of(mark: str) -> tuple[str, ...]:
    """The parts of a mark's id."""
    return tuple(mark.split(_BETWEEN))


def label(text: str, *, width: int = 0, lines: int = 3) -> str:
    """Text for a chart: plotly reads labels as a kind of HTML, so its signs are escaped; wrapped at `width`."""
    if not width:
        return html.escape(text, quote=False)
    whole = " ".join(_pieces(text, width))
    wrapped = textwrap.wrap(whole, width, max_lines=lines, placeholder=" …", break_long_words=False) or [""]
    return "<br>".join(html.escape(line, quote=False) for line in wrapped)


def _pieces(text: str, width: int) -> Iterable[str]:
    """The words. One too long for a line is parted where its parts meet, as in the name of a file; one that is far too
    long is cut up: it would push the chart off the page, or lie over the column beside it."""
    room = max(width + width // 2, _LONG_WORD)
    for word in text.split():
        line = ""
        for part in _JOINT.split(word) if len(word) > width else [word]:
            if line and len(line) + len(part) > width:
                yield line
                line = ""
            line += part
            while len(line) > room:
                yield line[:room]
                line = line[room:]
        if line:
            yield line


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Outlets' names for narrow columns: what stands in brackets at the end left out while they stay distinct."""
    names = list(names)
    short = {name: re.sub(r"\s*\([^()]*\)$", "", name) or name for name in names}
    return short if len(set(short.values())) == len(set(names)) else dict(zip(names, names, strict=True))


def labels(texts: Iterable[str], *, width: int = 0, lines: int = 3) -> list[str]:
    """`label` of each text."""
    return [label(text, width=width, lines=lines) for text in texts]
