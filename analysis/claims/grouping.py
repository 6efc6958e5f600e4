"""The same claim in several outlets: candidates from an index of vectors, decided by comparison, joined into groups.

Candidates come from an approximate nearest-neighbour index, so that the work grows with the number of claims and not
with its square. Whether two candidates tell the same is decided by the comparison of what they state.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from usearch.index import Index

from analysis.claims.background import Background
from analysis.claims.clustering import cluster
from analysis.columns import Col
from analysis.comparison.alignment import align
from analysis.comparison.differences import Comparison, flipped
from analysis.comparison.judge import judge
from analysis.comparison.passages import Passage
from analysis.comparison.related import are_related
from analysis.embeddings import Embedding, Vectors, load_encoder
from analysis.settings import Settings
from analysis.tables import CLAIMS

_EXACT_BELOW = 2000
"""Up to this many claims the index is searched exactly, which is as fast and loses nothing."""
_OTHER_ACTOR = 0.5
"""What the closeness of two passages is worth in which different countries act."""
_MIN_COMMON_WORDS = 2
_NAMES_ALONE = 0.6
"""What the closeness of two passages is worth that share names and hardly a word: of one minister much is told."""
_APART = 0.1
"""Closeness of two passages that were no candidates, or that stand in one article."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of different articles and how they compare.

    Attributes:
        first: Place of the first passage in the CLAIMS frame, before `second`.
        closeness: How likely both tell the same claim, all that the event's articles share taken off [0 to 1].
        by_name: They share names and hardly a word, which does not make them one claim.
    """

    first: int
    second: int
    comparison: Comparison
    closeness: float
    by_name: bool = False


def link_claims(claims: pd.DataFrame, settings: Settings) -> list[Link]:
    """Pairs of passages of different articles that may tell the same, compared, in the order of the table."""
    if claims.empty:
        return []
    texts = [str(text) for text in claims[Col.TEXT]]
    passages = [Passage.from_json(str(line), text) for line, text in zip(claims[Col.SIGNATURE], texts, strict=True)]
    embeddings = load_encoder().encode([passage.text for passage in passages])
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
    there = align(passages[a], passages[b], embeddings[a], embeddings[b], background.weigher(passages[a]))
    back = align(passages[b], passages[a], embeddings[b], embeddings[a], background.weigher(passages[b]))
    comparison = judge(there) if there.covered_share >= back.covered_share else flipped(judge(back))
    closeness = background.closeness(there, back, a, b)
    if _act_apart(passages[a], passages[b]):
        closeness *= _OTHER_ACTOR
    by_name = _words_in_common(passages[a], passages[b]) < _MIN_COMMON_WORDS
    return Link(a, b, comparison, closeness, by_name)


def _words_in_common(a: Passage, b: Passage) -> int:
    """Words of a, names left out, that b has or a dictionary relates to one of b's."""
    left, right = ({word.lemma for word in item.words if word.pos != "PROPN"} for item in (a, b))
    return sum(any(x == y or are_related(x, y) for y in right) for x in left)


def _act_apart(a: Passage, b: Passage) -> bool:
    """Whether both name the country that acts, and not the same: what one ministry says is not another's claim."""
    left, right = ({name.code for name in item.names if name.role == "who" and name.code} for item in (a, b))
    return bool(left and right) and not left & right


def group_claims(claims: pd.DataFrame, links: Sequence[Link], settings: Settings) -> pd.DataFrame:
    """CLAIMS with a group for every passage; a claim that one outlet alone tells is a group of its own."""
    scores = {(x.first, x.second): x.closeness * (_NAMES_ALONE if x.by_name else 1.0) for x in links}
    documents = [str(value) for value in claims[Col.DOCUMENT_ID]]
    groups = cluster(scores, documents, start=settings.claim_score, cohesion=settings.group_cohesion, apart=_APART)
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
