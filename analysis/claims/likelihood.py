"""How likely two passages tell one claim, as odds that a handful of findings add to.

Like words alone join what many articles say of one minister or one balloon. What tells claims apart best is which
country acts and what it does, who is named, and whose word it is, so these count beside the wording. The weights are
those of a logistic regression on pairs of passages of three events, read and judged by hand, rounded: left out in
turn, each event is ranked nearly as well by the weights of the others (average precision 0.78 all in all, 0.61 by
wording alone). Two rest on no such pair, since the three events have none: the word of one institute counts half of
what the word of one who seldom speaks counts, and a meeting of other people as much as another country.
"""

import math
from dataclasses import dataclass

from analysis.claims.deeds import Deeds
from analysis.claims.meetings import are_apart
from analysis.claims.voices import Voices
from analysis.comparison.passages import Passage
from analysis.comparison.related import are_related

_START = -2.9
_CLOSENESS = 5.2
_OTHER_COUNTRY = -3.0
_MISSING_ACTOR = -0.8
_OTHER_MEETING = -3.0
_ONE_SIDED = -0.8
_SAME_ACT = 1.3
_SOLE_ACT = 1.5
_OTHER_ACT = -1.0
_OTHER_MOOD = -3.0
_COMMON_WORD = 0.4
_COMMON_WORDS_AT_MOST = 5
_SAME_OBJECT = 1.05
_SELDOM_NAMED = 0.6
_OTHER_SPEAKER = -0.55
_SELDOM_HEARD = 2.0
_ONE_INSTITUTE = 1.0
_BOTH_DENY = 0.7


@dataclass(frozen=True, slots=True)
class Told:
    """A passage and what is known of it from elsewhere.

    Attributes:
        deeds: Which country's acts it reports.
        voices: Whom it names, and whose word it gives.
        objects: Names of those acted on, normalised.
    """

    passage: Passage
    deeds: Deeds
    voices: Voices
    objects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for and against two passages telling one claim.

    Attributes:
        closeness: Of their wording, all that the event's articles share taken off [0 to 1].
        other_country: Both tell what a country did, and no country is in both.
        missing_actor: Both name who acts, and the one's actors, nor their countries, are not named in the other at all.
        other_meeting: Both tell who met or called whom, and not the same ones.
        one_sided: One tells what a country did, the other does not.
        same_act: Both report one act of one country.
        sole_act: That act stands in no other sentence of either article.
        other_act: Both report acts, and of different kinds.
        other_mood: One tells as done what the other tells as planned, possible or wanted.
        common_words: Words of the one, names left out, that the other has or a dictionary relates to one of its own.
        same_object: They name one actor that is acted on.
        seldom_named: Both name an actor or place that few passages name.
        other_speaker: Both give somebody's word, and not the same one's.
        seldom_heard: Both give the word of one who speaks in few passages.
        one_institute: Both give the judgement of one institute.
        both_deny: Both say of one thing that it is not so.
    """

    closeness: float
    other_country: bool
    missing_actor: bool
    other_meeting: bool
    one_sided: bool
    same_act: bool
    sole_act: bool
    other_act: bool
    other_mood: bool
    common_words: int
    same_object: bool
    seldom_named: bool
    other_speaker: bool
    seldom_heard: bool
    one_institute: bool
    both_deny: bool

    @classmethod
    def of(cls, a: Told, b: Told, closeness: float) -> "Likeness":
        """The likeness of two passages whose wording is this close."""
        return cls(
            closeness=closeness,
            other_country=_apart(a.deeds.countries, b.deeds.countries),
            missing_actor=_misses_actor(a.voices, b.voices),
            other_meeting=are_apart(a.voices.meetings, b.voices.meetings),
            one_sided=bool(a.deeds.countries) != bool(b.deeds.countries),
            same_act=bool(a.deeds.acts & b.deeds.acts),
            sole_act=bool(a.deeds.sole & b.deeds.sole),
            other_act=_apart(_kinds(a.deeds), _kinds(b.deeds)),
            other_mood=_apart(_moods(a.passage), _moods(b.passage)),
            common_words=min(_COMMON_WORDS_AT_MOST, _words_in_common(a.passage, b.passage)),
            same_object=bool(a.objects & b.objects),
            seldom_named=bool(a.voices.seldom_named & b.voices.seldom_named),
            other_speaker=_apart(a.voices.speakers, b.voices.speakers),
            seldom_heard=bool(a.voices.seldom_heard & b.voices.seldom_heard),
            one_institute=bool(a.voices.institutes & b.voices.institutes),
            both_deny=_any_related(_denied(a.passage), _denied(b.passage)),
        )

    @property
    def log_odds(self) -> float:
        """For one claim against two [natural logarithm]."""
        return (
            _START
            + _CLOSENESS * self.closeness
            + _OTHER_COUNTRY * self.other_country
            + _MISSING_ACTOR * self.missing_actor
            + _OTHER_MEETING * self.other_meeting
            + _ONE_SIDED * self.one_sided
            + _SAME_ACT * self.same_act
            + _SOLE_ACT * self.sole_act
            + _OTHER_ACT * self.other_act
            + _OTHER_MOOD * self.other_mood
            + _COMMON_WORD * self.common_words
            + _SAME_OBJECT * self.same_object
            + _SELDOM_NAMED * self.seldom_named
            + _OTHER_SPEAKER * self.other_speaker
            + _SELDOM_HEARD * self.seldom_heard
            + _ONE_INSTITUTE * self.one_institute
            + _BOTH_DENY * self.both_deny
        )

    @property
    def likelihood(self) -> float:
        """Share of passages as like as these that readers took for one claim [0 to 1]."""
        return 1 / (1 + math.exp(-self.log_odds))

    def in_words(self) -> str:
        """What speaks for one claim, for a reader: `close wording (0.62), 3 words in common, the same act`."""
        found = [f"wording close by {self.closeness:.2f}", f"{self.common_words} words in common"]
        found += ["one act of one country"] * self.same_act + ["the same object"] * self.same_object
        return ", ".join(found)


def _apart(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right) and not left & right


def _misses_actor(a: Voices, b: Voices) -> bool:
    return bool(a.acting and b.acting) and not (b.has_one_of(a.acting) and a.has_one_of(b.acting))


def _kinds(deeds: Deeds) -> frozenset[str]:
    return frozenset(act for _, act in deeds.acts)


def _moods(passage: Passage) -> frozenset[str]:
    return frozenset(word.mood for word in passage.words if word.role == "act")


def _denied(passage: Passage) -> frozenset[str]:
    return frozenset(word.lemma for word in passage.words if word.negated)


def _any_related(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(x == y or are_related(x, y) for x in left for y in right)


def _words_in_common(a: Passage, b: Passage) -> int:
    left, right = ({word.lemma for word in item.words if word.pos != "PROPN"} for item in (a, b))
    return sum(any(x == y or are_related(x, y) for y in right) for x in left)
