"""What a thing is: civilian and for research here, military or for spying there."""

import re
from collections.abc import Iterator, Sequence

from analysis.claims.questions.answers import Answer, told_as_fact
from analysis.comparison.opposites import side_of
from analysis.comparison.passages import Passage, Word
from analysis.comparison.polarity import DENIALS
from analysis.comparison.related import stand_in_keys
from analysis.comparison.vocabulary import vocabulary

_OPPOSITION = "use"
_ANOTHER, _ANY = "another", "any device"
_NEAR = 25
"""How far before its noun a describing word stands [code points]."""
_SPEAKS_ANEW = re.compile(r"\b(?:sa(?:y|ys|id|ying)|is|was|are|were|that|but|insist\w*|claim\w*)\b", re.I)


def what_it_is_for(passage: Passage) -> Iterator[Answer]:
    """The use that a passage gives a thing: by an adjective before it, as what it is said to be, or as its purpose."""
    things = [word for word in passage.words if word.lemma in vocabulary("devices") and word.text.lower() == word.lemma]
    for word in told_as_fact(passage):
        side = side_of(word.lemma, _OPPOSITION)
        if not side or _is_disputed_there(word, passage):
            continue
        for thing, rank in _said_of(word, things, passage):
            yield Answer(side, word.text, word.start, _matters(thing, passage), rank=rank)
            break


def is_one_thing(a: Answer, b: Answer) -> bool:
    """Whether both may be the same thing; a second one, or the other one, is not the first."""
    is_one_kind = bool(a.matters & b.matters - {_ANOTHER}) or _ANY in a.matters | b.matters
    return is_one_kind and (_ANOTHER in a.matters) == (_ANOTHER in b.matters)


def of_one_thing_alone(answers: Sequence[Answer]) -> list[Answer]:
    """In an article that tells of two such things, those that are marked as the other one: the rest may be either."""
    marked = [answer for answer in answers if _ANOTHER in answer.matters]
    return marked or list(answers)


def _is_disputed_there(word: Word, passage: Passage) -> bool:
    """Whether the passage only says that somebody rejects it: `rejected the talk of a spy ship`."""
    verbs = [item for item in passage.words if item.pos == "VERB" and item.start < word.start]
    if not verbs or verbs[-1].lemma not in DENIALS:
        return False
    return not _SPEAKS_ANEW.search(passage.text[verbs[-1].end : word.start])


def _said_of(word: Word, things: list[Word], passage: Passage) -> Iterator[tuple[Word, int]]:
    """The things of which a word is said; what is stated outranks what is only called so."""
    for thing in things:
        if word.relation == "is" and thing.relation == "who" and thing.start < word.start:
            yield thing, 2
        if word.relation == "mod" and word.head == thing.lemma and 0 <= thing.start - word.end < _NEAR:
            yield thing, 2 if thing.relation == "is" else int(thing.relation in {"who", "whom"})
    ends = {item.lemma for item in passage.words if item.relation == "for" and item.head == "be"}
    if things and (word.lemma in ends or (word.relation == "mod" and word.head in ends)):
        yield things[0], 2
    does = [w for w in passage.words if w.lemma == word.lemma or (word.relation == "mod" and w.lemma == word.head)]
    for thing in things:
        if thing.relation == "who" and any(w.relation == "whom" and w.head == thing.head for w in does):
            yield thing, 2


def _matters(thing: Word, passage: Passage) -> frozenset[str]:
    before = passage.text[max(0, thing.start - 40) : thing.start].lower().split()
    is_another = any(word in vocabulary("another") for word in before[-4:])
    marks = {_ANOTHER} if is_another else set()
    if thing.lemma in vocabulary("any_device"):
        marks.add(_ANY)
    return stand_in_keys(thing.lemma) | marks
