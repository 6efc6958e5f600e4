"""Values that fill a template's slots: each can be said more or less precisely, and can be changed for another.

A value's precision is a level, 0 the finest. A text that says level 0 bears out every coarser level and contradicts the
same level of another value: `born on 3 May 1970` bears out `in May`, `in 1970` and `before 1980`.
"""

import calendar
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

MONTHS = tuple(calendar.month_name[1:])
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    """A whole number below a hundred in words, a larger one in digits with commas."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    return f"{number:,}"


@dataclass(frozen=True, slots=True)
class Date:
    """A day of the calendar."""

    year: int
    month: int
    day: int
    coarsest = 4

    def say(self, level: int, rng: random.Random, *, preposition: bool, true: bool = True) -> str:
        """The date to the day (0), month and year (1), the year (2), the month (3), the decade or against another
        year (4)."""
        month, year = MONTHS[self.month - 1], self.year
        if level == 0:
            text = rng.choice([f"{self.day} {month} {year}", f"{month} {self.day}, {year}"])
            return f"on {text}" if preposition else text
        if level == 4 and rng.random() < 0.25:
            decade = year // 10 * 10 + (0 if true else rng.choice([-30, -20, -10, 10, 20, 30]))
            return f"in the {decade}s"
        if level == 4:
            distance = rng.randint(1, 30)
            return rng.choice([f"before {year + distance}", f"after {year - distance}"] if true
                              else [f"before {year - distance + 1}", f"after {year + distance - 1}"])  # fmt: skip
        text = {1: f"{month} {year}", 2: str(year), 3: month}[level]
        return f"in {text}" if preposition else text

    def change(self, level: int, rng: random.Random) -> "Date":
        """Another date that differs at the level named."""
        if level == 4:
            return self
        year, month, day = self.year, self.month, self.day
        what = {0: rng.choice("ymd"), 1: rng.choice("ym"), 2: "y", 3: "m"}[level]
        if what == "y":
            year += rng.choice([-100, -30, -10, -4, -3, -2, -1, 1, 2, 3, 5, 10, 20, 100])
        elif what == "m":
            month = (month - 1 + rng.randint(1, 11)) % 12 + 1
        else:
            day = (day - 1 + rng.randint(1, 27)) % 28 + 1
        return Date(year, month, day)


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number of things."""

    number: int
    coarsest = 1

    def say(self, level: int, rng: random.Random, *, preposition: bool, true: bool = True) -> str:
        """The number itself in digits or words (0), or a bound or round number that it meets, or fails (1)."""
        if level == 0:
            return in_words(self.number) if self.number < 13 or rng.random() < 0.25 else f"{self.number:,}"
        step = max(1, round(self.number * rng.choice([0.1, 0.25, 0.5])))
        if self.number >= 20:
            scale = 10 ** (len(str(self.number)) - 1) // 2 or 1
            below, above = (self.number - step) // scale * scale, -(-(self.number + step) // scale) * scale
        else:
            below, above = self.number - step, self.number + step
        less, more = (below, above) if true else (above, below)
        least = rng.choice(["more than", "over", "at least", "upwards of", "no fewer than"])
        most = rng.choice(["fewer than", "under", "at most", "less than", "no more than"])
        return rng.choice([f"{least} {less:,}", f"{most} {more:,}"]) if below > 0 else f"{most} {more:,}"

    def change(self, level: int, rng: random.Random) -> "Count":
        """Another number; a bound is failed by the same one."""
        if level == 1:
            return self
        number = self.number
        options = [number + 1, number - 1, number * 2, number // 2, number * 10, number + rng.randint(2, 9), number * 3]
        return Count(rng.choice([n for n in options if n > 1 and n != number] or [number + 2]))


@dataclass(frozen=True, slots=True)
class Place:
    """A town, its country and continent."""

    town: str
    country: str
    continent: str
    others: Callable[[random.Random], "Place"]
    coarsest = 3

    def say(self, level: int, rng: random.Random, *, preposition: bool, true: bool = True) -> str:
        """Town and country (0), the town (1), the country (2), the continent (3)."""
        country = f"the {self.country}" if self.country in {"Netherlands", "Philippines"} else self.country
        text = (f"{self.town}, {country}", self.town, country, self.continent)[level]
        return f"in {text}" if preposition else text

    def change(self, level: int, rng: random.Random) -> "Place":
        """Another town in another country; on another continent where the continent is what is said."""
        other = self.others(rng)
        while (
            other.country == self.country
            or other.town == self.town
            or (level == 3 and other.continent == self.continent)
        ):
            other = self.others(rng)
        return other


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a given name and a surname."""

    first: str
    last: str
    others: Callable[[random.Random], "Person"]
    coarsest = 1

    def say(self, level: int, rng: random.Random, *, preposition: bool, true: bool = True) -> str:
        """The full name (0) or the surname (1)."""
        return f"{self.first} {self.last}" if level == 0 else self.last

    def change(self, level: int, rng: random.Random) -> "Person":
        """Somebody of another surname; now and then a namesake with another given name."""
        other = self.others(rng)
        while other.last == self.last or other.first == self.first:
            other = self.others(rng)
        return Person(other.first, self.last, self.others) if level == 0 and rng.random() < 0.15 else other


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list; each entry may have other names for the same thing, the first the most precise."""

    names: tuple[str, ...]
    others: tuple[tuple[str, ...], ...]
    coarsest = 1

    def say(self, level: int, rng: random.Random, *, preposition: bool, true: bool = True) -> str:
        """Its first name (0) or any of its names (1)."""
        return self.names[0] if level == 0 else rng.choice(self.names)

    def change(self, level: int, rng: random.Random) -> "Choice":
        """Another entry of the list that shares no name with this one."""
        return Choice(rng.choice([o for o in self.others if not set(o) & set(self.names)]), self.others)


Value = Any
"""Any class here, or of vocabulary.py, with `say` and `change`."""
