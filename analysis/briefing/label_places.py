"""Where the names of places stand on a map so that none covers another: at home, or moved with a line that leads back.

Europe on a map of the world is as wide as three names. The largest go first and stay at home; each other one takes the
nearest free spot around its home. One that finds none is left out: its mark and the table still say what it is.

Source: after J. Christensen, J. Marks, S. Shieber, "An Empirical Study of Algorithms for Point-Feature Label
Placement", 1995, section 4.1 (greedy, with a list of candidate positions for each point).
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
_RINGS, _DIRECTIONS = 12, 16
"""Distances from home that are tried, each half a name's height further, and directions at each."""
_NEAR = 0.3
"""A name moved by no more than this needs no line that leads back [heights of the name]."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name that is to be placed; lengths are those of the page.

    Attributes:
        home: What it names.
        width: Of the text.
        height: Of the text.
        radius: Of a marker at home, which the name must not cover; 0: there is none.
    """

    home: Point
    width: float
    height: float
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """The middle of a name, and the line that leads from it to its home; no line where it stands there."""

    middle: Point
    line: tuple[Point, Point] | None = None


def place_labels(labels: Sequence[Label]) -> list[Placed | None]:
    """The place of each name, the first served first; None for one that finds no room.

    Args:
        labels: The most important first.
    """
    homes = [_box(label.home, *[2 * label.radius or label.height / 2] * 2) for label in labels]
    taken: list[tuple[float, float, float, float]] = []
    placed: list[Placed | None] = []
    for at, label in enumerate(labels):
        others = [*taken, *(home for other, home in enumerate(homes) if other != at or label.radius)]
        found = next((spot for spot in _spots(label) if not _is_taken(_of(label, spot), others)), None)
        if found is None:
            placed.append(None)
            continue
        taken.append(_of(label, found))
        placed.append(Placed(found, _line(label, found)))
    return placed


def _spots(label: Label) -> Iterator[Point]:
    """Middles of the name, the nearest to its home first: under a marker, over an area, then all around."""
    x, y = label.home
    yield (x, y + label.radius + label.height / 2 + 1) if label.radius else label.home
    for ring in range(1, _RINGS + 1):
        away = label.radius + ring * label.height / 2
        for turn in range(_DIRECTIONS):
            angle = 2 * math.pi * (turn / _DIRECTIONS + 0.25)
            yield x + math.cos(angle) * (away + label.width / 2), y + math.sin(angle) * (away + label.height / 2)


def _line(label: Label, spot: Point) -> tuple[Point, Point] | None:
    (x, y), (at, up) = label.home, spot
    nearest = (min(max(x, at - label.width / 2), at + label.width / 2),
               min(max(y, up - label.height / 2), up + label.height / 2))  # fmt: skip
    return (nearest, label.home) if math.dist(nearest, label.home) > label.radius + _NEAR * label.height else None


def _of(label: Label, spot: Point) -> tuple[float, float, float, float]:
    return _box(spot, label.width, label.height)


def _box(middle: Point, width: float, height: float) -> tuple[float, float, float, float]:
    return middle[0] - width / 2, middle[1] - height / 2, middle[0] + width / 2, middle[1] + height / 2


def _is_taken(box: tuple[float, ...], others: Sequence[tuple[float, ...]]) -> bool:
    left, top, right, bottom = box
    return any(left < far and near < right and top < low and high < bottom for near, high, far, low in others)
