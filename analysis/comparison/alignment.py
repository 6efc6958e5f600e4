"""Which word of one passage stands for which of the other: by lemma, else by the vectors the words have in context."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from analysis.comparison.opposites import opposition
from analysis.comparison.passages import Passage, Word
from analysis.comparison.related import are_related
from analysis.embeddings import Embedding, Vectors

_RELATED = 0.9
"""Similarity of two words that a dictionary relates, such as a verb and its noun."""
_UNRELATED = 0.3
"""Cosine that the vectors of two unrelated words of a text have."""


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
        covered_share: How much of a has a counterpart in b, each word with its weight.
    """

    a: Passage
    b: Passage
    matches: Mapping[int, Match]
    cosine: float
    covered_share: float

    @property
    def weakest(self) -> float:
        """Similarity of that word of a which b has least of; 1 where a has no words: nothing of it strays."""
        return min((match.similarity for match in self.matches.values()), default=1.0)


def align(
    a: Passage, b: Passage, vectors_a: Embedding, vectors_b: Embedding, weight: Callable[[Word], float] | None = None
) -> Alignment:
    """Each content word of a with its closest in b.

    Args:
        a: A passage.
        b: Another.
        vectors_a: The first one's vectors.
        vectors_b: The second one's.
        weight: How much a word counts for covered_share; names count double when None.
    """
    cosine = float(vectors_a.sentence @ vectors_b.sentence)
    if not a.words or not b.words:
        return Alignment(a, b, {}, cosine, max(0.0, cosine))
    grid = word_vectors(a, vectors_a) @ word_vectors(b, vectors_b).T
    countries_a, countries_b = _countries(a), _countries(b)
    matches = {}
    for row, word in enumerate(a.words):
        country = countries_a.get(word.start)
        values = [
            _RELATED
            if country and country == countries_b.get(other.start) and word.lemma != other.lemma
            else _similarity(word, other, float(grid[row, column]))
            for column, other in enumerate(b.words)
        ]
        column = max(range(len(values)), key=lambda index: (values[index], float(grid[row, index])))
        matches[word.start] = Match(b.words[column], values[column])
    weights = [(weight or _name_weight)(word) for word in a.words]
    covered = sum(value * credit(matches[word.start].similarity) for value, word in zip(weights, a.words, strict=True))
    return Alignment(a, b, matches, cosine, covered / max(1e-9, sum(weights)))


def _countries(passage: Passage) -> dict[int, str]:
    """The country that each word names, by the word's place: Beijing, China and Chinese stand for one actor."""
    names = [(name.start, name.start + len(name.text), name.code) for name in passage.names if name.code]
    return {w.start: code for w in passage.words for start, end, code in names if start <= w.start < end}


def word_vectors(passage: Passage, vectors: Embedding) -> Vectors:
    """A vector for each of the passage's words, in context."""
    return np.stack([vectors.span(word.start, word.end) for word in passage.words])


def credit(similarity: float) -> float:
    """What a match counts for: vectors of unrelated words already lie at 0.3, so that the scale begins there."""
    return similarity if similarity >= _RELATED else max(0.0, (similarity - _UNRELATED) / (1 - _UNRELATED)) * 0.8


def _name_weight(word: Word) -> float:
    return 2.0 if word.pos == "PROPN" else 1.0


def _similarity(word: Word, other: Word, cosine: float) -> float:
    """1 for one lemma, high for related words, never more than their vectors say for opposites."""
    if word.lemma == other.lemma:
        return 1.0
    if are_related(word.lemma, other.lemma) and not opposition(word.lemma, other.lemma, word.pos):
        return max(_RELATED, min(cosine, 0.99))
    return min(cosine, 0.99)
