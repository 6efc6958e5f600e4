"""Whose word a statement gives, as an origin: a state's body, a state as a whole, or a person or body without a state.

A ministry's readout, its spokesman's briefing and its minister's post are one body's word, and so one origin for what
they say. Two ministries of one state are two; a state that is named without a body may speak through any of them.
"""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.columns import Col
from analysis.countries import country_name
from analysis.origins.names import load_names
from analysis.origins.offices import STATE, bodies_of_persons, commonest, spelling
from analysis.origins.rows import slug
from analysis.results import records

OFFICIAL, SPEAKER = "official", "speaker"
_CITED = re.compile(
    r"\b(?:media|newspaper|television|tv|broadcaster|news|institute|institution|observatory|think tank)\b"
)
_BODIES = frozenset({"ministry", "department", "embassy", "army", "military", "parliament", "office"})
"""Last words of names that many states' bodies have."""


@dataclass(frozen=True, slots=True)
class Party:
    """Whose word it is: kind (OFFICIAL or SPEAKER), key within the kind, and name."""

    kind: str
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Parties:
    """Every speaker of the statements, resolved over all articles.

    Attributes:
        _names: The name of each actor.
        _states: The country of each actor that has one anywhere [ISO 3166-1 alpha-3].
        _bodies: The body that each person speaks for, where one article says so.
    """

    _names: Mapping[str, str]
    _states: Mapping[str, str]
    _bodies: Mapping[str, str]

    @classmethod
    def of(cls, statements: pd.DataFrame, mentions: pd.DataFrame) -> "Parties":
        """What all articles together say of each speaker."""
        named, rows = records(mentions), records(statements)
        states = commonest((row[Col.ENTITY_ID], row[Col.COUNTRY_CODE]) for row in named)
        names = {str(row[Col.ENTITY_ID]): str(row[Col.ENTITY]) for row in named}
        return cls(names, states, bodies_of_persons(rows, named))

    def of_article(self, statements: Sequence[Mapping[str, object]]) -> list[Party | None]:
        """Whose word each statement of one article is, in the order of the text; None: nobody's who is known.

        `The statement said` and a bare `the ministry` are of the party that spoke last.
        """
        found: list[Party | None] = []
        last: Party | None = None
        for row in statements:
            party = self._party(row, last)
            last = party or last
            found.append(party)
        return found

    def _party(self, row: Mapping[str, object], last: Party | None) -> Party | None:
        actor, named = str(row[Col.SPEAKER_ENTITY_ID]), str(row[Col.COUNTRY_CODE])
        kind, _, name = actor.partition(":")
        state = name if kind == "country" else self._states.get(actor, named)
        if not actor and not state:
            return last if row[Col.SOURCE_TYPE] == "document" else None
        if kind in {"", "country"}:
            return self._official(state, STATE)
        if kind == "organisation":
            return self._body(actor, state, last)
        if kind not in {"person", "bloc"}:
            return None
        if not state:
            return self._stateless(actor)
        body = self._bodies.get(actor, "")
        return self._official(state, body) if body else self._official(state, slug(name), self._names.get(actor, ""))

    def _body(self, actor: str, state: str, last: Party | None) -> Party | None:
        """A state's body or another organisation; media and institutes are other kinds."""
        name = actor.removeprefix("organisation:")
        if name in _cited() or _CITED.search(name.replace("-", " ")):
            return None
        if not state and name.split("-")[-1] in _BODIES and last is not None and last.kind == OFFICIAL:
            if last.key.endswith(f"-{name}"):
                return last
            state = last.key.partition("/")[0].upper()
        return self._official(state, spelling(name, state)) if state else self._stateless(actor)

    def _stateless(self, actor: str) -> Party:
        name = actor.partition(":")[2]
        return Party(SPEAKER, slug(name), self._names.get(actor, name))

    def _official(self, state: str, body: str, name: str = "") -> Party:
        """The party of a state and a body of it, or the state as a whole."""
        country = country_name(state)
        if body == STATE:
            return Party(OFFICIAL, state.lower(), f"{country} (officials)")
        spoken = name or body.replace("-s-", "'s ").replace("-", " ")
        return Party(OFFICIAL, f"{state.lower()}/{body}", f"{spoken[0].upper()}{spoken[1:]} ({country})")


@functools.lru_cache(maxsize=1)
def _cited() -> frozenset[str]:
    """Agencies and outlets as keys of actors."""
    names = load_names()
    forms = (form for entries in (names.agencies, names.outlets) for name in entries for form in (name, *entries[name]))
    return frozenset(slug(form.removeprefix("The ")) for form in forms)
