"""What can stand in a brief: a drawing with its numbers, the question it answers and the passages that prove it.

A figure knows no file format. Every writer gets the same one, so a slide, a sheet and a page cannot differ.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from analysis.corrections import MACHINE

Value = str | int | float | None
"""A cell; None is "not known"."""

Mark = tuple[str, str]
"""A mark of a drawing: its row's and its column's label; an empty column is the whole row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of an article, [start_char, end_char) code points, as written, that shows what a mark says.

    `review`: whether what it shows is as the machine found it, checked by the analyst or corrected by the analyst.
    """

    document_id: str
    outlet: str
    published_on: str
    start_char: int
    end_char: int
    text: str
    mark: Mark = ("", "")
    review: str = MACHINE

    @property
    def place(self) -> tuple[str, int, int]:
        """What makes two passages the same one."""
        return self.document_id, self.start_char, self.end_char


@dataclass(frozen=True, slots=True)
class Series:
    """One colour of a bar chart: a count for each category, None where nothing was counted.

    `pattern`: number of its fill pattern, 0 is plain. `reviews`: of each count, who made it; empty: all the machine.
    """

    name: str
    colour: str
    values: tuple[int | None, ...]
    pattern: int = 0
    reviews: tuple[str, ...] = ()

    def review(self, at: int) -> str:
        """Who made a count."""
        return self.reviews[at] if self.reviews else MACHINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Counts by category, a part of each bar per series. `is_upright`: columns, for categories that are dates."""

    axis: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    is_stacked: bool = True
    is_upright: bool = False

    @property
    def header(self) -> tuple[str, ...]:
        """Labels of the columns of `rows`."""
        return (self.axis, *(series.name for series in self.series))

    @property
    def rows(self) -> tuple[tuple[Value, ...], ...]:
        """The numbers as a table."""
        columns = [series.values for series in self.series]
        return tuple((category, *(values[at] for values in columns)) for at, category in enumerate(self.categories))


@dataclass(frozen=True, slots=True, kw_only=True)
class Map(Bars):
    """Bars of countries that can be drawn as a map too; office programs draw none offline, and show the bars.

    `codes`: of each category, ISO 3166-1 alpha-3.
    """

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid; `colour` repeats what `text` says, `review` is who made it."""

    text: str
    colour: str
    review: str = MACHINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Rows by columns, each cell a word or two on its colour."""

    axis: str
    columns: tuple[str, ...]
    labels: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]

    @property
    def header(self) -> tuple[str, ...]:
        """Labels of the columns of `rows`."""
        return (self.axis, *self.columns)

    @property
    def rows(self) -> tuple[tuple[Value, ...], ...]:
        """The words as a table."""
        lines = zip(self.labels, self.cells, strict=True)
        return tuple((label, *(cell.text for cell in cells)) for label, cells in lines)


@dataclass(frozen=True, slots=True)
class Node:
    """A mark of a network, `x` from left to right and `y` from bottom to top between 0 and 1."""

    key: str
    label: str
    kind: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two marks, as thick as it counts."""

    first: str
    second: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Marks and the lines between them; its numbers are those of the lines."""

    header: tuple[str, str]
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]

    @property
    def rows(self) -> tuple[tuple[Value, ...], ...]:
        """The lines as a table."""
        names = {node.key: node.label for node in self.nodes}
        return tuple((f"{names[link.first]} and {names[link.second]}", link.n) for link in self.links)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A table as it is. `widths` are shares of the page's width."""

    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotes:
    """Passages as published, chosen by hand; the words stand in the figure's evidence."""

    header: tuple[str, ...] = ("Outlet", "Published", "Passage")
    rows: tuple[tuple[Value, ...], ...] = ()


Drawing = Bars | Grid | Network | Listing | Quotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A drawing with all that is needed to trust it.

    Attributes:
        key: Name in the registry, and of the sheet or file.
        question: What it answers.
        evidence: Passages behind its marks, in the order of the drawing.
        n_evidence: Passages there are; larger than len(evidence) where only the first of each mark are kept.
        note: How to read it, and what it leaves out.
        caption: The analyst's own words; empty: the question stands.
        reviews: Of the marks that an analyst checked or corrected.
    """

    key: str
    title: str
    question: str
    drawing: Drawing
    evidence: tuple[Passage, ...] = ()
    n_evidence: int = 0
    note: str = ""
    caption: str = ""
    nothing: str = field(default="Nothing of this kind was found in the articles shown.")
    reviews: Mapping[Mark, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw; `nothing` then says so."""
        if isinstance(self.drawing, Bars):
            return not any(value for series in self.drawing.series for value in series.values)
        return not self.drawing.rows


def with_reviews(drawing: Drawing, reviews: Mapping[Mark, str]) -> Drawing:
    """The drawing with each bar and cell told apart that an analyst checked or corrected."""
    if isinstance(drawing, Bars):
        return replace(
            drawing,
            series=tuple(
                replace(item, reviews=tuple(reviews.get((label, item.name), MACHINE) for label in drawing.categories))
                for item in drawing.series
            ),
        )
    if isinstance(drawing, Grid):
        lines = zip(drawing.labels, drawing.cells, strict=True)
        cells = tuple(
            tuple(
                replace(cell, review=reviews.get((label, column), MACHINE))
                for column, cell in zip(drawing.columns, line, strict=True)
            )
            for label, line in lines
        )
        return replace(drawing, cells=cells)
    return drawing


def first_of_each_mark(passages: Iterable[Passage], *, limit: int, per_mark: int) -> tuple[Passage, ...]:
    """At most `limit` passages in the order given, no mark with more than `per_mark`, each mark's first before others.

    Args:
        passages: All passages of a figure.
        limit: Most passages in all [passages].
        per_mark: Most passages of one mark [passages].
    """
    ranked: list[tuple[int, int, Passage]] = []
    seen: dict[Mark, set[tuple[str, int, int]]] = {}
    for order, passage in enumerate(passages):
        places = seen.setdefault(passage.mark, set())
        if passage.place not in places and len(places) < per_mark:
            ranked.append((len(places), order, passage))
            places.add(passage.place)
    kept = sorted(ranked, key=lambda item: item[:2])[:limit]
    return tuple(passage for _, _, passage in sorted(kept, key=lambda item: item[1]))
