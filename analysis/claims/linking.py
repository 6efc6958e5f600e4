"""Pairs of passages that may tell one claim: candidates from an index of vectors, compared one by one.

Candidates of other articles come from an approximate nearest-neighbour index, so that the work grows with the number of
claims and not with its square. Within an article, what stands next to each other may tell one claim twice, and one act
of several countries may be told country by country.
"""

import heapq
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd
from usearch.index import Index

from analysis.claims.attributed import attributed
from analysis.claims.background import Background, centred, first_places
from analysis.claims.clustering import Pair
from analysis.claims.deeds import Deeds, find_deeds
from analysis.claims.likelihood import Likeness, Nearness, Told, likelihood_of
from analysis.claims.voices import find_voices
from analysis.columns import Col
from analysis.comparison.alignment import Alignment, align
from analysis.comparison.differences import Difference, turned
from analysis.comparison.judge import find_differences
from analysis.comparison.passages import Passage
from analysis.embeddings import Embedding, Vectors, load_encoder
from analysis.results import records
from analysis.retelling import load_reteller
from analysis.settings import Settings
from analysis.tables import CLAIMS, RESPONSES

_EXACT_BELOW = 2000
"""Up to this many claims the index is searched exactly, which is as fast and loses nothing."""
_OTHER_ACTOR = 0.5
"""What the closeness of two passages is worth in which different countries act."""
NEEDED_SHARE = {"number": 0.8, "date": 0.3}
"""Share of `discrepancy_score` that two passages need for a clash of a kind: a unit or an event in common already says
that a number or date is of the same thing. All other kinds need the whole of it."""
_NEXT = 1
"""How far on an article tells a claim once more: a headline in its first sentence [sentences]."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of different articles and how they compare.

    Attributes:
        first: Place of the first passage in the CLAIMS frame, before `second`.
        differences: What they tell differently; none is looked for in two that are too far apart to clash.
        closeness: Of their wording and their actors, all that the event's articles share taken off [0 to 1].
        likeness: What speaks for and against both telling one claim.
        reread: Log odds that they tell one claim, weighed once more after both were read together; None: they were not.
    """

    first: int
    second: int
    differences: tuple[Difference, ...]
    closeness: float
    likeness: Likeness
    reread: float | None = None

    @property
    def log_odds(self) -> float:
        """For one claim against two, by all that is known [natural logarithm]."""
        return self.likeness.log_odds if self.reread is None else self.reread

    @property
    def likelihood(self) -> float:
        """Share of pairs such as this that readers took for one claim [0 to 1]."""
        return likelihood_of(self.log_odds)

    def in_words(self) -> str:
        """What speaks for one claim, for a reader: `meaning near by 0.62, one act, likely by 0.87 read together`."""
        read = "" if self.reread is None else f", likely by {self.likelihood:.2f} read together"
        return self.likeness.in_words() + read


class Links(NamedTuple):
    """What was compared.

    Attributes:
        across: Pairs of different articles, in the order of the table.
        repeats: Log odds that two passages of one article tell one claim: neighbours, and acts told country by country.
        words: Of each row of the table, its speakers called by their names.
    """

    across: list[Link]
    repeats: dict[Pair, float]
    words: Sequence[str] = ()


class _Event(NamedTuple):
    """All passages of the articles, ready to be held side by side."""

    told: Sequence[Told]
    embeddings: Sequence[Embedding]
    background: Background
    retold: Vectors

    def alignments(self, a: int, b: int) -> tuple[Alignment, Alignment]:
        """The first aligned with the second, and the second with the first."""
        first, second = self.told[a].passage, self.told[b].passage
        left, right = self.embeddings[a], self.embeddings[b]
        weigher = self.background.weigher
        return align(first, second, left, right, weigher(first)), align(second, first, right, left, weigher(second))

    def likeness(self, a: int, b: int, margin: float = 0.0) -> Likeness:
        """What speaks for and against both telling one claim."""
        rarity = self.background.rarity(self.told[a].passage, self.told[b].passage)
        nearness = Nearness(float(self.retold[a] @ self.retold[b]), margin, rarity)
        return Likeness.of(self.told[a], self.told[b], nearness)


def link_claims(tables: Mapping[str, pd.DataFrame], settings: Settings) -> Links:
    """Pairs of passages that may tell the same, compared.

    Args:
        tables: CLAIMS, and what the same articles hold of MENTIONS, STATEMENTS and RESPONSES.
        settings: How many candidates each passage gets.
    """
    claims = tables[CLAIMS.name]
    if claims.empty:
        return Links([], {})
    texts = [str(text) for text in claims[Col.TEXT]]
    passages = [Passage.from_json(str(line), text) for line, text in zip(claims[Col.SIGNATURE], texts, strict=True)]
    deeds = find_deeds(claims, passages, tables[RESPONSES.name])
    documents = [str(value) for value in claims[Col.DOCUMENT_ID]]
    distinct = [row for row, first in enumerate(first_places(texts, documents)) if row == first]
    voices = find_voices(claims, distinct, tables)
    told = [Told(*parts) for parts in zip(passages, deeds, voices, strict=True)]
    embeddings = load_encoder().encode([passage.text for passage in passages])
    words = attributed(claims, passages, tables)
    retold = centred(load_reteller().encode(words), distinct)
    event = _Event(told, embeddings, Background.of(passages, embeddings, distinct), retold)
    pairs = sorted({*_candidates(event.retold, documents, settings), *_denying(deeds, documents, distinct)})
    repeats = dict.fromkeys(_shared_out(claims, deeds), 0.0)
    for pair in _neighbours(claims):
        repeats[pair] = max(event.likeness(*pair).log_odds, repeats.get(pair, -9.0))
    least = settings.discrepancy_score * min(NEEDED_SHARE.values())
    compared = [_compared(event, pair, least) for pair in pairs]
    margins = _margins(pairs, [found.wording for found in compared], documents)
    links = [
        Link(*pair, found.differences, found.closeness, event.likeness(*pair, margin))
        for pair, found, margin in zip(pairs, compared, margins, strict=True)
    ]
    return Links(links, repeats, words)


