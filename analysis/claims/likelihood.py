"""How likely two passages tell one claim, as odds that a handful of findings add to.

Like words alone join what many articles say of one minister or one balloon. What tells claims apart best is which
country acts and what it does, who is named, whose word it is, how many, and when, so these count beside the wording.

The weights are those of a logistic regression, rounded, on pairs of passages of seven events: three that had been
annotated for their claims, and four that were written and annotated for the purpose by readers who knew nothing of the
rules. Left out in turn, each event is ranked about as well by the weights of the others (average precision 0.66 over
all, 0.61 with the findings and weights of the first three alone, which were much the worse on the other four). One
rests on no such pair, since the events have none: the word of one institute counts half of what the word of one who
seldom speaks counts.
"""

import math
import re
from dataclasses import dataclass
from typing import NamedTuple

from analysis.claims.deeds import Deeds
from analysis.claims.meetings import are_apart
from analysis.claims.voices import Voices
from analysis.comparison.passages import Passage
from analysis.comparison.related import are_related

_START = -4.5
_MEANING = 4.2
_UNNAMED = 1.9
_MARGIN = 2.2
_MARGIN_AT_MOST = 0.3
"""An article of few passages has no rivals, whatever its margin says."""
_OTHER_COUNTRY = -1.25
_MISSING_ACTOR = -1.3
_OTHER_ACTOR = -3.0
"""On top of the two, where both hold: of 84 such pairs that are near in meaning two tell one claim."""
_OTHER_MEETING = -2.0
_SAME_ACT = 2.4
_SAME_CHARGE = 0.9
_OTHER_MOOD = -0.9
_OTHER_TIME = -1.2
_COMMON_WORD = 0.55
_COMMON_WORDS_AT_MOST = 5
_COMMON_NUMBER = 1.5
_COMMON_NUMBERS_AT_MOST = 2
_SELDOM_NAMED = 1.55
_SELDOM_HEARD = 2.1
_ONE_INSTITUTE = 2.4
_BOTH_DENY = 0.8

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
        meaning: Cosine of their vectors, what all of the event have in common taken off.
        unnamed: The same with names masked: what is told, of whomever.
        margin: By how much their wording is closer than that of the next best pair of the one with a passage of the
            other's article; the better of both ways [closeness].
    """

    meaning: float
    unnamed: float
    margin: float = 0.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for and against two passages telling one claim.

    Attributes:
        nearness: Of their meaning and wording.
        other_country: Both tell what a country did, and no country is in both.
        missing_actor: Both name who acts, and the one's actors, nor their countries, are not named in the other at all.
        other_meeting: Both tell who met or called whom, and not the same ones.
        same_act: Both report one act of one country.
        same_charge: That act is an accusation: a country says many things, and accuses of one.
        other_mood: One tells as done what the other tells as planned, possible or wanted.
        other_time: One tells of a time long before the article, the other does not.
        common_words: Words of the one, names left out, that the other has or a dictionary relates to one of its own.
        common_numbers: Numbers of the same thing that both have.
        seldom_named: Both name an actor or place that few passages name.
        seldom_heard: Both give the word of one who speaks in few passages.
        one_institute: Both give the judgement of one institute.
        both_deny: Both say of one thing that it is not so.
    """

    nearness: Nearness
    other_country: bool
    missing_actor: bool
    other_meeting: bool
    same_act: bool
    same_charge: bool
    other_mood: bool
    other_time: bool
    common_words: int
    common_numbers: int
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
            other_meeting=are_apart(a.voices.meetings, b.voices.meetings),
            same_act=bool(a.deeds.acts & b.deeds.acts),
            same_charge=bool(a.deeds.charges & b.deeds.charges),
            other_mood=_apart(_moods(a.passage), _moods(b.passage)),
            other_time=_is_of_earlier(a.passage) != _is_of_earlier(b.passage),
            common_words=min(_COMMON_WORDS_AT_MOST, _words_in_common(a.passage, b.passage)),
            common_numbers=min(_COMMON_NUMBERS_AT_MOST, len(_numbers(a.passage) & _numbers(b.passage))),
            seldom_named=bool(a.voices.seldom_named & b.voices.seldom_named),
            seldom_heard=bool(a.voices.seldom_heard & b.voices.seldom_heard),
            one_institute=bool(a.voices.institutes & b.voices.institutes),
            both_deny=_any_related(_denied(a.passage), _denied(b.passage)),
        )

    @property
    def log_odds(self) -> float:
        """For one claim against two [natural logarithm]."""
        return (
            _START
            + _MEANING * self.nearness.meaning
            + _UNNAMED * self.nearness.unnamed
            + _MARGIN * min(_MARGIN_AT_MOST, self.nearness.margin)
            + _OTHER_COUNTRY * self.other_country
            + _MISSING_ACTOR * self.missing_actor
            + _OTHER_ACTOR * (self.other_country and self.missing_actor)
            + _OTHER_MEETING * self.other_meeting
            + _SAME_ACT * self.same_act
            + _SAME_CHARGE * self.same_charge
            + _OTHER_MOOD * self.other_mood
            + _OTHER_TIME * self.other_time
            + _COMMON_WORD * self.common_words
            + _COMMON_NUMBER * self.common_numbers
            + _SELDOM_NAMED * self.seldom_named
            + _SELDOM_HEARD * self.seldom_heard
            + _ONE_INSTITUTE * self.one_institute
            + _BOTH_DENY * self.both_deny
        )

    @property
    def likelihood(self) -> float:
        """Share of passages as like as these that readers took for one claim [0 to 1]."""
        return 1 / (1 + math.exp(-self.log_odds))

    def in_words(self) -> str:
        """What speaks for one claim, for a reader: `meaning near by 0.62, 3 words in common, one act`."""
        found = [f"meaning near by {self.nearness.meaning:.2f}", f"{self.common_words} words in common"]
        found += [f"{self.common_numbers} numbers in common"] if self.common_numbers else []
        return ", ".join([*found, *["one act of one country"] * self.same_act])


def _apart(left: frozenset[str], right: frozenset[str]) -> bool:
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


def _denied(passage: Passage) -> frozenset[str]:
    return frozenset(word.lemma for word in passage.words if word.negated)


def _any_related(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(x == y or are_related(x, y) for x in left for y in right)


def _words_in_common(a: Passage, b: Passage) -> int:
    left, right = ({word.lemma for word in item.words if word.pos != "PROPN"} for item in (a, b))
    return sum(any(x == y or are_related(x, y) for y in right) for x in left)
