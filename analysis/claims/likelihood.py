"""How likely two passages tell one claim, as odds that a handful of findings add to.

Like words alone join what many articles say of one minister or one balloon. What tells claims apart best is which
country acts and what it does, who is named, whose word it is, how many, and when, so these count beside the wording.

The weights are those of a logistic regression, written by `python -m analysis.retelling.weigh`, on pairs of passages of
events that readers who knew nothing of the rules had annotated; four are set there, and why.
"""

import dataclasses
import math
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from analysis.claims.deeds import Deeds
from analysis.claims.voices import Voices
from analysis.comparison.passages import Passage
from analysis.comparison.related import are_related

_MARGIN_AT_MOST = 0.3
"""An article of few passages has no rivals, whatever its margin says."""
_COMMON_WORDS_AT_MOST = 5
_COMMON_NUMBERS_AT_MOST = 2
_COMMON_ACTS_AT_MOST = 2
_WEIGHTS: dict[str, float] = tomllib.loads(Path(__file__).with_name("likelihood.toml").read_text(encoding="utf-8"))
_START = "start"
"""What speaks for two passages telling one claim before anything is found of them."""
_AGO = re.compile(r"\b(?:years?|decades?|months|centur(?:y|ies)) (?:ago|earlier|before)\b", re.I)
_EARLIER_BY = 2
"""From so long before the day of publication a date is of another time [months]."""


@dataclass(frozen=True, slots=True)
class Told:
    """A passage and what is known of it from elsewhere.

    Attributes:
        deeds: Which country's acts it reports.
        voices: Whom it names, and whose word it gives.
    """

    passage: Passage
    deeds: Deeds
    voices: Voices


