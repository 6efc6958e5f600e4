"""Whether two words stand in the same statement: on one act with a common participant, or on one thing.

In two short texts about one matter any clash is a contradiction. In two passages out of long articles it is one only
when both values are said of the same act, person or thing.
"""

from analysis.comparison.dates import When
from analysis.comparison.opposites import is_stance
from analysis.comparison.passages import Name, Passage, Word
from analysis.comparison.related import are_related

_PARTICIPANTS = frozenset({"who", "whom"})
_HAPPENING = frozenset(
    [
        "take",
        "take_place",
        "occur",
        "happen",
        "follow",
        "come",
        "be",
        "begin",
        "start",
        "hear",
        "see",
        "feel",
        "watch",
        "witness",
        "observe",
        "attend",
        "oversee",
        "report",
        "record",
        "detect",
    ]
)
"""Verbs that date their subject or object: the shooting took place on, people heard the blast at."""


def alike(a: str, b: str) -> bool:
    """Whether two lemmas are equal or stand for one another."""
    return bool(a) and (a == b or are_related(a, b))


def on_one_act(word: Word, other: Word, a: Passage, b: Passage, *, needs_actor: bool = False) -> bool:
    """Whether two verbs tell of one act: who or whom they take has a common member, and none clashes.

    Args:
        word: A verb of a.
        other: A verb of b.
        a: The first passage.
        b: The second.
        needs_actor: Both name who acts; a stance is no stance without its holder.
    """
    shared = 0
    for relation in sorted(_PARTICIPANTS):
        left = [w for w in a.words if w.relation == relation and w.head == word.lemma]
        right = [w for w in b.words if w.relation == relation and w.head == other.lemma]
        if left and right:
            if not any(_one_participant(x, y, a, b) for x in left for y in right):
                return False
            shared += 1
        elif relation == "who" and needs_actor:
            return False
    return shared > 0


def on_one_thing(word: Word, other: Word, a: Passage, b: Passage) -> bool:
    """Whether two nouns or adjectives are said of one thing or fill the same place of one act."""
    if word.relation != other.relation or not word.relation:
        return False
    if word.relation == "is":
        return _subjects_meet(word, other, a, b)
    return alike(word.head, other.head)


def on_one_event(when: When, other: When, b: Passage, a: Passage) -> bool:
    """Whether two dates date one event: their verbs are alike, or one's verb is what takes place in the other."""
    if alike(when.event, other.event):
        return _events_meet(when.event, other.event, a, b)
    nouns_b = {word.lemma for word in b.words if word.role in _PARTICIPANTS}
    nouns_a = {word.lemma for word in a.words if word.role in _PARTICIPANTS}
    told_by_b = other.event in _HAPPENING and any(alike(when.event, noun) for noun in nouns_b)
    return told_by_b or (when.event in _HAPPENING and any(alike(other.event, noun) for noun in nouns_a))


def _events_meet(event: str, other: str, a: Passage, b: Passage) -> bool:
    """One act on one thing; who did it may be told at another length: a jet here, its country there."""
    for relation in ("who",) if is_stance(event) else ("whom", "who"):
        left = [word for word in a.words if word.relation == relation and word.head == event]
        right = [word for word in b.words if word.relation == relation and word.head == other]
        if left and right:
            return any(_one_participant(x, y, a, b) for x in left for y in right)
    return False


def _subjects_meet(word: Word, other: Word, a: Passage, b: Passage) -> bool:
    left = [w for w in a.words if w.relation == "who"]
    right = [w for w in b.words if w.relation == "who"]
    return any(_one_participant(x, y, a, b) for x in left for y in right)


def _one_participant(word: Word, other: Word, a: Passage, b: Passage) -> bool:
    if alike(word.lemma, other.lemma):
        return True
    left, right = _name_of(word, a), _name_of(other, b)
    return left is not None and right is not None and bool(left.code) and left.code == right.code


def _name_of(word: Word, passage: Passage) -> Name | None:
    return next((n for n in passage.names if n.start <= word.start < n.start + len(n.text)), None)
