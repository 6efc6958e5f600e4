"""Units of measure and how much of one another they are (measures.toml): 60 metres are 200 feet."""

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Measure(NamedTuple):
    """A unit of measure.

    Attributes:
        dimension: What it measures: length, mass, time ...; units of one dimension can be converted.
        factor: How much of the dimension's first unit it is.
        name: The name under which quantities of it are kept.
    """

    dimension: str
    factor: float
    name: str


@functools.lru_cache(maxsize=1)
def _measures() -> Mapping[str, Measure]:
    table = tomllib.loads(Path(__file__).with_name("measures.toml").read_text(encoding="utf-8"))
    found = {}
    for dimension, units in table.items():
        for name, unit in units.items():
            measure = Measure(dimension, float(unit["factor"]), name)
            found.update(dict.fromkeys((name, *str(unit.get("also", "")).split()), measure))
    return found


def measure_of(unit: str) -> Measure | None:
    """The measure that a lemma names; None: it names another thing."""
    return _measures().get(unit)


def are_convertible(first: str, second: str) -> bool:
    """Whether two units measure one thing."""
    a, b = measure_of(first), measure_of(second)
    return a is not None and b is not None and a.dimension == b.dimension
