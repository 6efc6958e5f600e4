"""The same claim in several outlets: candidates from an index of vectors, decided by comparison, joined into groups.

Candidates come from an approximate nearest-neighbour index, so that the work grows with the number of claims and not
with its square. Whether two candidates tell the same is decided by the comparison of what they state.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from usearch.index import Index

from analysis.claims.background import Background
from analysis.claims.clustering import Place, cluster
from analysis.claims.deeds import find_deeds
from analysis.claims.likelihood import Likeness, Told
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
_ALONE = "told by this article alone"
_OTHER_ACTOR = 0.5
"""What the closeness of two passages is worth in which different countries act."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of different articles and how they compare.

    Attributes:
        first: Place of the first passage in the CLAIMS frame, before `second`.
        closeness: Of their wording and their actors, all that the event's articles share taken off [0 to 1].
        likeness: What speaks for and against both telling one claim.
    """

    first: int
    second: int
    comparison: Comparison
    closeness: float
    likeness: Likeness


def link_claims(claims: pd.DataFrame, responses: pd.DataFrame, settings: Settings) -> list[Link]:
    """Pairs of passages of different articles that may tell the same, compared, in the order of the table."""
    if claims.empty:
        return []
    texts = [str(text) for text in claims[Col.TEXT]]
    passages = [Passage.from_json(str(line), text) for line, text in zip(claims[Col.SIGNATURE], texts, strict=True)]
    deeds = find_deeds(claims, passages, responses)
    objects = [frozenset(filter(None, str(whom).split(" | "))) for whom in claims[Col.WHOM]]
    told = [Told(*parts) for parts in zip(passages, deeds, objects, strict=True)]
    embeddings = load_encoder().encode([passage.text for passage in passages])
    background = Background.of(passages, embeddings)
    documents = [str(value) for value in claims[Col.DOCUMENT_ID]]
    pairs = _candidates(background.centred, documents, settings)
    return [_link(told, embeddings, background, pair) for pair in pairs]


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


def _link(told: Sequence[Told], embeddings: Sequence[Embedding], background: Background, pair: tuple[int, int]) -> Link:
    """The pair compared both ways; the way in which more is covered counts, since a claim may be the shorter one."""
    a, b = pair
    first, second = told[a].passage, told[b].passage
    there = align(first, second, embeddings[a], embeddings[b], background.weigher(first))
    back = align(second, first, embeddings[b], embeddings[a], background.weigher(second))
    comparison = judge(there) if there.covered_share >= back.covered_share else flipped(judge(back))
    closeness = background.closeness(there, back, a, b)
    likeness = Likeness.of(told[a], told[b], closeness)
    return Link(a, b, comparison, closeness * (_OTHER_ACTOR if _act_apart(first, second) else 1.0), likeness)


def _act_apart(a: Passage, b: Passage) -> bool:
    """Whether both name the country that acts, and not the same: what one ministry says is not another's claim."""
    left, right = ({name.code for name in item.names if name.role == "who" and name.code} for item in (a, b))
    return bool(left and right) and not left & right


def group_claims(claims: pd.DataFrame, links: Sequence[Link], settings: Settings) -> tuple[pd.DataFrame, list[Link]]:
    """CLAIMS with a group for every passage, and the links between the rows of it.

    A claim that one outlet alone tells is a group of its own. What a passage takes for granted stays only where another
    article tells it too and the passage itself is not in that group.
    """
    least, start = (math.log(share / (1 - share)) for share in (settings.claim_score, settings.claim_start))
    odds = {(x.first, x.second): x.likeness.log_odds - least for x in links}
    places = _places(claims)
    groups = cluster(odds, places, start=start - least)
    kept = _kept(groups, places, [bool(value) for value in claims[Col.IS_EMBEDDED]])
    best: dict[int, Likeness] = {}
    for link in sorted(links, key=lambda item: item.likeness.log_odds):
        if groups[link.first] == groups[link.second]:
            best[link.first] = best[link.second] = link.likeness
    frame = claims.copy()
    names = {group: f"claim:{claims[Col.CLAIM_ID].iloc[group]}" for group in set(groups)}
    frame[Col.GROUP_ID] = [names[group] for group in groups]
    frame[Col.SCORE] = [round(best[row].likelihood, 4) if row in best else None for row in range(len(claims))]
    frame[Col.REASON] = [best[row].in_words() if row in best else _ALONE for row in range(len(claims))]
    at = {row: place for place, row in enumerate(kept)}
    moved = [replace(x, first=at[x.first], second=at[x.second]) for x in links if x.first in at and x.second in at]
    return CLAIMS.conform(frame.iloc[kept].reset_index(drop=True)), moved


def _places(claims: pd.DataFrame) -> list[Place]:
    columns = (claims[column] for column in (Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR))
    return [(str(document), int(start), int(end)) for document, start, end in zip(*columns, strict=True)]


def _kept(groups: Sequence[int], places: Sequence[Place], is_embedded: Sequence[bool]) -> list[int]:
    """Rows that tell a reader something: all but embedded phrases that nobody else tells or that repeat a passage."""
    members: dict[int, list[int]] = defaultdict(list)
    for row, group in enumerate(groups):
        members[group].append(row)
    kept = []
    for row, group in enumerate(groups):
        others = [other for other in members[group] if other != row]
        repeats = any(_holds(places[other], places[row]) for other in others)
        is_shared = any(places[other][0] != places[row][0] for other in others)
        if not is_embedded[row] or (is_shared and not repeats):
            kept.append(row)
    return kept


def _holds(outer: Place, inner: Place) -> bool:
    """Whether the inner passage lies in the outer; of two that are equal neither does."""
    inside = outer[0] == inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2]
    return inside and outer != inner
