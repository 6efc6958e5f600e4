"""Which country's acts each passage reports, so that one country's deed is never told as another's."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from analysis.comparison.passages import Passage
from analysis.results import records

_FAMILIES: Mapping[str, str] = {"REJECT": "DENY", "COERCE": "SANCTION", "COOPERATE": "AGREE"}
"""Acts that outlets choose between for one and the same deed; each is counted with the other."""
_TOLD_LOOSELY = frozenset({"COMMENT"})
"""Acts too wide for two passages with them to tell one claim."""
_MOSTLY = 0.6
"""Share of a response's evidence that an embedded phrase must hold to report it, and not be its matter [characters]."""

Deed = tuple[str, str]
"""A country [ISO 3166-1 alpha-3] and its act."""


class Deeds(NamedTuple):
    """What a passage reports of countries.

    Attributes:
        countries: Who acts; empty where no country does.
        acts: Who does what, comments left out.
        sole: Those of the acts that the article reports in no other sentence.
    """

    countries: frozenset[str] = frozenset()
    acts: frozenset[Deed] = frozenset()
    sole: frozenset[Deed] = frozenset()


def find_deeds(claims: pd.DataFrame, passages: Sequence[Passage], responses: pd.DataFrame) -> list[Deeds]:
    """The deeds of each row of CLAIMS, in its order, read off RESPONSES.

    Where a sentence was cut into passages, all of them tell of its country, and those with the verb or noun that was
    read tell its act.
    """
    rows: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for place, row in enumerate(records(claims)):
        rows[row["document_id"]].append((place, row))
    found = [Deeds() for _ in passages]
    reported = records(responses)
    once = _told_once(reported)
    for response in reported:
        places = [place for place, row in rows[response["document_id"]] if _is_told(row, response)]
        cue = str(response["rule_id"]).partition(":")[2].split(" ")[0]
        telling = {place for place in places if _has(passages[place], cue)} or set(places)
        is_sole = (response["document_id"], _deed(response)) in once
        for place in places:
            found[place] = _with(found[place], _deed(response), is_told=place in telling, is_sole=is_sole)
    return found


def _with(deeds: Deeds, deed: Deed, *, is_told: bool, is_sole: bool) -> Deeds:
    told = {deed} if is_told and deed[1] not in _TOLD_LOOSELY else set()
    return Deeds(deeds.countries | {deed[0]}, deeds.acts | told, deeds.sole | (told if is_sole else set()))


def _told_once(responses: Iterable[Mapping[str, Any]]) -> set[tuple[str, Deed]]:
    """The deeds that an article reports in one sentence alone."""
    sentences: dict[tuple[str, Deed], set[int]] = defaultdict(set)
    for row in responses:
        sentences[row["document_id"], _deed(row)].add(row["sentence_index"])
    return {key for key, places in sentences.items() if len(places) == 1}


def _has(passage: Passage, cue: str) -> bool:
    return any(word.lemma.split("_")[0] == cue for word in passage.words)


def _deed(response: Mapping[str, Any]) -> Deed:
    return response["country_code"], _FAMILIES.get(response["act"], response["act"])


def _is_told(claim: Mapping[str, Any], response: Mapping[str, Any]) -> bool:
    """Whether the passage reports the response; what it takes for granted is mostly the matter of one, not a report."""
    start = max(claim["start_char"], response["start_char"])
    shared = min(claim["end_char"], response["end_char"]) - start
    needed = _MOSTLY * (response["end_char"] - response["start_char"]) if claim["is_embedded"] else 0
    return bool(shared > 0 and shared >= needed)
