"""Whether something was said to somebody: left out of a talk here, told to all of them there."""

from collections.abc import Iterator

from analysis.claims.questions.answers import Answer, codes_of, phrase_of
from analysis.comparison.passages import Passage, Word
from analysis.comparison.vocabulary import vocabulary

_SAID, _LEFT_OUT = "said", "left out"
_HEARER = "hearer "
_ALL = f"{_HEARER}all"


def what_was_mentioned(passage: Passage) -> Iterator[Answer]:
    """A matter that was left out of what was said, or that was told, and to whom."""
    hearers = _hearers(passage)
    left_out = [word for word in passage.words if _is_left_out(word, passage)]
    for word in left_out:
        yield Answer(
            _LEFT_OUT, f"no mention of {phrase_of(word, passage)}", word.start, _matter(word, passage) | hearers
        )
    speakers = [word for word in passage.words if word.relation == "who" and word.head in vocabulary("alleging")]
    if left_out or not speakers or any(word.lemma == speakers[0].head and word.negated for word in passage.words):
        return
    for word in passage.words:
        if word.pos in {"NOUN", "PROPN"} and word.start > speakers[0].end and word.relation != "who":
            matter = _matter(word, passage)
            yield Answer(_SAID, f"told of {phrase_of(word, passage)}", speakers[0].start, matter | hearers)


def is_one_talk(a: Answer, b: Answer) -> bool:
    """Whether one matter was left out and told to the same hearer, or to all of a group."""
    matter = {key for key in a.matters & b.matters if not key.startswith(_HEARER)}
    left, right = ({key for key in answer.matters if key.startswith(_HEARER)} for answer in (a, b))
    return bool(matter) and bool(left and right) and (bool(left & right) or _ALL in left | right)


def _is_left_out(word: Word, passage: Passage) -> bool:
    """`without reference to a bomb`, `made no mention of it`, `did not mention the bomb`."""
    if word.pos not in {"NOUN", "PROPN"}:
        return False
    denied = {item.lemma for item in passage.words if item.negated}
    if word.relation in {"to", "of"} and word.head in {"reference", "mention", "allusion"}:
        return word.head in denied
    return word.negated and word.relation == "whom" and word.head in vocabulary("mentioning")


def _matter(word: Word, passage: Passage) -> frozenset[str]:
    """The noun with what is said of it: a dirty bomb, not any bomb; a bare noun is too little to be told again by."""
    said = sorted(w.lemma for w in passage.words if w.relation == "mod" and w.head == word.lemma and w.pos != "PROPN")
    return frozenset(f"{item} {word.lemma}" for item in said)


def _hearers(passage: Passage) -> frozenset[str]:
    found: set[str] = set()
    for word in passage.words:
        to_somebody = word.relation == "to" and word.head in vocabulary("alleging")
        in_a_talk = word.relation == "with" and word.head in vocabulary("talks")
        told = word.relation == "whom" and word.head in {"tell", "inform", "warn"}
        if to_somebody or in_a_talk or told:
            codes = codes_of(word, passage)
            found |= {f"{_HEARER}{code}" for code in codes}
            if not codes and word.text.lower() != word.lemma:
                found.add(_ALL)
    return frozenset(found)
