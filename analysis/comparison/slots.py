"""What stands in one place of the sentence: other words in the same relation to the same word."""

from collections.abc import Iterator

from analysis.comparison.alignment import Alignment
from analysis.comparison.anchoring import alike
from analysis.comparison.counted import GENERIC_PEOPLE
from analysis.comparison.differences import Difference
from analysis.comparison.opposites import is_stance
from analysis.comparison.passages import Word
from analysis.comparison.related import are_related
from analysis.comparison.vocabulary import vocabulary

_SHORTEST_HEAD = 4
"""Letters of the second part of a compound."""
_SUBSTITUTED = 0.55
"""Similarity below which a word has no counterpart, so that another may stand in its place."""

_OPPOSED_RELATIONS = frozenset(
    frozenset(pair)
    for pair in (("in", "outside"), ("inside", "outside"), ("within", "outside"), ("at", "outside"), ("for", "against"),
                 ("with", "without"), ("before", "after"), ("above", "below"), ("over", "under"), ("to", "from"),
                 ("in", "against"), ("of", "against"), ("with", "against"), ("on", "off"), ("up", "down"))
)  # fmt: skip


def compare_slots(alignment: Alignment) -> Iterator[Difference]:
    """Words of a that b lacks while another word stands in their place: fascinated by the sky, by the ocean."""
    lemmas_a = {word.lemma for word in alignment.a.words}
    lemmas_b = {word.lemma for word in alignment.b.words}
    for word in alignment.a.words:
        match = alignment.matches.get(word.start)
        if match is None or match.similarity >= _SUBSTITUTED or word.lemma in lemmas_b or not word.relation:
            continue
        if word.negated or word.pos == "PROPN" or _opens_a_title(word, alignment.a.text):
            continue
        rivals = [
            other
            for other in alignment.b.words
            if other.relation == word.relation and other.pos == word.pos
            and other.lemma not in lemmas_a and not other.negated
            and (word.relation == "is" or word.head == other.head or are_related(word.head, other.head))
        ]  # fmt: skip
        if rivals and not any(_is_compound(word, other) or _is_compound(other, word) for other in rivals):
            kind = {"who": "actor", "whom": "target"}.get(word.relation, "other")
            values = word.lemma, rivals[0].lemma
            reason = f"{values[0]} where the other has {values[1]} ({word.relation} {word.head})"
            anchored = _actor_is_anchored(word, rivals[0], alignment)
            yield Difference(kind, *values, True, reason, 0.6, anchored)


def compare_complements(alignment: Alignment) -> Iterator[Difference]:
    """What a noun or act is of, to or in, where the other passage has another and this one nowhere: a loss of control.

    The nearest word elsewhere in the other passage is no counterpart: it stands in another place. Of what something is
    called, of times and of qualities several hold at once; of colours only one does.
    """
    lemmas_a = {word.lemma for word in alignment.a.words}
    lemmas_b = {word.lemma for word in alignment.b.words}
    for word in alignment.a.words:
        if word.lemma in lemmas_b or word.head not in lemmas_b or not _excludes_others(word):
            continue
        in_place = [w for w in alignment.b.words if (w.relation, w.head, w.pos) == (word.relation, word.head, word.pos)]
        rivals = [w for w in in_place if w.lemma not in lemmas_a and not w.negated and _excludes_others(w)]
        match = alignment.matches.get(word.start)
        if match is None or not rivals or match.word in rivals:
            continue
        if any(alike(word.lemma, w.lemma) or _is_compound(word, w) or _is_compound(w, word) for w in in_place):
            continue
        yield Difference(
            "other", word.lemma, rivals[0].lemma, True,
            f"{word.lemma} where the other has {rivals[0].lemma} ({word.relation} {word.head})", 0.6,
        )  # fmt: skip


def compare_sorts(alignment: Alignment) -> Iterator[Difference]:
    """A warship where the other has a ship: it may be one, and that it is one is not said."""
    lemmas_b = {word.lemma for word in alignment.b.words}
    for word in alignment.a.words:
        if word.pos != "NOUN" or word.lemma in lemmas_b or not word.relation:
            continue
        wider = next((w for w in alignment.b.words if _is_compound(word, w) and w.relation == word.relation), None)
        if wider is not None:
            values = word.lemma, wider.lemma
            yield Difference("other", *values, False, f"{values[0]} here, {values[1]} there", 0.5, falls_short=True)


def _is_compound(word: Word, head: Word) -> bool:
    """Smartphone of phone, warship of ship: a sort of it."""
    return len(head.lemma) >= _SHORTEST_HEAD and word.lemma != head.lemma and word.lemma.endswith(head.lemma)


def _excludes_others(word: Word) -> bool:
    if word.pos == "ADJ":
        return word.lemma in vocabulary("colours")
    is_common = word.pos == "NOUN" and word.text.islower()  # a title's first word is often taken for a common noun
    return is_common and word.relation != "is" and word.lemma not in vocabulary("times")


def compare_relations(alignment: Alignment) -> Iterator[Difference]:
    """One word in opposite relations to one act: born in the town, born outside of it."""
    for word in alignment.a.words:
        for other in alignment.b.words:
            if other.lemma != word.lemma or other.negated != word.negated or not _same_head(word, other):
                continue
            if frozenset({word.relation, other.relation}) in _OPPOSED_RELATIONS:
                values = f"{word.relation} {word.lemma}", f"{other.relation} {other.lemma}"
                anchored = _is_one_subjects(word, other, alignment)
                yield Difference("location", *values, True, f"{values[0]} against {values[1]}", 0.9, anchored)


def _is_one_subjects(word: Word, other: Word, alignment: Alignment) -> bool:
    """Whether the acts on which two words hang are told of one subject, or of one that is acted on."""
    here, there = (
        {(w.relation, w.lemma) for w in passage.words if w.relation in {"who", "whom"} and w.head == item.head}
        for passage, item in ((alignment.a, word), (alignment.b, other))
    )
    return bool(here & there)


def compare_roles(alignment: Alignment) -> Iterator[Difference]:
    """A name that the other passage has in another part, while its own part is another's: directed by, written by."""
    named_b = [word for word in alignment.b.words if word.pos == "PROPN"]
    for word in alignment.a.words:
        if word.pos != "PROPN" or word.relation != "who" or word.negated:
            continue
        there = [other for other in named_b if other.lemma == word.lemma and other.relation == "who"]
        rivals = [other for other in named_b if other.relation == "who" and other.head == word.head]
        if there and rivals and not any(_same_head(word, other) for other in there):
            values = f"{word.text} ({word.head})", f"{rivals[-1].text} ({rivals[-1].head})"
            yield Difference("actor", *values, True, f"{values[0]} against {values[1]}", 0.9)


def _opens_a_title(word: Word, text: str) -> bool:
    """`Reign Over Me`: the tagger takes a title's first word for a common noun."""
    return word.text[:1].isupper() and text[word.end + 1 : word.end + 2].isupper()


def _same_head(word: Word, other: Word) -> bool:
    return bool(word.head) and (word.head == other.head or alike(word.head, other.head))


def _actor_is_anchored(word: Word, other: Word, alignment: Alignment) -> bool:
    """Another did the same to the same thing; a stance may be that of several, and one may do it to several."""
    if word.relation != "who" or is_stance(word.head) or {word.lemma, other.lemma} & GENERIC_PEOPLE:
        return False
    left = [w.lemma for w in alignment.a.words if w.relation == "whom" and w.head == word.head]
    right = [w.lemma for w in alignment.b.words if w.relation == "whom" and w.head == other.head]
    return any(alike(x, y) for x in left for y in right)
