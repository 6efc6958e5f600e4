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
_TALKS = "CONSULT"
"""An act of two sides: with another side it is another act."""
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
        cue, others = _cues(str(response["rule_id"]))
        telling = {place for place in places if _has(passages[place], cue)}
        telling = telling or {place for place in places if _has(passages[place], others)}
        telling = telling | {place for place in places if _is_content(passages[place])} if telling else set(places)
        length = response["end_char"] - response["start_char"]
        telling = {place for place in telling if length >= _IN_PASSING * len(passages[place].text)}
        for place in places:
            found[place] = _with(found[place], response, is_told=place in telling)
    return found


def _with(deeds: Deeds, response: Mapping[str, Any], *, is_told: bool) -> Deeds:
    country, deed = response["country_code"], _deed(response)
    told = {deed} if is_told and deed[1] not in _TOLD_LOOSELY else set()
    is_answer = told and deed[1] == _DENIAL and response["target_code"]
    denied = {(country, response["target_code"])} if is_answer else set()
    return Deeds(deeds.countries | {country}, deeds.acts | told, deeds.denials | denied)


def _cues(rule_id: str) -> tuple[frozenset[str], frozenset[str]]:
    """The verbs or nouns of a rule, and the words that it asks for beside them: `make`, and `call` or `visit`."""
    head, *beside = rule_id.partition(":")[2].removeprefix("not ").split(" ")
    return frozenset(head.split("|")), frozenset(word for part in beside for word in part.rpartition(":")[2].split("|"))


def _has(passage: Passage, cues: frozenset[str]) -> bool:
    return any(word.lemma.split("_")[0] in cues for word in passage.words)


def _is_content(passage: Passage) -> bool:
    """Whether it is what somebody says: a clause after `that` with a subject of its own, which a relative one lacks."""
    return passage.text.lower().startswith("that ") and any(word.role == "who" for word in passage.words)


def _deed(response: Mapping[str, Any]) -> Deed:
    country, other, act = response["country_code"], response["target_code"], response["act"]
    if act == _TALKS and other:
        return min(country, other), f"{act} {max(country, other)}"
    return country, _FAMILIES.get(act, act)


def _is_told(claim: Mapping[str, Any], response: Mapping[str, Any]) -> bool:
    """Whether the passage reports the response; what it takes for granted is mostly the matter of one, not a report."""
    start = max(claim["start_char"], response["start_char"])
    shared = min(claim["end_char"], response["end_char"]) - start
    needed = _MOSTLY * (response["end_char"] - response["start_char"]) if claim["is_embedded"] else 0
    return bool(shared > 0 and shared >= needed)
