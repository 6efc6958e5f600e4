"""Outlines of countries for the map of the world in a brief, which is drawn without a network.

The outlines are those of the map on the screen, rounded to what a page shows: `python -m analysis.briefing.borders
dashboard/static/topojson/world_110m.json` makes borders.json anew. Source: plotly.js, `world_110m.json` (MIT, Copyright
(c) Plotly, Inc.), made from Natural Earth and United Nations Geospatial data.
"""

import functools
import itertools
import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Point = tuple[float, float]
"""Longitude and latitude [degrees], or a place on the page."""
FILE = Path(__file__).with_suffix(".json")
_TENTHS = 10
"""Steps to a degree: a tenth is a quarter of a unit on a page that is 960 wide."""
_TURN = 360 * _TENTHS
_SOUTHERNMOST = -60
"""What lies beyond is Antarctica, which a map of responses does without [degrees]."""
_STEP = 4
"""Least distance of two points of a line: one unit on such a page [tenths of a degree]."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A country: its rings, and where its name stands, as longitudes and latitudes [degrees]."""

    rings: tuple[tuple[Point, ...], ...]
    label: Point


@functools.cache
def outlines() -> Mapping[str, Outline]:
    """Every country that is large enough to be drawn, by ISO 3166-1 alpha-3."""
    found = json.loads(FILE.read_text(encoding="utf-8"))
    return {code: Outline(tuple(map(_degrees, rings)), _degrees(label)[0]) for code, (label, *rings) in found.items()}


def _degrees(numbers: Sequence[int]) -> tuple[Point, ...]:
    return tuple((x / _TENTHS, y / _TENTHS) for x, y in zip(numbers[::2], numbers[1::2], strict=True))


def projected(place: Point) -> Point:
    """A place on a map of the world, to the right and down, in radii of the globe from the middle of the map.

    Source: T. Patterson's Natural Earth projection as a polynomial, B. Savric et al. 2011; the same as on the screen.
    """
    longitude, latitude = map(math.radians, place)
    p2 = latitude**2
    p4 = p2**2
    x = 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))
    y = 1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))
    return longitude * x, -latitude * y


def unprojected(place: Point) -> Point:
    """Longitude and latitude of a place on such a map; no further north or south than the poles."""
    x, y = place
    south, north = -90.0, 90.0
    for _ in range(40):  # the map's height grows with the latitude and has no inverse in closed form
        middle = (south + north) / 2
        south, north = (middle, north) if projected((0.0, middle))[1] > y else (south, middle)
    return x / projected((1.0, south))[0], south


def rounded(topology: Mapping[str, Any]) -> dict[str, list[list[int]]]:
    """Label and rings of each country of a TopoJSON map, flat, in tenths of a degree; rings that vanish are left out.

    Source: TopoJSON format 1.0, sections 2.1.2 to 2.1.4: an arc is told by differences, and ~n is arc n backwards.
    """
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[list[tuple[int, int]]] = []
    for arc in topology["arcs"]:
        sums = zip(*(itertools.accumulate(numbers) for numbers in zip(*arc, strict=True)), strict=True)
        arcs.append(_thinned([_tenths(x * scale[0] + shift[0], y * scale[1] + shift[1]) for x, y in sums]))
    found: dict[str, list[list[int]]] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        parts = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        rings = [_ring(ring, arcs) for part in parts for ring in part]
        label = _tenths(*country["properties"]["ct"])
        kept = [ring for ring in rings if len(ring) > 6]
        if kept and label[1] > _SOUTHERNMOST * _TENTHS:
            found.setdefault(str(country["id"]), [list(label)]).extend(kept)  # far islands follow as one more entry
    return dict(sorted(found.items()))


def _tenths(x: float, y: float) -> tuple[int, int]:
    return round(x * _TENTHS), round(y * _TENTHS)


def _thinned(arc: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The arc with its ends and no two points closer than a step; arcs are shared, so neighbours stay neighbours."""
    kept = [arc[0]]
    for point in arc[1:-1]:
        if math.dist(point, kept[-1]) >= _STEP:
            kept.append(point)
    return [*kept, arc[-1]]


def _ring(numbers: Iterable[int], arcs: Sequence[Sequence[tuple[int, int]]]) -> list[int]:
    """The points of a ring, flat. One that crosses the date line goes on beyond it: Russia stays in one piece."""
    points = [point for n in numbers for point in (arcs[n] if n >= 0 else reversed(arcs[~n]))]
    turn, before, turned = 0, points[0][0], []
    for x, y in points:
        turn += _TURN * ((x - before < -_TURN / 2) - (x - before > _TURN / 2))
        before = x
        turned.append((x + turn, y))
    middle = sum(x for x, _ in turned) / len(turned)
    back = _TURN * round(middle / _TURN)
    return [number for (x, y), _ in itertools.groupby(turned) for number in (x - back, y)]


def main(topojson: str) -> None:
    """Write borders.json, a country a line."""
    countries = rounded(json.loads(Path(topojson).read_text(encoding="utf-8")))
    lines = [f"{json.dumps(code)}: {json.dumps(rings, separators=(',', ':'))}" for code, rings in countries.items()]
    FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1])
