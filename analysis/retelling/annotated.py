"""Invented events, annotated: which claims each outlet's article tells, and where.

Each event of `events/training` and `events/weighing` is a file of articles as outlets of many kinds might report it,
and beside it the claims that two or more of them tell, with the quotation that tells it in each. None of it happened;
outlets, persons and figures are made up, but for heads of state and past events named in passing. Every event was
written and annotated by a reader who knew nothing of the rules, before anything was run on it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from analysis.columns import Col
from analysis.errors import InputError
from analysis.readers import Corpus, read_corpus

EVENTS = Path(__file__).with_name("events")
TRAINING, WEIGHING = "training", "weighing"
"""Folders of the events on which vectors and the rereader are trained, and of those on which findings are weighed."""
_MOSTLY = 0.5
"""Share that a passage and an annotated quotation have in common at least, of the shorter one, to tell the same."""

Place = tuple[str, int, int]
"""An article and offsets in it [start, end)."""


@dataclass(frozen=True, slots=True)
class AnnotatedEvent:
    """An event's articles and the claims that they share.

    Attributes:
        name: Of the event.
        corpus: Its articles, one per outlet.
        claims: For each claim the places that tell it, one in an article at most.
        loose: The claims that some of their places tell in part only.
    """

    name: str
    corpus: Corpus
    claims: tuple[tuple[Place, ...], ...]
    loose: frozenset[int]

    @classmethod
    def read(cls, articles: Path, annotation: Path) -> "AnnotatedEvent":
        """An event.

        Args:
            articles: A folder or file that `read_corpus` reads.
            annotation: The claims of it, as JSON.

        Raises:
            InputError: the articles cannot be read, or a quotation does not stand in its article as it is written.
        """
        corpus = read_corpus(articles)
        texts = {article.document_id: article.text for article in corpus.articles}
        told = json.loads(annotation.read_text(encoding="utf-8"))["claims"]
        claims = tuple(tuple(_place(articles, texts, *item) for item in claim["passages"].items()) for claim in told)
        return cls(articles.stem, corpus, claims, frozenset(row for row, claim in enumerate(told) if claim["is_loose"]))

    def told_by(self, place: Place) -> frozenset[int]:
        """The claims that a passage tells."""
        return frozenset(
            row for row, places in enumerate(self.claims) if any(_is_one(place, other) for other in places)
        )

    def told_by_rows(self, rows: Iterable[Mapping[str, Any]]) -> list[frozenset[int]]:
        """The claims that each row of CLAIMS tells."""
        return [self.told_by((row[Col.DOCUMENT_ID], row[Col.START_CHAR], row[Col.END_CHAR])) for row in rows]


def read_events(use: str) -> list[AnnotatedEvent]:
    """The events for a use, in the order of their names.

    Args:
        use: `TRAINING` or `WEIGHING`.
    """
    return [AnnotatedEvent.read(path, path.with_suffix(".json")) for path in sorted((EVENTS / use).glob("*.jsonl"))]


def average_precision(is_one: Sequence[bool], scores: Sequence[float]) -> float:
    """How well scores put the pairs that tell one claim before those that do not; equal scores stay in their order.

    Args:
        is_one: For each pair whether it tells one claim; one at least does.
        scores: One per pair, higher for likelier.

    Returns:
        The mean share of such pairs among all down to each of them [0 to 1].
    """
    hits = np.array(is_one, dtype=float)[np.argsort(-np.array(scores), kind="stable")]
    return float((hits.cumsum() / np.arange(1, len(hits) + 1))[hits > 0].mean())


def _place(articles: Path, texts: dict[str, str], document_id: str, quotation: str) -> Place:
    start = texts.get(document_id, "").find(quotation)
    if start < 0:
        raise InputError(f"{articles.name}: {quotation!r} does not stand in {document_id!r}.")
    return document_id, start, start + len(quotation)


def _is_one(a: Place, b: Place) -> bool:
    shared = min(a[2], b[2]) - max(a[1], b[1])
    return a[0] == b[0] and shared > _MOSTLY * min(a[2] - a[1], b[2] - b[1])
