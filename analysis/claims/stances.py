"""Where outlets tell a country's stance differently, read off the RESPONSES table, so that passages stand behind it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import pandas as pd

from analysis.claims.clashes import Clash, Side, act_in_words
from analysis.columns import Col
from analysis.countries import country_name
from analysis.results import records
from analysis.settings import Settings
from analysis.tables import DISCREPANCIES, Row

SILENT = "NO_STATEMENT"
_SILENCE, _SIDE_TAKEN = "Did {country} make a statement?", "Is {country} for it or against it?"
_FOR = frozenset({"SUPPORT", "AGREE", "YIELD"})
_SPOKEN = (
    *("DENY", "REJECT", "CONDEMN", "SUPPORT", "AGREE", "ACCUSE", "THREATEN", "APPEAL"),
    *("SANCTION", "PROTEST", "YIELD", "COMMENT"),
)
"""Acts that are a reaction in words or measures, so that a country that did one has not been silent;
the more telling first."""

_MATTER = re.compile(r"\b(?:comment\w*|respon\w+|react\w*|answer\w*|repl(?:y|ied|ying)) (?:on|to|about) (.+)", re.I)
_OMISSION = re.compile(r"\b(?:mention|to which|on which|about which)\b", re.I)
"""A silence on one thing alone: left out of what was said, or an answer owed to what a clause hangs on."""
_OPPOSED = frozenset(
    frozenset(pair)
    for pair in (("SUPPORT", "CONDEMN"), ("SUPPORT", "REJECT"), ("AGREE", "REJECT"), ("AGREE", "DENY"),
                 ("AGREE", "CONDEMN"), ("YIELD", "REJECT"))
)  # fmt: skip
_MATTER_NOUN = re.compile(
    r"\b(decision|plan|move|step|deal|agreement|proposal|offer|law|bill|ruling|verdict|vote|election|strike|attack|"
    r"withdrawal|sanctions?|expulsions?|visit|ban|tariffs?|treaty|resolution|invasion|launch|test|drills?|exercise|burning|bombing|shelling|operation|offensive|blockade|"
    r"annexation|reform|summit|talks|mission|recall|killing|arrest|referendum|cease-?fire|truce)\b"
)
"""What a country may be for or against, by its noun."""
_PLAIN_MATTER = re.compile(
    r"(?:incident|matter|issue|case|event|situation|affair|report|news|subject|launch|attack|strike|blast|explosion|"
    r"shooting|burning|killing|crash|decision|it\b)"
)
"""A matter so named is the one that the articles are about, and broken by words on anything of it."""


def find_stance_clashes(responses: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """DISCREPANCIES of kind stance: silent in one outlet and heard in another, or for in one and against in another."""
    by_country: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in records(responses):
        if (row["confidence"] or 0) >= settings.response_confidence:
            by_country[row["country_code"]].append(row)
    found: dict[str, Row] = {}
    for country in sorted(by_country):
        for clash in (*_silences(by_country[country]), *_reversals(by_country[country])):
            found.setdefault(str(clash[Col.DISCREPANCY_ID]), clash)
    return DISCREPANCIES.frame(found.values())


def _silences(rows: list[dict[str, Any]]) -> Iterator[Row]:
    """The country said nothing here and something there; for each pair of articles the first telling one."""
    for silent in rows:
        if silent["act"] != SILENT:
            continue
        heard: dict[str, dict[str, Any]] = {}
        for row in sorted(rows, key=_rank):
            if row["act"] in _SPOKEN and row["document_id"] != silent["document_id"]:
                heard.setdefault(row["document_id"], row)
        own = {r["act"] for r in rows if r["document_id"] == silent["document_id"] and r["act"] in _SPOKEN}
        if own:
            continue  # the same article reports a reaction too: what is withheld is some detail
        for row in heard.values():
            if not _is_about(silent, row):
                continue
            yield _row(_SILENCE, (silent, "silent"), (_in_full(row, rows), "heard"))


def _in_full(row: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The response with the longest passage that its sentence gives for the country: who speaks and what is said."""
    same = [r for r in rows if (r["document_id"], r["sentence_index"]) == (row["document_id"], row["sentence_index"])]
    widest = max(same, key=lambda r: (r["end_char"] - r["start_char"], -r["start_char"], r["response_id"]))
    return row | {name: widest[name] for name in ("start_char", "end_char", "evidence")}


def _is_about(silent: Mapping[str, Any], heard: Mapping[str, Any]) -> bool:
    """Whether a silence could be broken by a reaction: one on a named matter only by words on that matter."""
    if _OMISSION.search(str(silent["evidence"])):
        return False
    matter = _MATTER.search(str(silent["evidence"]))
    words = {word[:5] for word in re.findall(r"[a-z]{5,}", matter[1].lower())} if matter else set()
    if not matter or _PLAIN_MATTER.search(matter[1]):
        return True
    return any(word in str(heard["evidence"]).lower() for word in sorted(words))


def _reversals(rows: list[dict[str, Any]]) -> Iterator[Row]:
    """The country is for it here and against it there: towards the same country, or on what both name in a word."""
    for a, b in combinations(sorted(rows, key=lambda r: (r["document_id"], r["start_char"], r["response_id"])), 2):
        opposed = frozenset({a["act"], b["act"]}) in _OPPOSED and a["document_id"] != b["document_id"]
        if opposed and _on_one_matter(a, b):
            acts = {r["act"] for r in rows if r["document_id"] == a["document_id"]}
            if b["act"] not in acts:
                yield _row(_SIDE_TAKEN, (a, _side_of(a["act"])), (b, _side_of(b["act"])))


def _on_one_matter(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    if a["target_code"] and b["target_code"]:
        return bool(a["target_code"] == b["target_code"])
    left, right = (set(_MATTER_NOUN.findall(str(row["evidence"]).lower())) for row in (a, b))
    return bool(left & right)


def _rank(row: Mapping[str, Any]) -> tuple[bool, int, float, int, str]:
    """What an article tells first comes first, of one sentence the surest and more telling; comments come last."""
    rank = _SPOKEN.index(row["act"]) if row["act"] in _SPOKEN else len(_SPOKEN)
    confidence = -float(row["confidence"] or 0)
    return row["act"] == "COMMENT", int(row["sentence_index"]), confidence, rank, str(row["response_id"])


def _side_of(act: str) -> str:
    return "for" if act in _FOR else "against"


def _row(question: str, here: tuple[Mapping[str, Any], str], there: tuple[Mapping[str, Any], str]) -> Row:
    """A clash of two responses of one country, each with the side that it takes in the question."""
    a, b = here[0], there[0]
    return Clash(
        Side.of_response(*here),
        Side.of_response(*there),
        kind="stance",
        question=question.format(country=country_name(a["country_code"])),
        rule_id="responses.stance",
        reason=f"{a['country_code']}: {act_in_words(a['act'])} here, {act_in_words(b['act'])} there",
        score=min(float(a["confidence"] or 0), float(b["confidence"] or 0)),
        country_code=a["country_code"],
    ).row()