class Nearness(NamedTuple):
    """How near two passages lie to each other among all of their event.

    Attributes:
        retold: Cosine of their vectors of `analysis.retelling`, what all of the event have in common taken off.
        margin: By how much their wording is closer than that of the next best pair of the one with a passage of the
            other's article; the better of both ways [closeness].
        rarity: Of the words that they have in common, see `Background.rarity`.
    """

    retold: float
    margin: float = 0.0
    rarity: float = 0.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for and against two passages telling one claim.

    Attributes:
        nearness: Of their meaning and wording.
        other_country: Both tell what a country did, and no country is in both.
        missing_actor: Both name who acts, and the one's actors, nor their countries, are not named in the other at all.
        common_acts: Acts of one country that both report.
        same_denial: That act is a denial to one other country, which is mostly of one thing, in whatever words, so that
            their nearness says nothing then.
        other_act: Both report acts of countries, and none in common.
        other_mood: One tells as done what the other tells as planned, possible or wanted.
        other_time: One tells of a time long before the article, the other does not.
        common_words: Words of the one, names left out, that the other has or a dictionary relates to one of its own.
        common_numbers: Numbers of the same thing that both have.
        common_date: Both have one day.
        seldom_named: Both name an actor or place that few passages name.
        seldom_heard: Both give the word of one who speaks in few passages.
        one_institute: Both give the judgement of one institute.
        both_deny: Both say of one thing that it is not so.
    """

    nearness: Nearness
    other_country: bool
    missing_actor: bool
    common_acts: int
    same_denial: bool
    other_act: bool
    other_mood: bool
    other_time: bool
    common_words: int
    common_numbers: int
    common_date: bool
    seldom_named: bool
    seldom_heard: bool
    one_institute: bool
    both_deny: bool

    @classmethod
    def of(cls, a: Told, b: Told, nearness: Nearness) -> "Likeness":
        """The likeness of two passages that lie this near."""
        return cls(
            nearness=nearness,
            other_country=_apart(a.deeds.countries, b.deeds.countries),
            missing_actor=_misses_actor(a.voices, b.voices),
            common_acts=min(_COMMON_ACTS_AT_MOST, len(a.deeds.acts & b.deeds.acts)),
            same_denial=bool(a.deeds.denials & b.deeds.denials),
            other_act=_apart(a.deeds.acts, b.deeds.acts),
            other_mood=_apart(_moods(a.passage), _moods(b.passage)),
            other_time=_is_of_earlier(a.passage) != _is_of_earlier(b.passage),
            common_words=min(_COMMON_WORDS_AT_MOST, _words_in_common(a.passage, b.passage)),
            common_numbers=min(_COMMON_NUMBERS_AT_MOST, len(_numbers(a.passage) & _numbers(b.passage))),
            common_date=bool(_days(a.passage) & _days(b.passage)),
            seldom_named=bool(a.voices.seldom_named & b.voices.seldom_named),
            seldom_heard=bool(a.voices.seldom_heard & b.voices.seldom_heard),
            one_institute=bool(a.voices.institutes & b.voices.institutes),
            both_deny=_any_related(_denied(a.passage), _denied(b.passage)),
        )

    @property
    def findings(self) -> dict[str, float]:
        """What was found, by name, each of a size at which its weight counts it once.

        `other_actor` is found where both `other_country` and `missing_actor` are.
        """
        found: dict[str, float] = {field.name: getattr(self, field.name) for field in _FOUND}
        near = self.nearness.retold * (not self.same_denial)
        other_actor = self.other_country and self.missing_actor
        margin = min(_MARGIN_AT_MOST, self.nearness.margin)
        return {"retold": near, "margin": margin, "rarity": self.nearness.rarity, "other_actor": other_actor} | found

    @property
    def log_odds(self) -> float:
        """For one claim against two [natural logarithm]."""
        return _WEIGHTS[_START] + sum(_WEIGHTS[name] * value for name, value in self.findings.items())

    @property
    def likelihood(self) -> float:
        """Share of passages as like as these that readers took for one claim [0 to 1]."""
        return likelihood_of(self.log_odds)

    def in_words(self) -> str:
        """What speaks for one claim, for a reader: `meaning near by 0.62, 3 words in common, one act`."""
        found = [f"meaning near by {self.nearness.retold:.2f}", f"{self.common_words} words in common"]
        found += [f"{self.common_numbers} numbers in common"] if self.common_numbers else []
        return ", ".join([*found, *["one act of one country"] * bool(self.common_acts)])


def likelihood_of(log_odds: float) -> float:
    """The likelihood [0 to 1] that log odds [natural logarithm] stand for."""
    return 1 / (1 + math.exp(-log_odds))


_FOUND = tuple(field for field in dataclasses.fields(Likeness) if field.name != "nearness")


def _apart(left: frozenset[Any], right: frozenset[Any]) -> bool:
    return bool(left and right) and not left & right


def _misses_actor(a: Voices, b: Voices) -> bool:
    return bool(a.acting and b.acting) and not (b.has_one_of(a.acting) and a.has_one_of(b.acting))


def _moods(passage: Passage) -> frozenset[str]:
    return frozenset(word.mood for word in passage.words if word.role == "act")


def _is_of_earlier(passage: Passage) -> bool:
    """Whether it tells of a time long before its article: what once happened is not what happened now."""
    if _AGO.search(passage.text):
        return True
    if not passage.published_on:
        return False
    year, month = int(passage.published_on[:4]), int(passage.published_on[5:7])
    return any(
        when.year is not None
        and ((year - when.year) * 12 + month - when.month >= _EARLIER_BY if when.month else when.year < year)
        for when in passage.dates
    )


def _numbers(passage: Passage) -> frozenset[tuple[float, str]]:
    return frozenset((quantity.low, quantity.unit) for quantity in passage.quantities)


def _days(passage: Passage) -> frozenset[tuple[int, int]]:
    return frozenset((when.month, when.day) for when in passage.dates if when.month and when.day)


def _denied(passage: Passage) -> frozenset[str]:
    return frozenset(word.lemma for word in passage.words if word.negated)


def _any_related(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(x == y or are_related(x, y) for x in left for y in right)


def _words_in_common(a: Passage, b: Passage) -> int:
    left, right = ({word.lemma for word in item.words if word.pos != "PROPN"} for item in (a, b))
    return sum(any(x == y or are_related(x, y) for y in right) for x in left)
