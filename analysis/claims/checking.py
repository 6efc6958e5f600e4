"""A claim that an analyst types, against what each article says: borne out, contradicted, or nothing said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from analysis.columns import Col
from analysis.comparison.alignment import align
from analysis.comparison.differences import Comparison
from analysis.comparison.judge import judge
from analysis.comparison.passages import Passage, join_passages, read_passage
from analysis.embeddings import Embedding, load_encoder
from analysis.language import load_pipeline
from analysis.results import records
from analysis.settings import Settings

SUPPORTS, CONTRADICTS, SAYS_NOTHING = "supports", "contradicts", "says nothing"
RELATIONS = (SUPPORTS, CONTRADICTS, SAYS_NOTHING)
COLUMNS = (
    Col.DOCUMENT_ID, "relation", Col.SCORE, Col.REASON, Col.SENTENCE_INDEX, Col.START_CHAR, Col.END_CHAR,
)  # fmt: skip
_CLOSEST = 5
"""Passages of an article that a claim is compared with, those closest to it by vector."""
_ON_TOPIC = 0.35
"""Below this cosine a passage does not speak of the claim, whatever words they share."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A passage [start_char, end_char) of an article and how it compares with the claim."""

    start_char: int
    end_char: int
    sentence_index: int
    relation: str
    covered_share: float
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class ClaimChecker:
    """Articles ready to be asked about claims: what their passages state is read once.

    Attributes:
        settings: The run's settings.
    """

    settings: Settings
    _rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    _passages: dict[str, list[Passage]] = field(default_factory=dict)
    _vectors: dict[str, list[Embedding]] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: pd.DataFrame, settings: Settings) -> "ClaimChecker":
        """A checker over the passages of CLAIMS."""
        checker = cls(settings)
        stated = claims[claims[str(Col.SIGNATURE)] != ""]  # acts of countries repeat passages that stand already
        for document_id, frame in stated.groupby(str(Col.DOCUMENT_ID), sort=True):
            rows = records(frame.sort_values(str(Col.START_CHAR)))
            passages = [Passage.from_json(row[Col.SIGNATURE], row[Col.TEXT]) for row in rows]
            checker._rows[str(document_id)], checker._passages[str(document_id)] = rows, passages
            checker._vectors[str(document_id)] = load_encoder().encode([passage.text for passage in passages])
        return checker

    def check(self, text: str, *, published_on: str = "") -> pd.DataFrame:
        """How each article stands to a claim, with the passage of it that says so.

        Args:
            text: The claim, a sentence or two.
            published_on: Date by which `yesterday` in the claim is resolved [ISO 8601]; empty: not known.

        Returns:
            COLUMNS, a row for each article in alphabetical order, with its closest passage also where it says nothing
            of the claim; empty for an empty claim. `supports`: the article tells the same, never that either is right.
        """
        columns = [str(column) for column in COLUMNS]
        if not text.strip():
            return pd.DataFrame(columns=columns)
        claim = read_passage(load_pipeline(self.settings.model)(text.strip())[:], published_on)
        vector = load_encoder().encode([claim.text])[0]
        found = {document_id: self._decisive(document_id, claim, vector) for document_id in self._rows}
        rows = [
            (document_id, item.relation, item.comparison.score, "; ".join(item.comparison.reasons),
             item.sentence_index, item.start_char, item.end_char)
            for document_id, item in found.items()
        ]  # fmt: skip
        return pd.DataFrame(rows, columns=columns)

    def _decisive(self, document_id: str, claim: Passage, vector: Embedding) -> _Found:
        """The passage that decides for its article: of those that speak of the claim, the one with most of it."""
        found = self._compared(document_id, claim, vector)
        return max(found, key=lambda item: (item.relation != SAYS_NOTHING, item.covered_share, -item.start_char))

    def _compared(self, document_id: str, claim: Passage, vector: Embedding) -> Iterator[_Found]:
        vectors = self._vectors[document_id]
        cosines = np.array([float(vector.sentence @ item.sentence) for item in vectors])
        for place in sorted(np.argsort(-cosines, kind="stable")[:_CLOSEST].tolist()):
            yield self._judged(document_id, [place], claim, vector)
            neighbours = self._sentence_of(document_id, place)
            if len(neighbours) > 1:
                yield self._judged(document_id, neighbours, claim, vector)

    def _sentence_of(self, document_id: str, place: int) -> list[int]:
        """The places of all passages of a passage's sentence: a claim may be told over two of them."""
        rows = self._rows[document_id]
        sentence = rows[place][Col.SENTENCE_INDEX]
        return [other for other, row in enumerate(rows) if row[Col.SENTENCE_INDEX] == sentence]

    def _judged(self, document_id: str, places: Sequence[int], claim: Passage, vector: Embedding) -> _Found:
        rows, passages = self._rows[document_id], self._passages[document_id]
        whole, own = passages[places[0]], self._vectors[document_id][places[0]]
        for place in places[1:]:
            whole = join_passages(whole, passages[place])
        if len(places) > 1:
            own = load_encoder().encode([whole.text])[0]
        alignment = align(claim, whole, vector, own)
        comparison = judge(alignment)
        relation = self._relation(comparison, alignment.covered_share, alignment.cosine)
        return _Found(
            rows[places[0]][Col.START_CHAR], rows[places[-1]][Col.END_CHAR], rows[places[0]][Col.SENTENCE_INDEX],
            relation, alignment.covered_share, comparison,
        )  # fmt: skip

    def _relation(self, comparison: Comparison, covered_share: float, cosine: float) -> str:
        grave = any(d.is_contradiction and d.kind not in _MAY_BOTH_HOLD for d in comparison.differences)
        if cosine < _ON_TOPIC or covered_share < self.settings.check_share:
            return SAYS_NOTHING
        return CONTRADICTS if grave else SUPPORTS if comparison.relation == "same" else SAYS_NOTHING


_MAY_BOTH_HOLD = frozenset({"actor", "target", "location"})
"""Another name in a passage is no contradiction of a claim that was typed: the article may tell of both."""
