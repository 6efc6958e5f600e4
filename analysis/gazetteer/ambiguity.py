"""Names with several readings, and how a text chooses between them."""

import functools
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.countries import country_name
from analysis.errors import CodebookError
from analysis.gazetteer.names import KINDS, NONE, Name

_FIELDS = {"name", "readings", "matches", "near_misses"}


@dataclass(frozen=True, slots=True)
class Option:
    """One reading of an ambiguous name and the words that speak for it."""

    name: Name
    before: frozenset[str]
    after: frozenset[str]
    near: frozenset[str]
    needs: bool


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A name with several readings; `matches` have the reading of the code given, `near_misses` have not."""

    name: str
    options: tuple[Option, ...]
    matches: tuple[tuple[str, str], ...]
    near_misses: tuple[tuple[str, str], ...]

    def choose(self, previous: str, following: str, article: Collection[str]) -> tuple[Name, str] | None:
        """The reading and the reason; None when no reading may be taken.

        Args:
            previous: The word before the name; empty at the start.
            following: The word after it.
            article: All words of the article, as written.
        """
        for option in self.options:
            if previous in option.before or following in option.after:
                return option.name, f"by the word beside it ({previous if previous in option.before else following})"
        scored = [(len(option.near.intersection(article)), option) for option in self.options]
        scored = [(score, option) for score, option in scored if score or not option.needs]
        if not scored:
            return None
        score, best = max(scored, key=lambda pair: pair[0])
        return best.name, f"by {score} words of the article that go with it" if score else "its usual reading"


@functools.lru_cache(maxsize=1)
def load_ambiguities() -> dict[str, Ambiguity]:
    """Ambiguous names by name.

    Raises:
        CodebookError: a field is unknown or lacking, or a kind is none of KINDS.
    """
    return {entry["name"]: _ambiguity(entry) for entry in _data()["name"]}


@functools.lru_cache(maxsize=1)
def personal_names() -> frozenset[str]:
    """States' and cities' names that people bear as well; lower case."""
    return frozenset(_data()["personal"].split())


def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("ambiguous.toml").read_text(encoding="utf-8"))


def _ambiguity(entry: dict[str, Any]) -> Ambiguity:
    if set(entry) != _FIELDS:
        raise CodebookError(
            f"ambiguous.toml: {entry.get('name')!r} has the fields {sorted(entry)}; needed: {sorted(_FIELDS)}."
        )
    options = tuple(_option(entry["name"], reading) for reading in entry["readings"])
    pairs = ((text, code) for text, code in entry["matches"])
    misses = ((text, code) for text, code in entry["near_misses"])
    return Ambiguity(entry["name"], options, tuple(pairs), tuple(misses))


def _option(text: str, reading: dict[str, Any]) -> Option:
    kind = reading["kind"]
    if kind not in {*KINDS, NONE}:
        raise CodebookError(f"ambiguous.toml: {text!r} has the kind {kind!r}; accepted: {', '.join((*KINDS, NONE))}.")
    entity_type = {"country": "country", "demonym": "country", "organisation": "organisation"}.get(kind, "place")
    words = {field: frozenset(reading[field]) for field in ("before", "after", "near")}
    entity = country_name(reading["code"]) if entity_type == "country" else text
    return Option(Name(kind, reading["code"], entity, entity_type), needs=reading.get("needs", False), **words)
