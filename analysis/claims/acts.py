"""The acts of countries that several articles report, as claims of their own.

`Morocco recalled its ambassador` and `Rabat called its envoy home` are one claim however they are worded: one country,
one act. Since a country may accuse twice over two matters, the two passages must also be about the same.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from analysis.claims.clustering import cluster
from analysis.columns import Col
from analysis.embeddings import load_encoder
from analysis.results import records
from analysis.settings import Settings
from analysis.tables import CLAIMS, Row

_FAMILIES: Mapping[str, str] = {"REJECT": "DENY", "COERCE": "SANCTION", "COOPERATE": "AGREE"}
"""Acts that outlets choose between for one and the same deed; each is counted with the other."""
_TOLD_LOOSELY = frozenset({"COMMENT", "NO_STATEMENT"})
"""Acts too wide for two passages with them to tell one claim."""
_APART = 0.2
"""What two passages of one act count for when they were told to be apart or stand in one article [cosine]."""
_LOOSER = 0.1
"""A group of passages may be that much less close on average than the pair it began with [cosine]."""

Reported = dict[str, Any]


def add_shared_acts(claims: pd.DataFrame, responses: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """CLAIMS with the acts of one country that two or more articles report, as claims of their own.

    Acts whose passages already stand in one claim are not added again.
    """
    groups: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row in records(claims):
        groups[row["document_id"]].append((row["start_char"], row["end_char"], row["group_id"]))
    rows: list[Row] = []
    for group_id, passages in _shared(responses, settings):
        told = [_groups_at(groups, passage) for passage in passages]
        if not set.intersection(*told):
            rows += [_claim(group_id, passage) for passage in passages]
    return CLAIMS.conform(pd.concat([claims, CLAIMS.frame(rows)])) if rows else claims


def _shared(responses: pd.DataFrame, settings: Settings) -> Iterator[tuple[str, list[Reported]]]:
    """Each act with the passages of two or more articles that report it."""
    by_act: dict[tuple[str, str], list[Reported]] = defaultdict(list)
    for row in sorted(records(responses), key=lambda r: (r["document_id"], r["start_char"], r["response_id"])):
        if row["act"] not in _TOLD_LOOSELY and (row["confidence"] or 0) >= settings.response_confidence:
            by_act[row["country_code"], _FAMILIES.get(row["act"], row["act"])].append(row)
    for (country, act), rows in sorted(by_act.items()):
        for place, passages in enumerate(_about_the_same(rows, settings), 1):
            yield f"act:{country}:{act}" + (f":{place}" if place > 1 else ""), passages


def _about_the_same(rows: Sequence[Reported], settings: Settings) -> list[list[Reported]]:
    """One act's passages by what they are about, those that one article alone has left out."""
    documents = [row["document_id"] for row in rows]
    if len(set(documents)) < 2:
        return []
    vectors = [item.sentence for item in load_encoder().encode([row["evidence"] for row in rows])]
    pairs = [(i, j) for i, j in combinations(range(len(rows)), 2) if documents[i] != documents[j]]
    close = {(i, j): float(vectors[i] @ vectors[j]) for i, j in pairs}
    start = settings.act_cosine
    found: dict[int, list[Reported]] = defaultdict(list)
    groups = cluster(close, documents, start=start, cohesion=start - _LOOSER, apart=_APART)
    for row, group in zip(rows, groups, strict=True):
        if not any(_overlap(row, other) for other in found[group]):
            found[group].append(row)
    return [passages for passages in found.values() if len({row["document_id"] for row in passages}) > 1]


def _overlap(a: Reported, b: Reported) -> bool:
    """Whether two reports are one passage of one article."""
    apart = a["start_char"] >= b["end_char"] or b["start_char"] >= a["end_char"]
    return bool(a["document_id"] == b["document_id"]) and not apart


def _groups_at(groups: Mapping[str, list[tuple[int, int, str]]], passage: Mapping[str, Any]) -> set[str]:
    return {
        group
        for start, end, group in groups[passage["document_id"]]
        if start < passage["end_char"] and end > passage["start_char"]
    }


def _claim(group_id: str, passage: Mapping[str, Any]) -> Row:
    return {
        Col.CLAIM_ID: f"{passage['act']}:{passage['response_id']}",
        Col.GROUP_ID: group_id,
        Col.DOCUMENT_ID: passage["document_id"],
        Col.START_CHAR: passage["start_char"],
        Col.END_CHAR: passage["end_char"],
        Col.SENTENCE_INDEX: passage["sentence_index"],
        Col.TEXT: passage["evidence"],
        Col.WHO: passage["actor"],
        Col.ACT: passage["act"],
        Col.WHOM: passage["target_code"],
        Col.SCORE: passage["confidence"],
        Col.REASON: f"{passage['country_code']}: {passage['act']}, reported by two or more articles in like words",
    }
