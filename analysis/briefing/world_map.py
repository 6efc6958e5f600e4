"""The map of the world in a brief: countries in the colour of their most forceful act, drawn as SVG."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from analysis.briefing.borders import Outline, Point, outlines, projected
from analysis.briefing.figure import Map
from analysis.briefing.label_places import Label, place_labels
from analysis.briefing.markup import Element, element
from analysis.palette import INK, PAPER
from analysis.places import is_small, place_of
from analysis.summaries.reviews import MEANINGS, SIGNS

_LAND = "#E3E8EC"
_EAST, _NORTH, _SOUTH = (180.0, 0.0), (0.0, 83.7), (0.0, -56.0)
"""Ends of the map: as far north and south as there are countries [degrees]."""
_DOT, _SIZE = 5.0, 11.0
"""Radius of the marker of a small country, and size of the type [user units]."""
_WIDE = 0.68
"""Width of a bold capital over the size of the type."""

Placed = Callable[[Point], Point]
"""From longitude and latitude to the place on the map."""


class _Shown(NamedTuple):
    """A country that responded, as its bar says it."""

    code: str
    name: str
    act: str
    colour: str
    n: int
    review: str


def draw_map(drawing: Map, width: float) -> tuple[list[Element], float]:
    """All land, over it the countries that responded, each with its code; and how high the map is.

    A country that is too small to be seen has a round marker at its seat of government.

    Args:
        drawing: Its bars say which countries, and their colours.
        width: Of the map [user units].
    """
    scale = width / 2 / projected(_EAST)[0]
    top = projected(_NORTH)[1]

    def placed(place: Point) -> Point:
        x, y = projected(place)
        return width / 2 + x * scale, (y - top) * scale

    shown = list(_shown(drawing))
    land = element("path", d=_path(outlines().values(), placed), fill=_LAND, stroke=PAPER, stroke_width=0.6)
    large = [item for item in shown if item.code in outlines() and not is_small(item.code)]
    areas = [_marked(item, "path", d=_path([outlines()[item.code]], placed)) for item in large]
    homes = [(item, placed(outlines()[item.code].label), 0.0) for item in large]
    for item in (item for item in shown if item not in large):
        if capital := place_of(item.code):
            x, y = placed((capital[1], capital[0]))
            areas.append(_marked(item, "circle", cx=x, cy=y, r=_DOT))
            homes.append((item, (x, y), _DOT))
    return [land, *areas, *_names(homes)], (projected(_SOUTH)[1] - top) * scale


def _shown(drawing: Map) -> Iterator[_Shown]:
    for at, (code, name) in enumerate(zip(drawing.codes, drawing.categories, strict=True)):
        for series in drawing.series:
            if n := series.values[at]:
                yield _Shown(code, name, series.name, series.colour, n, series.review(at))


def _path(countries: Iterable[Outline], placed: Placed) -> str:
    rings = (ring for country in countries for ring in country.rings)
    return "".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in map(placed, ring)) + "Z" for ring in rings)


def _marked(item: _Shown, tag: str, **place: str | float) -> Element:
    """A country's area or marker with what it says; one that an analyst had a hand in has a thicker outline."""
    meaning = f" ({MEANINGS[item.review]})" if item.review in MEANINGS else ""
    told = element("title", f"{item.name}, {item.act}: {item.n}{meaning}")
    return element(tag, told, **place, fill=item.colour, stroke=INK, stroke_width=2.0 if meaning else 0.7)


def _names(homes: Sequence[tuple[_Shown, Point, float]]) -> list[Element]:
    """The countries' codes, none on another, and lines from those that had to make room; the most active first."""
    order = sorted(homes, key=lambda home: (-home[0].n, home[0].code))
    labels = [Label(home, len(_text(item)) * _SIZE * _WIDE + 3, _SIZE * 1.2, radius) for item, home, radius in order]
    lines: list[Element] = []
    names: list[Element] = []
    for (item, _, _), placed in zip(order, place_labels(labels), strict=True):
        if placed is None:
            continue
        names.append(_name(item, placed.middle))
        if placed.line:
            (x1, y1), (x2, y2) = placed.line
            lines.append(element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=INK, stroke_width=0.8))
    return [*lines, *names]


def _text(item: _Shown) -> str:
    return f"{item.code} {SIGNS[item.review]}".strip()


def _name(item: _Shown, place: Point) -> Element:
    """The country's code on a rim of paper, which makes it readable on every colour and over every border."""
    x, y = place
    return element(
        "text", _text(item), x=x, y=y + _SIZE * 0.35, text_anchor="middle",
        font_size=_SIZE, font_weight="bold", stroke=PAPER, stroke_width=3.0, stroke_linejoin="round",
        paint_order="stroke",
    )  # fmt: skip
