"""What stands in one place of the sentence: other words in the same relation to the same word."""

from collections.abc import Iterator

from analysis.comparison.alignment import Alignment
from analysis.comparison.anchoring import alike
from analysis.comparison.differences import Difference
from analysis.comparison.opposites import is_stance
from analysis.comparison.passages import Word
from analysis.comparison.quantities import GENERIC_PEOPLE
from analysis.comparison.related import are_related

_SUBSTITUTED = 0.55
"""Similarity below which a word has no counterpart, so that another may stand in its place."""


def compare_slots(alignment: Alignment) -> Iterator[Difference]:
    """Words of a that b lacks while another word stands in their place: fascinated by the sky, by the ocean."""
    lemmas_a = {word.lemma for word in alignment.a.words}
    lemmas_b = {word.lemma for word in alignment.b.words}
    for word in alignment.a.words:
        match = alignment.matches.get(word.start)
        if match is None or match.similarity >= _SUBSTITUTED or word.lemma in lemmas_b or not word.relation:
            continue
        if word.negated or word.pos == "PROPN":
            continue
        rivals = [
            other
            for other in alignment.b.words
            if other.relation == word.relation and other.pos == word.pos
            and other.lemma not in lemmas_a and not other.negated
            and (word.relation == "is" or word.head == other.head or are_related(word.head, other.head))
        ]  # fmt: skip
        if rivals:
            kind = {"who": "actor", "whom": "target"}.get(word.relation, "other")
            values = word.lemma, rivals[0].lemma
            reason = f"{values[0]} where the other has {values[1]} ({word.relation} {word.head})"
            anchored = _actor_is_anchored(word, rivals[0], alignment)
            yield Difference(kind, *values, True, reason, 0.6, anchored)


def _actor_is_anchored(word: Word, other: Word, alignment: Alignment) -> bool:
    """Another did the same to the same thing; a stance may be that of several, and one may do it to several."""
    if word.relation != "who" or is_stance(word.head) or {word.lemma, other.lemma} & GENERIC_PEOPLE:
        return False
    left = [w.lemma for w in alignment.a.words if w.relation == "whom" and w.head == word.head]
    right = [w.lemma for w in alignment.b.words if w.relation == "whom" and w.head == other.head]
    return any(alike(x, y) for x in left for y in right)
