"""Who did it to whom, told the other way round: the envoy called the minister, the minister called the envoy.

Every word of such a claim has its counterpart, and the vectors of the two are nearly equal: only the parts that the
same two have in one act tell them apart. A passive or another order of words leaves the parts as they are.

Source: Dowty 1991, Thematic Proto-Roles and Argument Selection; converses after Lyons 1977, Semantics.
"""

from collections.abc import Iterator

from analysis.comparison.alignment import Alignment
from analysis.comparison.anchoring import alike
from analysis.comparison.differences import Difference
from analysis.comparison.passages import Name, Passage, Word
from analysis.comparison.related import are_stand_ins
from analysis.comparison.vocabulary import vocabulary

_PARTS = frozenset({"who", "whom", "to", "from"})
"""The parts of an act that two can exchange."""
_CONVERSES = frozenset({"trade", "outcome"})
"""Opposites that tell one act from its two ends: who sold it to them, they bought it from."""


def compare_reversals(alignment: Alignment) -> Iterator[Difference]:
    """Two that have exchanged their parts in one act; acts that hold of both alike have no such parts."""
    a, b = alignment.a, alignment.b
    held_by = _parts(a)
    for first, second in ((x, y) for x in held_by for y in held_by if x.start < y.start and x.head == y.head):
        if first.relation == second.relation or first.head in vocabulary("mutual"):
            continue
        for one in _held_alike(second.relation, first, a, b):
            others = [w for w in _held_alike(first.relation, second, a, b) if w.head == one.head]
            if others and are_stand_ins(first.head, one.head) and not _is_also_so(first, one.head, a, b):
                values = f"{first.text} ({first.relation} {first.head})", f"{one.text} ({one.relation} {one.head})"
                yield Difference("actor", *values, True, f"{values[0]} against {values[1]}", 1.0, True)
                return


def _parts(passage: Passage) -> list[Word]:
    return [w for w in passage.words if w.relation in _PARTS and w.head and w.pos in {"NOUN", "PROPN"}]


def _held_alike(relation: str, word: Word, a: Passage, b: Passage) -> list[Word]:
    """The words of b that stand for a word of a and hold a part."""
    return [w for w in _parts(b) if w.relation == relation and is_one(word, w, a, b)]


def _is_also_so(word: Word, head: str, a: Passage, b: Passage) -> bool:
    """Whether b has the word in its own part as well: they accused each other, first one and then the other."""
    return any(w.head == head for w in _held_alike(word.relation, word, a, b))


def is_one(word: Word, other: Word, a: Passage, b: Passage) -> bool:
    """Whether two words name one party: one lemma, or names of one country."""
    if word.lemma == other.lemma:
        return True
    left, right = _code_of(word, a), _code_of(other, b)
    return bool(left) and left == right


def _code_of(word: Word, passage: Passage) -> str:
    names: Iterator[Name] = (n for n in passage.names if n.start <= word.start < n.start + len(n.text))
    return next((name.code for name in names), "")


def is_converse(word: Word, other: Word, alignment: Alignment, name: str) -> bool:
    """Whether opposite verbs tell one act from its two ends, since who acts in the one is the other end in the other.

    Args:
        word: A verb of a.
        other: Its opposite in b.
        alignment: The passages.
        name: The opposition.
    """
    if name not in _CONVERSES or word.pos != "VERB":
        return False
    a, b = alignment.a, alignment.b
    actors = [w for w in _parts(a) if w.head == word.lemma and w.relation == "who"]
    actors_there = [w for w in _parts(b) if w.head == other.lemma and w.relation == "who"]
    is_end = any(is_one(x, y, a, b) for x in actors for y in _parts(b) if y.head == other.lemma and y.relation != "who")
    is_end_there = any(
        is_one(x, y, a, b) for y in actors_there for x in _parts(a) if x.head == word.lemma and x.relation != "who"
    )
    is_same_actor = any(alike(x.lemma, y.lemma) for x in actors for y in actors_there)
    return (is_end or is_end_there) and not is_same_actor
