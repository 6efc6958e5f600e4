"""Which place lies in which: a town in its country, a country on its continent. Who is in the one is in the other."""

import functools

from analysis.gazetteer import load_index
from analysis.places import region_of

_AMERICA = frozenset({"North America", "South America"})
_WIDER = {
    "Americas": _AMERICA,
    "Latin America": _AMERICA,
    "Eurasia": frozenset({"Europe", "Asia"}),
}
_CONTINENTS = frozenset({"Africa", "Antarctica", "Asia", "Europe", "North America", "Oceania", "South America"})
_REMEMBERED = 50_000
"""Pairs of names whose answer is kept."""


@functools.lru_cache(maxsize=_REMEMBERED)
def lies_in(inner: str, outer: str) -> bool:
    """Whether a place of the first name lies in the country or on the continent of the second.

    Args:
        inner: A town, province, country or people by name.
        outer: A country or continent by name. A capital, which may stand for its country, contains nothing.
    """
    if inner.lower() == outer.lower():
        return False
    codes = _codes(inner, frozenset({"country", "capital", "place", "demonym"}))
    continents = _WIDER.get(outer, frozenset({outer}) & _CONTINENTS)
    if continents:
        return any(region_of(code) in continents for code in codes)
    country = _codes(outer, frozenset({"country"}))
    return bool(country & codes) and not _codes(inner, frozenset({"country", "demonym"}))


def is_capital(name: str) -> bool:
    """Whether a name is a capital's: said of where something is, it is not the whole country."""
    return bool(_codes(name, frozenset({"capital"})))


def are_of_one_country(name: str, other: str) -> bool:
    """Whether two names are one country's, its people's or its capital's."""
    kinds = frozenset({"country", "demonym", "capital"})
    return bool(_codes(name, kinds) & _codes(other, kinds))


@functools.lru_cache(maxsize=_REMEMBERED)
def _codes(text: str, kinds: frozenset[str]) -> frozenset[str]:
    """The countries that a name as a whole stands for or lies in, among its readings of some kinds."""
    found = [readings for start, end, readings in load_index().find(text) if end - start >= len(text) - 1]
    return frozenset(n.country_code for readings in found for n in readings if n.kind in kinds and n.country_code)