def _candidates(vectors: Vectors, documents: Sequence[str], settings: Settings) -> list[Pair]:
    """Pairs of different articles whose vectors are near, each once."""
    index = Index(ndim=vectors.shape[1], metric="cos", dtype="f32")
    index.add(np.arange(len(vectors)), vectors, threads=1)
    wanted = min(len(vectors), settings.candidates_per_claim)
    found = index.search(vectors, wanted, exact=len(vectors) <= _EXACT_BELOW, threads=1)
    pairs = set()
    for row, keys in enumerate(np.atleast_2d(found.keys)):
        pairs |= {(min(row, int(key)), max(row, int(key))) for key in keys if documents[int(key)] != documents[row]}
    return sorted(pairs)


def _denying(deeds: Sequence[Deeds], documents: Sequence[str], distinct: Sequence[int]) -> Iterator[Pair]:
    """Pairs of different articles with a denial of one country to one other, which may share no word."""
    for first, second in itertools.combinations([row for row in distinct if deeds[row].denials], 2):
        if documents[first] != documents[second] and deeds[first].denials & deeds[second].denials:
            yield first, second


def _shared_out(claims: pd.DataFrame, deeds: Sequence[Deeds]) -> Iterator[Pair]:
    """Passages of one article that tell one act of different countries, or one accusation more than once.

    Another article may tell the countries' act in one passage; and what a country accuses another of is mostly one
    thing, to which an article comes back.
    """
    by_article: dict[str, list[int]] = defaultdict(list)
    for place, document_id in enumerate(claims[Col.DOCUMENT_ID]):
        if deeds[place].acts:
            by_article[str(document_id)].append(place)
    for places in by_article.values():
        for first, second in itertools.combinations(places, 2):
            a, b = deeds[first], deeds[second]
            is_one_act = bool({act for _, act in a.acts} & {act for _, act in b.acts})
            if is_one_act and (not a.countries & b.countries or a.charges & b.charges):
                yield first, second


def _neighbours(claims: pd.DataFrame) -> Iterator[Pair]:
    """Passages of one article in one sentence or the next, neither within the other nor taken for granted."""
    rows = [(place, row) for place, row in enumerate(records(claims)) if not row["is_embedded"]]
    for at, (first, row) in enumerate(rows):
        for second, other in rows[at + 1 :]:
            apart = int(other["sentence_index"]) - int(row["sentence_index"])
            if other["document_id"] != row["document_id"] or apart > _NEXT:
                break
            if other["start_char"] >= row["end_char"]:
                yield first, second


class _Compared(NamedTuple):
    """How close a pair's wording is, what that is worth in a clash, and what they tell differently."""

    wording: float
    closeness: float
    differences: tuple[Difference, ...]


def _compared(event: _Event, pair: Pair, least: float) -> _Compared:
    """The pair held against each other, where they are close enough to clash.

    Both ways are looked at; that in which more is covered counts, since a claim may be the shorter one.

    Args:
        event: All passages.
        pair: Places of two of them.
        least: Closeness below which no difference between them is a clash.
    """
    there, back = event.alignments(*pair)
    wording = event.background.closeness(there, back, *pair)
    closeness = wording * (_OTHER_ACTOR if _act_apart(there.a, there.b) else 1.0)
    return _Compared(wording, closeness, _differences(there, back) if closeness >= least else ())


def _margins(pairs: Sequence[Pair], closeness: Sequence[float], documents: Sequence[str]) -> list[float]:
    """By how much each pair is closer than the next best of either passage with the other one's article.

    Of all that an article tells, one passage at most tells what this one tells: the closest, and by some way.
    """
    found: dict[tuple[int, str], list[float]] = defaultdict(list)
    for (a, b), value in zip(pairs, closeness, strict=True):
        found[a, documents[b]].append(value)
        found[b, documents[a]].append(value)
    best = {key: heapq.nlargest(2, [*values, 0.0]) for key, values in found.items()}

    def margin(place: int, document_id: str, value: float) -> float:
        first, second = best[place, document_id]
        return value - (second if value == first else first)

    return [
        max(margin(a, documents[b], value), margin(b, documents[a], value))
        for (a, b), value in zip(pairs, closeness, strict=True)
    ]


def _differences(there: Alignment, back: Alignment) -> tuple[Difference, ...]:
    if there.covered_share >= back.covered_share:
        return find_differences(there)
    return tuple(turned(difference) for difference in find_differences(back))


def _act_apart(a: Passage, b: Passage) -> bool:
    """Whether both name the country that acts, and not the same: what one ministry says is not another's claim."""
    left, right = ({name.code for name in item.names if name.role == "who" and name.code} for item in (a, b))
    return bool(left and right) and not left & right
