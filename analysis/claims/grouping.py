"""The same claim in several outlets: candidates from an index of vectors, decided by comparison, joined into groups.

Candidates come from an approximate nearest-neighbour index, so that the work grows with the number of claims and not
with its square. Whether two candidates tell the same is decided by the comparison of what they state.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from usearch.index import Index

from analysis.columns import Col
from analysis.comparison.alignment import align
from analysis.comparison.differences import Comparison
from analysis.comparison.judge import judge
from analysis.comparison.passages import Passage
from analysis.embeddings import Embedding, Vectors, load_encoder
from analysis.results import records
from analysis.settings import Settings
from analysis.tables import CLAIMS

_EXACT_BELOW = 2000
"""Up to this many claims the index is searched exactly, which is as fast and loses nothing."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of different articles (places in the CLAIMS frame, first < second) and how they compare."""

    first: int
    second: int
    comparison: Comparison


def link_claims(claims: pd.DataFrame, settings: Settings) -> list[Link]:
    """Pairs of passages of different articles that may tell the same, compared, in the order of the table."""
    if claims.empty:
        return []
    texts = [str(text) for text in claims[Col.TEXT]]
    passages = [Passage.from_json(str(line), text) for line, text in zip(claims[Col.SIGNATURE], texts, strict=True)]
    embeddings = load_encoder().encode(texts)
    documents = [str(value) for value in claims[Col.DOCUMENT_ID]]
    pairs = _candidates(np.stack([item.sentence for item in embeddings]), documents, settings)
    return [Link(a, b, _compare(passages, embeddings, a, b)) for a, b in pairs]


def _candidates(vectors: Vectors, documents: Sequence[str], settings: Settings) -> list[tuple[int, int]]:
    """Pairs of different articles whose vectors are near, each once."""
    index = Index(ndim=vectors.shape[1], metric="cos", dtype="f32")
    index.add(np.arange(len(vectors)), vectors, threads=1)
    wanted = min(len(vectors), settings.candidates_per_claim)
    found = index.search(vectors, wanted, exact=len(vectors) <= _EXACT_BELOW, threads=1)
    pairs = set()
    for row, (keys, distances) in enumerate(
        zip(np.atleast_2d(found.keys), np.atleast_2d(found.distances), strict=True)
    ):
        for key, distance in zip(keys, distances, strict=True):
            other = int(key)
            if documents[other] != documents[row] and 1 - float(distance) >= settings.candidate_cosine:
                pairs.add((min(row, other), max(row, other)))
    return sorted(pairs)


def _compare(passages: Sequence[Passage], embeddings: Sequence[Embedding], a: int, b: int) -> Comparison:
    """Both ways, since a claim may be the shorter of the two; the way in which more is covered counts."""
    there = align(passages[a], passages[b], embeddings[a], embeddings[b])
    back = align(passages[b], passages[a], embeddings[b], embeddings[a])
    return judge(there if there.covered_share >= back.covered_share else back)


def group_claims(claims: pd.DataFrame, links: Sequence[Link], settings: Settings) -> pd.DataFrame:
    """CLAIMS with a group for every passage; a claim that one outlet alone tells is a group of its own.

    Groups grow from the closest pair on, and two groups join only while their passages are close on average, so that a
    chain of half-alike passages does not end in one heap.
    """
    scores = {
        (link.first, link.second): link.comparison.score
        for link in links
        if link.comparison.score >= settings.claim_score
    }
    groups = _join(len(claims), scores, settings)
    best: dict[int, float] = defaultdict(float)
    for (a, b), score in scores.items():
        if groups[a] == groups[b]:
            best[a], best[b] = max(best[a], score), max(best[b], score)
    frame = claims.copy()
    frame[Col.GROUP_ID] = [f"claim:{claims[Col.CLAIM_ID].iloc[groups[row]]}" for row in range(len(claims))]
    frame[Col.SCORE] = [best.get(row) for row in range(len(claims))]
    frame[Col.REASON] = [_reason(best.get(row)) for row in range(len(claims))]
    return CLAIMS.conform(frame)


def _reason(score: float | None) -> str:
    return "told by this article alone" if score is None else "wording, names, numbers and dates close to another's"


def _join(n: int, scores: Mapping[tuple[int, int], float], settings: Settings) -> list[int]:
    """The group of each passage, named by its first member."""
    members = {row: [row] for row in range(n)}
    group = list(range(n))
    for a, b in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        left, right = group[a], group[b]
        if left == right:
            continue
        across = [scores.get((min(x, y), max(x, y)), 0.0) for x in members[left] for y in members[right]]
        if sum(across) / len(across) < settings.claim_score * settings.group_cohesion_share:
            continue
        keep, drop = min(left, right), max(left, right)
        members[keep] = sorted(members[keep] + members.pop(drop))
        for row in members[keep]:
            group[row] = keep
    return group


def texts_of(claims: pd.DataFrame) -> list[dict[str, object]]:
    """The rows of CLAIMS as plain values."""
    return records(claims)
