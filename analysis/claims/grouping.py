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

from analysis.claims.background import Background
from analysis.columns import Col
from analysis.comparison.alignment import align
from analysis.comparison.differences import Comparison, flipped
from analysis.comparison.judge import judge
from analysis.comparison.passages import Passage
from analysis.embeddings import Embedding, Vectors, load_encoder
from analysis.settings import Settings
from analysis.tables import CLAIMS

_EXACT_BELOW = 2000
"""Up to this many claims the index is searched exactly, which is as fast and loses nothing."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of different articles and how they compare.

    Attributes:
        first: Place of the first passage in the CLAIMS frame, before `second`.
        closeness: How likely both tell the same claim, all that the event's articles share taken off [0 to 1].
    """

    first: int
    second: int
    comparison: Comparison
    closeness: float


def link_claims(claims: pd.DataFrame, settings: Settings) -> list[Link]:
    """Pairs of passages of different articles that may tell the same, compared, in the order of the table."""
    if claims.empty:
        return []
    texts = [str(text) for text in claims[Col.TEXT]]
    passages = [Passage.from_json(str(line), text) for line, text in zip(claims[Col.SIGNATURE], texts, strict=True)]
    embeddings = load_encoder().encode(texts)
    background = Background.of(passages, embeddings)
    documents = [str(value) for value in claims[Col.DOCUMENT_ID]]
    pairs = _candidates(background.centred, documents, settings)
    return [_link(passages, embeddings, background, pair) for pair in pairs]


def _candidates(vectors: Vectors, documents: Sequence[str], settings: Settings) -> list[tuple[int, int]]:
    """Pairs of different articles whose vectors are near, each once."""
    index = Index(ndim=vectors.shape[1], metric="cos", dtype="f32")
    index.add(np.arange(len(vectors)), vectors, threads=1)
    wanted = min(len(vectors), settings.candidates_per_claim)
    found = index.search(vectors, wanted, exact=len(vectors) <= _EXACT_BELOW, threads=1)
    pairs = set()
    for row, keys in enumerate(np.atleast_2d(found.keys)):
        pairs |= {(min(row, int(key)), max(row, int(key))) for key in keys if documents[int(key)] != documents[row]}
    return sorted(pairs)


def _link(
    passages: Sequence[Passage], embeddings: Sequence[Embedding], background: Background, pair: tuple[int, int]
) -> Link:
    """The pair compared both ways; the way in which more is covered counts, since a claim may be the shorter one."""
    a, b = pair
    there = align(passages[a], passages[b], embeddings[a], embeddings[b], background.weight)
    back = align(passages[b], passages[a], embeddings[b], embeddings[a], background.weight)
    comparison = judge(there) if there.covered_share >= back.covered_share else flipped(judge(back))
    return Link(a, b, comparison, background.closeness(there, back, a, b))


def group_claims(claims: pd.DataFrame, links: Sequence[Link], settings: Settings) -> pd.DataFrame:
    """CLAIMS with a group for every passage; a claim that one outlet alone tells is a group of its own.

    Groups grow from the closest pair on, and two groups join only while their passages are close on average, so that a
    chain of half-alike passages does not end in one heap.
    """
    scores = {(link.first, link.second): link.closeness for link in links}
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
        if scores[a, b] < settings.claim_score:
            break
        left, right = group[a], group[b]
        if left == right:
            continue
        across = [scores[pair] for pair in _across(members[left], members[right]) if pair in scores]
        if sum(across) / len(across) < settings.group_cohesion:
            continue
        keep, drop = min(left, right), max(left, right)
        members[keep] = sorted(members[keep] + members.pop(drop))
        for row in members[keep]:
            group[row] = keep
    return group


def _across(left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int]]:
    return [(min(x, y), max(x, y)) for x in left for y in right]
