"""Which word of one passage stands for which of the other: by lemma, else by the vectors the words have in context."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analysis.comparison.passages import Passage, Word
from analysis.embeddings import Embedding

_NUMERIC = {"NUM"}


@dataclass(frozen=True, slots=True)
class Match:
    """The word of the other passage that comes closest; `similarity` is 1 for one lemma."""

    word: Word
    similarity: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two passages, word by word.

    Attributes:
        matches: For the place of each of a's words, its match in b; words of an empty b have none.
        cosine: How close the passages are in topic. Never a measure of agreement.
        covered_share: How much of a has a counterpart in b, names weighing double.
    """

    a: Passage
    b: Passage
    matches: Mapping[int, Match]
    cosine: float
    covered_share: float


def align(a: Passage, b: Passage, vectors_a: Embedding, vectors_b: Embedding) -> Alignment:
    """Each content word of a with its closest in b."""
    cosine = float(vectors_a.sentence @ vectors_b.sentence)
    if not a.words or not b.words:
        return Alignment(a, b, {}, cosine, cosine)
    left = np.stack([vectors_a.span(word.start, word.end) for word in a.words])
    right = np.stack([vectors_b.span(word.start, word.end) for word in b.words])
    grid = left @ right.T
    matches = {}
    for row, word in enumerate(a.words):
        exact = [column for column, other in enumerate(b.words) if other.lemma == word.lemma]
        column = max(exact or range(len(b.words)), key=lambda index: float(grid[row, index]))
        matches[word.start] = Match(b.words[column], 1.0 if exact else min(0.99, float(grid[row, column])))
    weights = [2.0 if word.pos == "PROPN" else 1.0 for word in a.words]
    covered = sum(weight * matches[word.start].similarity for weight, word in zip(weights, a.words, strict=True))
    return Alignment(a, b, matches, cosine, covered / sum(weights))
