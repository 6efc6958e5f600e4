"""Whom each passage names and whose word it gives, so that likeness of wording is not all that two claims share.

One minister speaks in most passages of an article; a name that few passages have says more of what a passage is about.
What two passages give as the word of one who seldom speaks mostly is one claim.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from analysis.claims.rows import Row, by_article, inside, shared
from analysis.coreference import is_institute
from analysis.results import records
from analysis.stretches import Stretches
from analysis.tables import MENTIONS, STATEMENTS

_SELDOM_NAMED = 0.07
"""Share of an event's passages that name an actor or place at most for it to tell one passage from others."""
_STATE = "-government"
"""A government stands for its state, however seldom it is called so."""
_SELDOM_HEARD = 0.04
"""The same for one who speaks."""
_MOSTLY = 0.5
"""Share of a passage that an attribution must cover for the passage to be its speaker's word [characters]."""


class Voices(NamedTuple):
    """Whom a passage names.

    Attributes:
        named: Actors and places, by name, and the countries [ISO 3166-1 alpha-3] of all of them.
        acting: Those who act, each with its country; empty: none.
        seldom_named: Actors and places that few passages of the event name, the passage's own speakers left out.
        seldom_heard: Actors whose word the passage gives, or who speak in it, and who speak in few passages.
        institutes: Those whose word it gives, or who speak in it, who study the matter.
    """

    named: frozenset[str] = frozenset()
    acting: frozenset[tuple[str, str]] = frozenset()
    seldom_named: frozenset[str] = frozenset()
    seldom_heard: frozenset[str] = frozenset()
    institutes: frozenset[str] = frozenset()

    def has_one_of(self, actors: Collection[tuple[str, str]]) -> bool:
        """Whether the passage names any of them, or a country of theirs."""
        return any(name in self.named or (country and country in self.named) for name, country in actors)


def find_voices(claims: pd.DataFrame, distinct: Sequence[int], tables: Mapping[str, pd.DataFrame]) -> list[Voices]:
    """The voices of each row of CLAIMS, in its order, read off MENTIONS and STATEMENTS.

    Args:
        claims: CLAIMS.
        distinct: The rows that are no copy of another; they alone count for what is seldom.
        tables: MENTIONS and STATEMENTS among them.
    """
    passages = records(claims)
    mentions = by_article(tables[MENTIONS.name])
    cues, contents = (by_article(tables[STATEMENTS.name], part) for part in ("cue_", "content_"))
    here = [inside(row, mentions) for row in passages]
    speakers = [_speakers(row, cues, contents) for row in passages]
    actors = [_actors(found) | who for found, who in zip(here, speakers, strict=True)]
    named_seldom = _rare([actors[place] for place in distinct], _SELDOM_NAMED)
    heard_seldom = _rare([speakers[place] for place in distinct], _SELDOM_HEARD)
    return [
        Voices(
            named=frozenset(value for row in found for value in (row["entity"], row["country_code"]) if value),
            acting=_acting(passage, found),
            seldom_named=who & named_seldom - spoken,
            seldom_heard=spoken & heard_seldom,
            institutes=frozenset(filter(is_institute, spoken)),
        )
        for passage, found, who, spoken in zip(passages, here, actors, speakers, strict=True)
    ]


def _acting(passage: Row, mentions: Sequence[Row]) -> frozenset[tuple[str, str]]:
    """The actors that the passage has as its subjects, words that name nobody left out."""
    countries = {row["entity"]: str(row["country_code"]) for row in mentions}
    return frozenset((name, countries[name]) for name in str(passage["who"]).split(" | ") if name in countries)


def _actors(mentions: Sequence[Row]) -> frozenset[str]:
    ids = (str(row["entity_id"]) for row in mentions)
    return frozenset(actor for actor in ids if actor and not actor.endswith(_STATE))


def _rare(found: Sequence[frozenset[str]], share: float) -> frozenset[str]:
    """Those that fewer than a share of the passages have."""
    counts = Counter(actor for actors in found for actor in actors)
    return frozenset(actor for actor, count in counts.items() if count < share * len(found))


def _speakers(
    passage: Row, cues: Mapping[str, Stretches[Row]], contents: Mapping[str, Stretches[Row]]
) -> frozenset[str]:
    """Those whose cue stands in the passage, or whose word most of it is."""
    mostly = _MOSTLY * (passage["end_char"] - passage["start_char"])
    covering = (row for row in inside(passage, contents) if shared(passage, row, "content_") > mostly)
    return frozenset(filter(None, (row["speaker_entity_id"] for row in (*inside(passage, cues), *covering))))
