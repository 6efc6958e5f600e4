"""What all articles of an event have in common, so that it stops counting as likeness.

In a dozen articles about one balloon every passage speaks of the balloon. What tells one claim from another are the
words that few passages have and the direction in which a passage departs from the event's common topic.

Source: Spärck Jones 1972, inverse document frequency; Mu and Viswanath 2018, on removing the common vector.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.comparison.alignment import Alignment
from analysis.comparison.passages import Passage, Word
from analysis.comparison.related import related_words
from analysis.comparison.vocabulary import vocabulary
from analysis.embeddings import Embedding, Vectors, unit

_NAME_WEIGHT = 1.2
_SPEAKER_WEIGHT = 0.3
_ACTOR_WEIGHT = 0.5
"""Of one minister much is told: a name that acts says less of a claim than what is done."""
_SPEECH = vocabulary("speaking")
_DEPTH = 3
"""How far from a speaker's name its titles reach: the adviser to the head of an office."""
_RARE_SHARED_AT_MOST = 4.0
_COPIED = 60
"""Length from which two articles have the same passage because one copied it [characters]."""
_FEW = 5
"""Passages of an event from which half of what they have in common is taken off."""
_SCALE = 1.3
"""Sum of the parts of `closeness` at their most, so that it runs from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Background:
    """The event's common ground.

    Attributes:
        weights: For each lemma, 1 when one passage has it, towards 0 when all have it or a word related to it.
        centred: Each passage's vector with the mean of all taken off.
    """

    weights: Mapping[str, float]
    centred: Vectors

    @classmethod
    def of(cls, passages: Sequence[Passage], embeddings: Sequence[Embedding], distinct: Sequence[int]) -> "Background":
        """The common ground of the passages of a corpus at those places that are no copy of another."""
        counts = Counter(lemma for row in distinct for lemma in {word.lemma for word in passages[row].words})
        n = len(distinct)
        weights = {}
        for lemma, count in counts.items():
            total = count + sum(counts.get(other, 0) for other in related_words(lemma))
            weights[lemma] = max(0.0, math.log((n + 1) / (total + 0.5)) / math.log(n + 1))
        return cls(weights, centred(embeddings, distinct))

    def weigher(self, passage: Passage) -> Callable[[Word], float]:
        """How much each word of a passage tells one claim of this event from another.

        Who says it counts for little: one official says many things, and one thing is said by many.
        """
        said_by = _speakers(passage)

        def weight(word: Word) -> float:
            says = word.lemma in said_by or word.lemma in _SPEECH
            value = self.weights.get(word.lemma, 1.0) * (_NAME_WEIGHT if word.pos == "PROPN" else 1.0)
            named = word.role == "who" and word.pos == "PROPN"
            return value * (_SPEAKER_WEIGHT if says else _ACTOR_WEIGHT if named else 1.0)

        return weight

    def rarity(self, a: Passage, b: Passage) -> float:
        """Sum of the weights of the words that two passages have in common, names left out."""
        left, right = ({word.lemma for word in passage.words if word.pos != "PROPN"} for passage in (a, b))
        return math.fsum(self.weights.get(lemma, 1.0) for lemma in left & right)

    def closeness(self, there: Alignment, back: Alignment, first: int, second: int) -> float:
        """How likely two passages tell the same claim of this event [0 to 1].

        Args:
            there: The first aligned with the second, words weighed by `weight`.
            back: The second with the first.
            first: Place of the first passage.
            second: Place of the second.
        """
        more, less = sorted((there.covered_share, back.covered_share), reverse=True)
        shared = {word.lemma for word in there.a.words} & {word.lemma for word in there.b.words}
        rare = min(_RARE_SHARED_AT_MOST, sum(self.weights.get(lemma, 1.0) for lemma in sorted(shared)))
        cosine = float(self.centred[first] @ self.centred[second])
        value = 0.5 * more + 0.3 * less + 0.3 * cosine + 0.2 * rare / _RARE_SHARED_AT_MOST
        return round(min(1.0, max(0.0, value / _SCALE)), 4)


def centred(embeddings: Sequence[Embedding], distinct: Sequence[int]) -> Vectors:
    """Each passage's vector with the mean of those at `distinct`, which are no copies, taken off; of length 1.

    The mean of few passages is less the common ground of an event than what these few tell, so less of it is taken off.
    """
    vectors = np.stack([embedding.sentence for embedding in embeddings])
    return unit(vectors - common_share(len(distinct)) * vectors[distinct].mean(axis=0))


def common_share(passages: int) -> float:
    """What part of the mean of so many passages is the common ground of their event [0 to 1]."""
    return passages / (passages + _FEW)


def first_places(texts: Sequence[str], documents: Sequence[str]) -> list[int]:
    """For each passage its own place, or that of the first with the same words if another article copied it."""
    first: dict[str, int] = {}
    places = [first.setdefault(text, row) if len(text) >= _COPIED else row for row, text in enumerate(texts)]
    return [row if documents[place] == documents[row] else place for row, place in enumerate(places)]


def _speakers(passage: Passage) -> frozenset[str]:
    """Lemmas of who speaks and to whom, with their titles and what else hangs on them."""
    found = {word.lemma for word in passage.words if word.head in _SPEECH and word.relation in {"who", "to"}}
    if not found:
        return frozenset()
    found |= {word.lemma for word in passage.words if word.relation == "is" and not word.head and word.role == "who"}
    for _ in range(_DEPTH):
        found |= {word.lemma for word in passage.words if word.head in found and word.pos != "VERB"}
    return frozenset(found)
