"""Acts that one outlet says a country has not taken, while another reports that it has.

`The government has yet to blame anyone` here and `the president blamed the rebels` there is a clash of stance, although
neither sentence denies the other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.claims.clashes import Clash, Side
from analysis.comparison.passages import Passage
from analysis.countries import country_name
from analysis.results import records
from analysis.settings import Settings
from analysis.tables import DISCREPANCIES, Row

_CUES: Mapping[str, str] = {
    "blame": "ACCUSE", "accuse": "ACCUSE", "condemn": "CONDEMN", "denounce": "CONDEMN", "condemnation": "CONDEMN",
    "apologise": "YIELD", "apologize": "YIELD", "apology": "YIELD", "retaliate": "SANCTION", "sanction": "SANCTION",
}  # fmt: skip
_QUESTIONS: Mapping[str, str] = {
    "ACCUSE": "Did {country} blame anybody?", "CONDEMN": "Did {country} condemn it?",
    "YIELD": "Did {country} apologise?", "SANCTION": "Did {country} retaliate?",
}  # fmt: skip
"""Words that name an act; denied of a country, they say that it has not taken it."""


def find_withheld_acts(claims: pd.DataFrame, responses: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """DISCREPANCIES of kind stance: an act that is denied of a country here and reported of it there.

    An article that reports the act as well withholds some detail of it, and clashes with none.
    """
    taken: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(records(responses), key=lambda r: (-(r["confidence"] or 0), r["document_id"], r["start_char"])):
        if (row["confidence"] or 0) >= settings.response_confidence:
            taken[row["country_code"], row["act"]].append(row)
    found: dict[tuple[str, ...], Row] = {}
    for claim, country, cue in _withheld(claims):
        rivals = taken[country, _CUES[cue]]
        if claim["document_id"] not in {rival["document_id"] for rival in rivals}:
            for rival in rivals:
                key = (claim["document_id"], country, cue, rival["document_id"])
                found.setdefault(key, _row(claim, cue, rival))
    return DISCREPANCIES.frame(found.values())


def _withheld(claims: pd.DataFrame) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Passages that deny an act, with the one country that acts in their sentence and the word that is denied."""
    actors: dict[tuple[str, int], set[str]] = defaultdict(set)
    denied = []
    for row in records(claims):
        if not row["signature"]:
            continue
        passage = Passage.from_json(row["signature"], row["text"])
        place = row["document_id"], row["sentence_index"]
        actors[place] |= {name.code for name in passage.names if name.role == "who" and name.code}
        cues = [word.lemma for word in passage.words if word.negated and word.lemma in _CUES]
        denied += [(row, place, cue) for cue in cues[:1]]
    for row, place, cue in denied:
        if len(actors[place]) == 1:
            yield row, next(iter(actors[place])), cue


def _row(claim: Mapping[str, Any], cue: str, rival: Mapping[str, Any]) -> Row:
    there = Side.of_response(rival, f"taken {rival['act']}")
    country = country_name(rival["country_code"])
    return Clash(
        Side.of_claim(claim, f"no {cue}", f"withheld {rival['act']}"),
        there,
        kind="stance",
        question=_QUESTIONS[rival["act"]].format(country=country),
        rule_id="responses.withheld",
        reason=f"{rival['country_code']}: no {cue} here, {there.value} there",
        score=rival["confidence"],
        country_code=rival["country_code"],
    ).row()
