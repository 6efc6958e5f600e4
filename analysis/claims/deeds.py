"""Which country's acts each passage reports, so that one country's deed is never told as another's."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from analysis.comparison.passages import Passage
from analysis.results import records

_FAMILIES: Mapping[str, str] = {"REJECT": "DENY", "COERCE": "SANCTION", "COOPERATE": "AGREE"}
"""Acts that outlets choose between for one and the same deed; each is counted with the other."""
_TOLD_LOOSELY = frozenset({"COMMENT"})
"""Acts too wide for two passages with them to tell one claim."""
_CHARGE = "ACCUSE"
_DENIAL = "DENY"
_MOSTLY = 0.6
"""Share of a response's evidence that an embedded phrase must hold to report it, and not be its matter [characters]."""

_IN_PASSING = 0.4
"""Share of a passage that the evidence of an act takes at least where the passage tells the act: `while making these
claims` names it in passing [characters]."""

Deed = tuple[str, str]
"""A country [ISO 3166-1 alpha-3] and its act."""


class Deeds(NamedTuple):
    """What a passage reports of countries.

    Attributes:
        countries: Who acts; empty where no country does.
        acts: Who does what, comments left out.
        denials: Who denies to whom, where it is known whom it answers: what a country denies to one other is mostly one
            thing, in whatever words.
    """

    countries: frozenset[str] = frozenset()
    acts: frozenset[Deed] = frozenset()
    denials: frozenset[Deed] = frozenset()

    @property
    def charges(self) -> frozenset[Deed]:
        """Those of the acts that are accusations."""
        return frozenset(deed for deed in self.acts if deed[1] == _CHARGE)


def find_deeds(claims: pd.DataFrame, passages: Sequence[Passage], responses: pd.DataFrame) -> list[Deeds]:
    """The deeds of each row of CLAIMS, in its order, read off RESPONSES.

    Where a sentence was cut into passages, all of them tell of its country. Its act is told by those with the verb or
    noun that was read, and by that with the words in which it was done: `the minister alleged | that a plot was near`.
    """
    rows: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for place, row in enumerate(records(claims)):
        rows[row["document_id"]].append((place, row))
    found = [Deeds() for _ in passages]
    for response in records(responses):
        places = [place for place, row in rows[response["document_id"]] if _is_told(row, response)]
        cue = str(response["rule_id"]).partition(":")[2].split(" ")[0]
        telling = {place for place in places if _has(passages[place], cue)}
        telling = telling | {place for place in places if _is_content(passages[place])} if telling else set(places)
        length = response["end_char"] - response["start_char"]
        telling = {place for place in telling if length >= _IN_PASSING * len(passages[place].text)}
        for place in places:
            found[place] = _with(found[place], response, is_told=place in telling)
    return found


def _with(deeds: Deeds, response: Mapping[str, Any], *, is_told: bool) -> Deeds:
    country, act = deed = _deed(response)
    told = {deed} if is_told and act not in _TOLD_LOOSELY else set()
    denied = {(country, response["target_code"])} if told and act == _DENIAL and response["target_code"] else set()
    return Deeds(deeds.countries | {country}, deeds.acts | told, deeds.denials | denied)


def _has(passage: Passage, cue: str) -> bool:
    return any(word.lemma.split("_")[0] == cue for word in passage.words)


def _is_content(passage: Passage) -> bool:
    """Whether it is what somebody says: a clause after `that` with a subject of its own, which a relative one lacks."""
    return passage.text.lower().startswith("that ") and any(word.role == "who" for word in passage.words)


def _deed(response: Mapping[str, Any]) -> Deed:
    return response["country_code"], _FAMILIES.get(response["act"], response["act"])


def _is_told(claim: Mapping[str, Any], response: Mapping[str, Any]) -> bool:
    """Whether the passage reports the response; what it takes for granted is mostly the matter of one, not a report."""
    start = max(claim["start_char"], response["start_char"])
    shared = min(claim["end_char"], response["end_char"]) - start
    needed = _MOSTLY * (response["end_char"] - response["start_char"]) if claim["is_embedded"] else 0
    return bool(shared > 0 and shared >= needed)
